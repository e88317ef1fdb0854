/// The widths of a grid table's columns, in display columns, without borders and margins.
struct GridWidths {
  /// What the words of each column ask for.
  private(set) var natural: [Int]
  /// What each column must have, for its longest word.
  private(set) var minimum: [Int]

  init(columns: Int) {
    natural = Array(repeating: 1, count: columns)
    minimum = natural
  }

  init(_ rows: [[[RSTWord]]], columns: Int) {
    self.init(columns: columns)
    for row in rows {
      for (column, words) in row.enumerated().prefix(columns) { add(words, to: column) }
    }
  }

  mutating func add(_ words: [RSTWord], to column: Int) {
    natural[column] = max(natural[column], RSTLine.width(of: words))
    minimum[column] = max(minimum[column], words.lazy.map { $0.minimumWidth }.max() ?? 1)
  }

  /// Natural widths where the whole table then fits; otherwise the widest columns are narrowed alike.
  func fitting(_ total: Int) -> [Int] {
    let available = total - 3 * natural.count - 1
    func widths(cap: Int) -> [Int] { zip(natural, minimum).map { max($1, min($0, cap)) } }
    var low = 1
    var high = max(1, natural.max() ?? 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(cap: middle).reduce(0, +) <= available { low = middle } else { high = middle - 1 }
    }
    return widths(cap: low)
  }
}
