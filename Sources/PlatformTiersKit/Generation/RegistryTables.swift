import Documents
package import Policy
package import Rendering

/// The tables that a registry gives, each place's for a day or a release.
package struct RegistryTables: Sendable {
  /// A platform where it stands, with the move that brought it there.
  struct Standing: Sendable {
    var platform: Platform
    var move: Move
    var listing: Listing

    /// What the tables say of it, in CommonMark.
    var notes: String { platform.notes(after: move) }
  }

  let registry: Registry
  /// Those who came first are first, by name within a day.
  let all: [Standing]
  /// The same by the place's id.
  private let standings: [String: [Standing]]

  package init(_ registry: Registry, at moment: RegistryMoment) {
    self.registry = registry
    let standings = registry.platforms.compactMap { platform in
      moment.move(of: platform).flatMap { move in
        Listing(platform, after: move, in: registry).map { Standing(platform: platform, move: move, listing: $0) }
      }
    }
    all = standings.sorted(by: Self.comesBefore)
    self.standings = Dictionary(grouping: all, by: { $0.move.to })
  }

  /// What belongs to standings, in their order.
  func sorted<Element>(_ elements: [Element], by standing: (Element) -> Standing) -> [Element] {
    elements.sorted { Self.comesBefore(standing($0), standing($1)) }
  }

  private static func comesBefore(_ left: Standing, _ right: Standing) -> Bool {
    left.move.date != right.move.date ? left.move.date < right.move.date : left.platform.comesBefore(right.platform)
  }

  func standings(in place: Place) -> [Standing] { standings[place.id] ?? [] }

  /// The whole table, with the columns that the policy lists.
  package func content(of place: Place) -> TableContent {
    let columns = place.listing.columns
    return TableContent(
      titles: columns.map { CellContent(text: $0.title) },
      rows: standings(in: place).map { standing in columns.map { cell(of: standing, $0, in: place) } })
  }

  /// What a column of a place's table says of a platform: by its title where the registry has a text for that.
  func cell(of standing: Standing, _ column: Column, in place: Place) -> CellContent {
    if let text = text(of: standing, column) { return CellContent(markdown: text) }
    if place.listing.isFilter(column) { return CellContent(text: place.listing.rowFilter?.text ?? "") }
    return cell(of: standing, column.role) ?? CellContent([])
  }

  /// What the registry has for a column by one of its titles; nil where it has nothing.
  func text(of standing: Standing, _ column: Column) -> String? {
    let texts = standing.platform.columns(after: standing.move)
    return texts.keys.sorted().first(where: column.isTitled).flatMap { texts[$0] }
  }

  /// What a further column says of a platform; nil where the registry does not know.
  func cell(of standing: Standing, titled title: String) -> CellContent? {
    standing.platform.columns(after: standing.move).first { $0.key.folded == title.folded }
      .map { CellContent(markdown: $0.value) }
  }

  /// What a column of this role says of a platform; nil for a role that the registry has nothing for.
  func cell(of standing: Standing, _ role: ColumnRole) -> CellContent? {
    switch role {
    case .platform: CellContent(text: standing.platform.name)
    case .notes: CellContent(markdown: standing.notes)
    case .contacts: CellContent(text: people(of: standing).map { $0.name }.joined(separator: ", "))
    case .minimumVersion, .until, .other: nil
    }
  }

  /// The people who answer for a platform where it stands.
  func people(of standing: Standing) -> [Person] {
    standing.platform.contacts(after: standing.move).map { contact in
      registry.people[contact.person] ?? Person(id: contact.person, name: contact.person)
    }
  }
}

extension RegistryTables {
  /// The table of a place by itself, with the link targets that it needs below it.
  package func bytes(of place: Place, as format: TableFormat) -> [UInt8] {
    TableRenderer.render(content(of: place), as: format).withTargets
  }
}

extension RenderedTable {
  /// The table and, after a blank line, the targets that its links need.
  var withTargets: [UInt8] {
    guard !addedTargets.isEmpty else { return bytes }
    return bytes + [UInt8(ascii: "\n")]
      + addedTargets.flatMap { Array($0.restructuredText.utf8) + [UInt8(ascii: "\n")] }
  }
}
