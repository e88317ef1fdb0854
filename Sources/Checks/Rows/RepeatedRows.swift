import Documents

/// The rows of a document that say what an earlier one said.
enum RepeatedRows {
  /// Each row that names a platform with the same key as an earlier one, and the first of these.
  ///
  /// Keys are compared by their hashes first, so that those of a table of 100,000 rows need not be kept.
  static func find(in located: LocatedPolicy, by key: (LocatedRow) -> String?) -> [(row: LocatedRow, first: LocatedRow)]
  {
    var hashes: [(hash: UInt64, row: LocatedPolicy.RowIndex)] = []
    hashes.reserveCapacity(located.rowCount)
    for index in located.rowIndices {
      let row = located[index]
      // Where the policy tells platforms apart by nothing, one may stand any number of times.
      guard !row.platform.text.isEmpty, let key = key(row) else { continue }
      hashes.append((StableHash(key.utf8).value, index))
    }
    hashes.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    return hashes.runs { $0.hash == $1.hash }.flatMap { run in
      repeated(amongst: run.map { located[$0.row] }, by: key)
    }
  }

  private static func repeated(
    amongst rows: [LocatedRow], by key: (LocatedRow) -> String?
  ) -> [(row: LocatedRow, first: LocatedRow)] {
    var firsts: [String: Int] = [:]
    return rows.indices.compactMap { index -> (row: LocatedRow, first: LocatedRow)? in
      guard let key = key(rows[index]) else { return nil }
      guard let first = firsts[key] else {
        firsts[key] = index
        return nil
      }
      return (rows[index], rows[first])
    }
  }
}
