/// How many empty cells tables may yet be given that take no room in the file.
///
/// A short row of a simple table or `csv-table` has the cells that it lacks, so that a kilobyte of columns and a kilobyte
/// of rows would be a million cells. docutils goes on until memory ends; here such rows are cut short at last.
struct UnwrittenCells {
  private var left: Int

  init(byteCount: Int) {
    left = max(1_000_000, byteCount)
  }

  /// Whether `count` further cells (or lines of cells) may be added, which are then counted.
  mutating func take(_ count: Int) -> Bool {
    guard count <= left else { return false }
    left -= count
    return true
  }
}
