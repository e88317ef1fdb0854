package import Documents
package import Policy

/// How a document and the registry of its project fit together: which row is which platform's.
package struct Agreement: Sendable {
  /// A platform as it stands on the day.
  package struct Standing: Sendable {
    package let platform: Platform
    /// The move that brought it where it is.
    package let move: Move
    package let place: Place

    /// The texts that tell it from other platforms, as the policy orders them.
    func identity(in registry: Registry) -> [String] {
      registry.policy.identity.map { role in
        switch role {
        case .platform: platform.name.folded
        case .notes: notes.folded
        case .contacts: contactNames(in: registry).joined(separator: ", ").folded
        case .other: ""
        }
      }
    }

    /// What the tables say of it, as plain text.
    var notes: String { MarkdownInline.parse(platform.notes(after: move)).map(\.text).joined() }

    func contactNames(in registry: Registry) -> [String] {
      platform.contacts(after: move).map { registry.name(of: $0.person) }
    }
  }

  /// A row and the platform that it is about, wherever each stands.
  package struct Pair: Sendable {
    package let row: LocatedRow
    package let standing: Standing
  }

  /// The pairs whose row stands where the platform does. Elsewhere a row has other notes and contacts to give, and that
  /// it stands there is said already.
  var pairsInPlace: some Sequence<Pair> { pairs.lazy.filter { $0.row.place.id == $0.standing.place.id } }

  package let registry: Registry
  package let listings: [LocatedListing]
  package private(set) var pairs: [Pair] = []
  /// Rows about no platform of the registry.
  package private(set) var unregistered: [LocatedRow] = []
  /// Platforms that no row is about, in the order of their ids.
  package private(set) var unlisted: [Standing] = []
  /// When platforms that are nowhere yet on the day come to their first place, by their folded names.
  package private(set) var arrivals: [String: CalendarDate] = [:]
  /// The rows that name their platform by another spelling than the registry.
  package private(set) var misspelt: [Pair] = []

  /// - Parameter today: the day on which the places hold; a platform without a move by then is not there yet.
  package init(_ located: LocatedPolicy, registry: Registry, today: CalendarDate) {
    self.registry = registry
    listings = located.listings
    for platform in registry.platforms {
      guard let move = platform.move(at: today) else {
        arrivals[platform.name.folded] = platform.moves.first?.date
        continue
      }
      guard let place = registry.policy.place(move.to) else { continue }
      unlisted.append(Standing(platform: platform, move: move, place: place))
    }
    unregistered = located.rows.filter { !$0.platform.text.isEmpty }
    pair(rows: { $0.identity.map(\.folded) }, platforms: { $0.identity(in: registry) })
    pair(rows: { [$0.platform.text.folded] }, platforms: { [$0.platform.name.folded] })
    // Another spelling is a fault of its own, and not a platform too few and one too many.
    pair(
      rows: { [PlatformSpelling($0.platform.text).key] }, platforms: { [PlatformSpelling($0.platform.name).key] },
      isSame: false)
  }

  /// Joins the rows and platforms left that have the same key: first those in the same place, then in their order.
  private mutating func pair(
    rows key: (LocatedRow) -> [String], platforms other: (Standing) -> [String], isSame: Bool = true
  ) {
    guard !unregistered.isEmpty, !unlisted.isEmpty else { return }
    var waiting: [[String]: [Int]] = [:]
    for (index, standing) in unlisted.enumerated() { waiting[other(standing), default: []].append(index) }
    var taken: Set<Int> = []
    var open: [LocatedRow] = []
    for row in unregistered {
      let key = key(row)
      let candidates = waiting[key, default: []]
      let position = candidates.firstIndex { unlisted[$0].place.id == row.place.id } ?? candidates.indices.first
      guard let position else {
        open.append(row)
        continue
      }
      let index = candidates[position]
      waiting[key]?.remove(at: position)
      taken.insert(index)
      let pair = Pair(row: row, standing: unlisted[index])
      if isSame { pairs.append(pair) } else { misspelt.append(pair) }
    }
    unregistered = open
    unlisted = unlisted.indices.filter { !taken.contains($0) }.map { unlisted[$0] }
  }
}

extension Agreement {
  /// The rows that stand where the registry has their platforms, in listings with a column of this role.
  func pairs(showing role: ColumnRole) -> some Sequence<Pair> {
    pairsInPlace.filter { pair in pair.row.place.listing.columns.contains { $0.role == role } }
  }

  /// The rows that stand elsewhere than the registry has their platforms.
  var misplaced: some Sequence<Pair> { pairs.lazy.filter { $0.row.place.id != $0.standing.place.id } }
}

extension Agreement.Standing {
  /// How messages call the platform's file.
  var file: String { "'platforms/\(platform.id).yaml'" }

  /// `since 2026-06-16 (pull request 31653)`
  var origin: String {
    guard case .number(let number) = move.pullRequests.first else { return "since \(move.date)" }
    return "since \(move.date), by pull request \(number)"
  }
}
