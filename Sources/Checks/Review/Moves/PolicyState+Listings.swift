import Diagnostics
import Documents
import Policy

extension PolicyState {
  /// The platforms that one of its documents lists, in its order.
  func listings(ofDocument index: Int) -> [Listing] {
    let document = documents[index]
    // What is meant for a tier of its own is not the section's.
    let others = tierTables(ofDocument: index).map { document.document.tables[$0.table].range }
    let rows = document.located.rows.filter { row in
      !row.platform.text.isEmpty && !others.contains { $0.start <= row.range.start && row.range.end <= $0.end }
    }
    let divisions = TierDivisions(document)
    return rows.map { row in
      var listing = Listing(row, in: document.file.path)
      listing.division = divisions[row.range.start]
      return listing
    }
  }

  /// The platforms of all its documents.
  var documentListings: [Listing] { documents.indices.flatMap { listings(ofDocument: $0) } }

  /// The registry's platforms, where their last moves took them.
  var registryListings: [Listing] {
    guard let state = registry else { return [] }
    return state.registry.platforms.compactMap { platform in
      guard let move = platform.moves.last else { return nil }
      let location = state.places[platform.id].map { places in
        Location(file: places.file.path, range: places["moves", .element(platform.moves.count - 1), "to"])
      }
      return Listing(platform, after: move, in: state.registry, at: location)
    }
  }

  /// The index of the document that a row stands in.
  func document(of listing: Listing) -> Int? { documents.firstIndex { $0.file.path == listing.location.file } }
}
