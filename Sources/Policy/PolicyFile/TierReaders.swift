import Diagnostics

/// A tier and where its id is given.
struct ReadTier {
  var tier: Tier
  var id: Located<String>
}

/// An unsupported list and where its id is given.
struct ReadUnsupportedList {
  var list: UnsupportedList
  var id: Located<String>
}

extension ValueReader where Value == ReadTier {
  static var tier: Self {
    mapping("tier") { keys in
      let id = keys.required("id", .located(.name))
      let name = keys.required("name", .name)
      let listing = keys.listing(heading: name)
      let duties = keys.duties(of: name ?? "this tier")
      guard let id, let name, let listing else { return nil }
      return ReadTier(tier: Tier(id: id.value, name: name, duties: duties, listing: listing), id: id)
    }
  }
}

extension ValueReader where Value == ReadUnsupportedList {
  static var unsupportedList: Self {
    mapping("unsupported list") { keys in
      let id = keys.required("id", .located(.name))
      let name = keys.required("name", .name)
      let kind = keys.required("kind", ValueReader<UnsupportedList.Kind>.word)
      let listing = keys.listing(heading: name)
      guard let id, let name, let kind, let listing else { return nil }
      return ReadUnsupportedList(
        list: UnsupportedList(id: id.value, name: name, kind: kind, listing: listing), id: id)
    }
  }
}

extension MappingReader {
  /// The keys that say where and how a document lists platforms.
  fileprivate func listing(heading name: String?) -> TierSection? {
    let headings = optional("heading", .oneOrMore(of: .name)) ?? name.map { [$0] }
    let introducedBy = optional("introduced-by", .oneOrMore(of: .name), default: [])
    let columns = required("columns", .list(of: .located(.column)))
    let filter = optional("row-filter", .located(.rowFilter))
    let isRequired = optional("required", .flag, default: true)
    guard let headings, let columns else { return nil }
    check(columns, at: range(of: "columns"))
    if let filter { check(filter, columns.map(\.value)) }
    return TierSection(
      headings: headings, introducedBy: introducedBy, columns: columns.map(\.value), rowFilter: filter?.value,
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

  fileprivate func duties(of tier: String) -> Duties {
    Duties(
      ci: optional("ci", .ciDuty(of: tier)),
      wheels: optional("wheels", .wheelDuty(of: tier), default: WheelDuty(.unstated, because: "")),
      blocking: optional("blocks-release", .blockingDuty(of: tier), default: BlockingDuty([], because: "")),
      contacts: optional("contacts", .contactDuty(of: tier), default: ContactDuty(minimum: 0, because: "")))
  }
}

extension ValueReader where Value == Column {
  static var column: Self {
    mapping("column") { keys in
      let title = keys.required("title", .name)
      let otherTitles = keys.optional("also", .oneOrMore(of: .name), default: [])
      let role = keys.optional("role", ValueReader<ColumnRole>.word)
      let isRequired = keys.optional("required", .flag, default: true)
      guard let title else { return nil }
      return Column(title, otherTitles: otherTitles, role: role ?? usualRole(of: title), isRequired: isRequired)
    }
    .orScalar(ValueReader<String>.name.map { Column($0, role: usualRole(of: $0)) })
  }

  /// What a column means by its title, where the file does not say.
  static func usualRole(of title: String) -> ColumnRole {
    switch title.lowercased() {
    case "platform", "target", "target triple", "triple": .platform
    case "note", "notes": .notes
    case "contact", "contacts": .contacts
    default: .other
    }
  }
}

extension ValueReader where Value == RowFilter {
  static var rowFilter: Self {
    mapping("row filter") { keys in
      let column = keys.required("column", .name)
      let text = keys.required("text", .name)
      guard let column, let text else { return nil }
      return RowFilter(column: column, text: text)
    }
  }
}
