import Diagnostics
package import Documents
package import Policy

/// How a document and the registry of its project fit together: which row is which platform's.
package struct Agreement: Sendable {
  /// A row and the platform that it is about, wherever each stands.
  package struct Pair: Sendable {
    package let row: LocatedRow
    /// The platform as the registry lists it on the day.
    package let registered: Listing
  }

  package let registry: Registry
  package let listings: [LocatedListing]
  package let pairs: [Pair]
  /// Further rows of platforms that are in a pair: the registry has each once.
  package let repeated: [Pair]
  /// Rows about no platform of the registry.
  package let unregistered: [LocatedRow]
  /// Platforms that no row is about, in the order of their ids.
  package let unlisted: [Listing]
  /// When platforms that are nowhere yet on the day come to their first place, by their folded names.
  package let arrivals: [String: CalendarDate]

  /// - Parameters:
  ///   - file: the path of the document.
  ///   - today: the day on which the places hold; a platform without a move by then is not there yet.
  package init(_ located: LocatedPolicy, in file: String, registry: Registry, today: CalendarDate) {
    self.registry = registry
    listings = located.listings
    var arrivals: [String: CalendarDate] = [:]
    let registered = registry.platforms.compactMap { platform -> Listing? in
      if let move = platform.move(at: today) { return Listing(platform, after: move, in: registry) }
      arrivals[platform.name.folded] = platform.moves.first?.date
      return nil
    }
    self.arrivals = arrivals
    let rows = located.rows.filter { !$0.platform.text.isEmpty }
    let matching = Matching(from: rows.map { Listing($0, in: file) }, to: registered)
    pairs = matching.pairs.sorted { $0.from < $1.from }.map { Pair(row: rows[$0.from], registered: registered[$0.to]) }
    repeated = matching.repeatedFrom.map {
      Pair(row: rows[$0.listing], registered: registered[matching.pairs[$0.pair].to])
    }
    unregistered = matching.onlyFrom.map { rows[$0] }
    unlisted = (matching.onlyTo + matching.repeatedTo.map { $0.listing }).sorted().map { registered[$0] }
  }
}

extension Agreement {
  /// The pairs whose row stands where the platform does. Elsewhere a row has other notes and contacts to give, and that
  /// it stands there is said already.
  var pairsInPlace: some Sequence<Pair> { pairs.lazy.filter { $0.row.place.id == $0.registered.place.id } }

  /// The rows that stand where the registry has their platforms, in tables with a column of this role.
  func pairs(showing role: ColumnRole) -> some Sequence<Pair> {
    pairsInPlace.filter { pair in pair.row.place.listing.columns.contains { $0.role == role } }
  }

  /// The rows that stand elsewhere than the registry has their platforms.
  var misplaced: some Sequence<Pair> { pairs.lazy.filter { $0.row.place.id != $0.registered.place.id } }

  /// The rows that call their platforms otherwise than the registry.
  var misnamed: some Sequence<Pair> {
    pairs.lazy.filter { $0.row.platform.text.folded != $0.registered.name.folded }
  }
}

extension Listing {
  /// How messages call the platform's file.
  var file: String { "'\(location.file)'" }

  /// `since 2026-06-16, by pull request 31653`
  var origin: String {
    guard let move else { return "" }
    guard case .number(let number) = move.pullRequests.first else { return "since \(move.date)" }
    return "since \(move.date), by pull request \(number)"
  }
}
