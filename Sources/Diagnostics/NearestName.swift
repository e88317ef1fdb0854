/// Finds the name that a misspelt one was probably meant to be, for "did you mean".
package enum NearestName {
  /// The candidate with the fewest edits between it and `name`, case aside; the first of several.
  ///
  /// Nil when none is near: more than a third of the letters, or more than three, would have to change. Short names have
  /// room for one edit, those of one or two letters for none.
  package static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
    let length = name.unicodeScalars.count
    let limit = length < 3 ? 0 : min(3, max(1, length / 3))
    let lowercased = name.lowercased()
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let bound = best.map { $0.distance - 1 } ?? limit
      guard bound >= 0 else { break }
      if let found = distance(lowercased, candidate.lowercased(), limit: bound) {
        best = (candidate, found)
      }
    }
    return best?.name
  }

  /// How many letters have to be inserted, deleted, replaced or swapped with their neighbour to turn one text into the
  /// other; nil when more than `limit`.
  ///
  /// Letters are Unicode scalars. The time is bounded by the longer text times `limit`.
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var twoAbove: [Int] = []
    var above = (0...right.count).map { min($0, far) }
    for row in 0..<left.count {
      var current = [Int](repeating: far, count: right.count + 1)
      current[0] = min(row + 1, far)
      // Cells further from the diagonal than the limit cannot hold less than it.
      let band = max(0, row - limit)..<max(min(right.count, row + limit + 1), max(0, row - limit))
      for column in band {
        var cost = above[column] + (left[row] == right[column] ? 0 : 1)
        cost = min(cost, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, twoAbove[column - 1] + 1)
        }
        current[column + 1] = min(cost, far)
      }
      if current.allSatisfy({ $0 >= far }) { return nil }
      (twoAbove, above) = (above, current)
    }
    let result = above[right.count]
    return result <= limit ? result : nil
  }
}
