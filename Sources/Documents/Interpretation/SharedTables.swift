import Policy

/// The tables that several places share, each reading the rows that have its word in one column.
struct SharedTables {
  /// For each table, by its index in the document, the places that read it.
  private var readers: [Int: [TierSection]] = [:]

  init(_ places: [Place], _ forms: [LocatedListing.Form]) {
    for (place, form) in zip(places, forms) {
      guard case .tables(let indices) = form, place.listing.rowFilter != nil else { continue }
      for index in indices { readers[index, default: []].append(place.listing) }
    }
    // Where one place reads some rows, the others are none of the policy's.
    readers = readers.filter { $0.value.count > 1 && Set($0.value.map { $0.rowFilter?.column.folded }).count == 1 }
  }

  /// The cells whose word is no place's: their rows are nobody's.
  func unknownTiers(in document: PolicyDocument) -> [LocatedText] {
    readers.sorted { $0.key < $1.key }.flatMap { index, listings -> [LocatedText] in
      guard let listing = listings.first else { return [] }
      let table = document.tables[index]
      let columns = TableColumns(table, of: listing)
      let words = Set(listings.compactMap { $0.rowFilter?.text.folded })
      return table.meantRows.dropFirst(columns.firstEntry).joined()
        .filter { $0.column == columns.rowFilterColumn && !words.contains($0.text.folded) }
        .map { LocatedText($0.text, at: $0.range) }
    }
  }
}
