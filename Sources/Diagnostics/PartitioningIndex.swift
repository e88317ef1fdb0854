extension RandomAccessCollection {
  /// The index of the first element that fulfils the condition, in a collection where all that do stand behind all that
  /// do not; found by halving.
  @inlinable package func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
