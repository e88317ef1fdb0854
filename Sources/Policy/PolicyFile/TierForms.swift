import Diagnostics

/// A tier and where its id is given.
struct ReadTier: Equatable {
  var tier: Tier
  var id: Located<String>
}

extension ReadTier {
  init(_ tier: Tier) { self.init(tier: tier, id: Located(unplaced: tier.id)) }
}

/// An unsupported list and where its id is given.
struct ReadUnsupportedList: Equatable {
  var list: UnsupportedList
  var id: Located<String>
}

extension ReadUnsupportedList {
  init(_ list: UnsupportedList) { self.init(list: list, id: Located(unplaced: list.id)) }
}

extension YAMLForm where Value == ReadTier {
  static var tier: Self {
    mapping("tier") { keys in
      let id = keys.required("id", .located(.name)) { $0.id }
      let name = keys.required("name", .name) { $0.tier.name }
      let listing = keys.listing(heading: name) { $0.tier.listing }
      let duties = keys.duties(of: name ?? "this tier")
      guard let id, let name, let listing else { return nil }
      return ReadTier(tier: Tier(id: id.value, name: name, duties: duties, listing: listing), id: id)
    }
  }
}

extension YAMLForm where Value == ReadUnsupportedList {
  static var unsupportedList: Self {
    mapping("unsupported list") { keys in
      let id = keys.required("id", .located(.name)) { $0.id }
      let name = keys.required("name", .name) { $0.list.name }
      let kind = keys.required("kind", .word) { $0.list.kind }
      let listing = keys.listing(heading: name) { $0.list.listing }
      guard let id, let name, let kind, let listing else { return nil }
      return ReadUnsupportedList(
        list: UnsupportedList(id: id.value, name: name, kind: kind, listing: listing), id: id)
    }
  }
}

extension YAMLKeys {
  /// The keys that say where and how a document lists platforms.
  fileprivate func listing(heading name: String?, _ part: (Whole) -> TierSection) -> TierSection? {
    let headings = optional("heading", .oneOrMore(of: .name)) { whole in
      let headings = part(whole).headings
      return headings == name.map { [$0] } ? nil : headings
    }
    let introducedBy = optional("introduced-by", .oneOrMore(of: .name), default: []) { part($0).introducedBy }
    let columns = required("columns", .list(of: .located(.column))) { whole in
      part(whole).columns.map { Located(unplaced: $0) }
    }
    let filter = optional("row-filter", .located(.rowFilter)) { whole in
      part(whole).rowFilter.map { Located(unplaced: $0) }
    }
    let isRequired = optional("required", .flag, default: true) { part($0).isRequired }
    guard let headings = headings ?? name.map({ [$0] }), let columns else { return nil }
    check(columns, at: range(of: "columns"))
    if let filter { check(filter, columns.map({ $0.value })) }
    return TierSection(
      headings: headings, introducedBy: introducedBy, columns: columns.map { $0.value }, rowFilter: filter?.value,
      isRequired: isRequired)
  }

  private func check(_ columns: [Located<Column>], at place: SourceRange) {
    if !columns.contains(where: { $0.value.role == .platform }) {
      report(
        .invalidValue, "no column names the platform; give one the role 'platform'", at: place,
        help: "{title: Machine, role: platform}")
    }
    var roles: Set<ColumnRole> = []
    // Several columns may name the platform together.
    let shared: Set<ColumnRole> = [.platform, .other]
    var titles: Set<String> = []
    for column in columns {
      if !shared.contains(column.value.role), !roles.insert(column.value.role).inserted {
        report(
          .invalidValue, "two columns have the role '\(column.value.role.rawValue)'; give one the role 'other'",
          at: column.range)
      }
      if !titles.insert(column.value.title.lowercased()).inserted {
        report(.invalidValue, "two columns are titled '\(column.value.title)'; remove one", at: column.range)
      }
    }
  }

  private func check(_ filter: Located<RowFilter>, _ columns: [Column]) {
    let titles = columns.flatMap { [$0.title] + $0.otherTitles }
    guard !titles.contains(filter.value.column) else { return }
    report(
      .invalidValue, "rows are chosen by '\(filter.value.column)', which is none of the columns; add it to them",
      at: filter.range)
  }

}

extension YAMLKeys<ReadTier> {
  fileprivate func duties(of tier: String) -> Duties {
    Duties(
      ci: optional("ci", .ciDuty(of: tier)) { $0.tier.duties.ci },
      wheels: optional("wheels", .wheelDuty(of: tier), default: WheelDuty(.unstated, because: "")) {
        $0.tier.duties.wheels
      },
      blocking: optional("blocks-release", .blockingDuty(of: tier), default: BlockingDuty([], because: "")) {
        $0.tier.duties.blocking
      },
      contacts: optional("contacts", .contactDuty(of: tier), default: ContactDuty(minimum: 0, because: "")) {
        $0.tier.duties.contacts
      })
  }
}

extension YAMLForm where Value == Column {
  static var column: Self {
    mapping("column") { keys in
      let title = keys.required("title", .name) { $0.title }
      let otherTitles = keys.optional("also", .oneOrMore(of: .name), default: []) { $0.otherTitles }
      let role = keys.optional("role", .word) { $0.role == usualRole(of: $0.title) ? nil : $0.role }
      let isRequired = keys.optional("required", .flag, default: true) { $0.isRequired }
      guard let title else { return nil }
      return Column(title, otherTitles: otherTitles, role: role ?? usualRole(of: title), isRequired: isRequired)
    }
    .orScalar(.name, written: { $0 == usual($0.title) ? $0.title : nil }, usual)
  }

  private static func usual(_ title: String) -> Column { Column(title, role: usualRole(of: title)) }

  /// What a column means by its title, where the file does not say.
  private static func usualRole(of title: String) -> ColumnRole {
    switch title.lowercased() {
    case "platform", "target", "target triple", "triple": .platform
    case "note", "notes": .notes
    case "contact", "contacts": .contacts
    default: .other
    }
  }
}

extension YAMLForm where Value == RowFilter {
  static var rowFilter: Self {
    mapping("row filter") { keys in
      let column = keys.required("column", .name) { $0.column }
      let text = keys.required("text", .name) { $0.text }
      guard let column, let text else { return nil }
      return RowFilter(column: column, text: text)
    }
  }
}
