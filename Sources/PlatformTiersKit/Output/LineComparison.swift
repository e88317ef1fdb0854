/// Which lines of an old text are kept in a new one, by Myers' greedy algorithm.
///
/// An exact answer costs the number of differences squared. After `depth` differences the best way so far is taken and
/// the search starts again from its end, so that the effort is at most lines × depth; the answer is then still a correct
/// one, if not always the shortest.
struct LineComparison {
  /// A stretch of lines that changed: empty on one side for a pure insertion or deletion.
  struct Change: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  private(set) var changes: [Change] = []
  private let old: [Int]
  private let new: [Int]
  private let depth: Int

  /// - Parameters:
  ///   - old: one number a line, equal where the lines are.
  ///   - new: numbers of the same kind.
  init(old: [Int], new: [Int], depth: Int = 256) {
    self.old = old
    self.new = new
    self.depth = depth
    var start = (old: 0, new: 0)
    while start.old < old.count, start.new < new.count, old[start.old] == new[start.new] {
      start.old += 1
      start.new += 1
    }
    var end = (old: old.count, new: new.count)
    while end.old > start.old, end.new > start.new, old[end.old - 1] == new[end.new - 1] {
      end.old -= 1
      end.new -= 1
    }
    while start.old < end.old, start.new < end.new { start = compare(from: start, to: end) }
    record(Change(old: start.old..<end.old, new: start.new..<end.new))
  }

  /// Appends a change, joined with the one before where no kept line stands between them.
  private mutating func record(_ change: Change) {
    guard !change.old.isEmpty || !change.new.isEmpty else { return }
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = Change(
        old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }

  /// Searches up to `depth` differences far and records what it found.
  ///
  /// - Returns: how far it came; the end where it reached that.
  private mutating func compare(from start: (old: Int, new: Int), to end: (old: Int, new: Int)) -> (old: Int, new: Int)
  {
    let (oldCount, newCount) = (end.old - start.old, end.new - start.new)
    let limit = min(depth, oldCount + newCount)
    let width = limit + 1
    // furthest[diagonal + width]: how many old lines are passed on the diagonal, old minus new.
    var furthest = [Int](repeating: 0, count: 2 * width + 1)
    var rounds: [[Int]] = []
    for round in 0...limit {
      rounds.append(Array(furthest[(width - round)...(width + round)]))
      for diagonal in stride(from: -round, through: round, by: 2) {
        let isInsertion =
          diagonal == -round
          || (diagonal != round && furthest[width + diagonal - 1] < furthest[width + diagonal + 1])
        var x = isInsertion ? furthest[width + diagonal + 1] : furthest[width + diagonal - 1] + 1
        while x < oldCount, x - diagonal < newCount, old[start.old + x] == new[start.new + x - diagonal] { x += 1 }
        furthest[width + diagonal] = x
        if x >= oldCount, x - diagonal >= newCount {
          recordPath(rounds, to: (x, x - diagonal), from: start)
          return end
        }
      }
    }
    let best = bestEnd(of: furthest, width: width, round: limit, oldCount: oldCount, newCount: newCount)
    guard best != (0, 0) else {
      record(Change(old: start.old..<end.old, new: start.new..<end.new))
      return end
    }
    recordPath(rounds, to: best, from: start)
    return (start.old + best.0, start.new + best.1)
  }

  /// The end of the last round that passed most lines and stands within both texts.
  private func bestEnd(of furthest: [Int], width: Int, round: Int, oldCount: Int, newCount: Int) -> (Int, Int) {
    var best = (0, 0)
    for diagonal in stride(from: -round, through: round, by: 2) {
      let x = furthest[width + diagonal]
      let y = x - diagonal
      if x <= oldCount, y <= newCount, x + y > best.0 + best.1 { best = (x, y) }
    }
    return best
  }

  /// Walks the rounds back from an end, and records the changes in order.
  ///
  /// - Parameter rounds: `furthest` before each round, diagonals -round...round.
  private mutating func recordPath(_ rounds: [[Int]], to end: (Int, Int), from start: (old: Int, new: Int)) {
    var (x, y) = end
    var found: [Change] = []
    var round = rounds.count - 1
    while round > 0 {
      let before = rounds[round]
      let diagonal = x - y
      func passed(_ diagonal: Int) -> Int { before[diagonal + round] }
      let isInsertion = diagonal == -round || (diagonal != round && passed(diagonal - 1) < passed(diagonal + 1))
      let previousX = isInsertion ? passed(diagonal + 1) : passed(diagonal - 1)
      let previousY = previousX - (isInsertion ? diagonal + 1 : diagonal - 1)
      let (oldLine, newLine) = (start.old + previousX, start.new + previousY)
      found.append(
        isInsertion
          ? Change(old: oldLine..<oldLine, new: newLine..<(newLine + 1))
          : Change(old: oldLine..<(oldLine + 1), new: newLine..<newLine))
      (x, y) = (previousX, previousY)
      round -= 1
    }
    for change in found.reversed() { record(change) }
  }
}
