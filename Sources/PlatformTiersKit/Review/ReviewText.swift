import Checks
import Diagnostics

/// A review for a person: the moves, a line each, what the change has to answer for, and apart from it what was there
/// before.
struct ReviewText {
  private let result: ReviewResult

  init(_ result: ReviewResult) {
    self.result = result
  }

  func bytes(color: Bool, columns: Int?) -> [UInt8] {
    var output = Array((headline + moves).utf8)
    let new = result.review.diagnostics
    let old = result.review.oldDiagnostics
    if !new.isEmpty {
      output += "\n".utf8
      output += Reporter.render(result.report(new), as: .text, color: color, columns: columns)
    }
    if !old.isEmpty {
      output += "\nbefore this change there \(old.count == 1 ? "was" : "were") already:\n".utf8
      output += Reporter.render(result.report(old), as: .concise, color: false)
    }
    if new.isEmpty, result.failures.isEmpty {
      let isRead = result.review.unreadTiers.isEmpty
      output += "\nnothing is missing from \(isRead ? "this change" : "what was read of this change")\n".utf8
    }
    output += "\n\(result.comparison)\n".utf8
    return output
  }

  private var headline: String {
    let count = result.review.moves.count
    let moves = count == 0 ? "no move" : count == 1 ? "1 move" : "\(count) moves"
    return "\(moves) from \(result.shownBase) to \(result.shownHead)\(count == 0 ? "" : ":")\n"
  }

  private var moves: String {
    let wording = MoveWording(policy: result.policy)
    return result.review.moves.map { move in
      let place = move.location.map { " (\($0.file):\($0.range.start.line))" } ?? ""
      return "  " + VisibleText.of(wording.sentence(move) + place) + "\n"
    }.joined()
  }
}

extension ReviewResult {
  var shownBase: String { Self.shown(baseName) }
  /// Of a merge, the commit that it merges: the other one's id says nothing to anybody.
  var shownHead: String { Self.shown(links.merged ?? headName) }

  /// A commit's id as short as people write it; other names as `the work tree`, and paths as they are.
  private static func shown(_ name: String) -> String {
    if ["work tree", "index"].contains(name) { return "the " + name }
    let isId = [40, 64].contains(name.utf8.count) && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    return isId ? String(name.prefix(10)) : VisibleText.of(name)
  }
}
