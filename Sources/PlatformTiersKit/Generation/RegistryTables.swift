import Documents
package import Policy
package import Rendering

/// The tables that a registry gives, each place's for a day or a release.
package struct RegistryTables: Sendable {
  /// A platform where it stands, with the move that brought it there.
  struct Standing: Sendable {
    var platform: Platform
    var move: Move
  }

  let registry: Registry
  /// By the place's id; those who came first are first, by name within a day.
  private let standings: [String: [Standing]]

  package init(_ registry: Registry, at moment: RegistryMoment) {
    self.registry = registry
    let all = registry.platforms.compactMap { platform in
      moment.move(of: platform).map { Standing(platform: platform, move: $0) }
    }
    standings = Dictionary(grouping: all, by: \.move.to).mapValues { standings in
      standings.sorted { left, right in
        left.move.date != right.move.date
          ? left.move.date < right.move.date : left.platform.comesBefore(right.platform)
      }
    }
  }

  func standings(in place: Place) -> [Standing] { standings[place.id] ?? [] }

  /// The whole table, with the columns that the policy lists.
  package func content(of place: Place) -> TableContent {
    let columns = place.listing.columns
    return TableContent(
      titles: columns.map { CellContent(text: $0.title) },
      rows: standings(in: place).map { standing in columns.map { cell(of: standing, $0.role) ?? CellContent([]) } })
  }

  /// What a column of this role says of a platform; nil for a role that the registry has nothing for.
  func cell(of standing: Standing, _ role: ColumnRole) -> CellContent? {
    switch role {
    case .platform: CellContent(text: standing.platform.name)
    case .notes: CellContent(markdown: standing.platform.notes(after: standing.move))
    case .contacts: CellContent(text: names(of: standing.platform.contacts(after: standing.move)))
    case .other: nil
    }
  }

  /// Whether entries of a document list what the registry has in a place, with the same notes and contacts.
  func agree(with rows: [LocatedRow], in place: Place) -> Bool {
    let listed = rows.map { row in
      [
        row.platform.text, CellContent(text: row.notes?.text ?? "").text,
        row.contacts.map(\.text).joined(separator: ", "),
      ]
    }
    let known = standings(in: place).map { standing in
      [ColumnRole.platform, .notes, .contacts].map { cell(of: standing, $0)?.text ?? "" }
    }
    return listed.count == known.count && Set(listed) == Set(known)
  }

  private func names(of contacts: [Contact]) -> String {
    contacts.map { registry.name(of: $0.person) }.joined(separator: ", ")
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
