import Checks
import Diagnostics

/// A review for a person: the moves, a line each, what the change has to answer for, and apart from it what was there
/// before.
struct ReviewText {
  private let result: ReviewResult
  private let options: ReportOptions

  init(_ result: ReviewResult, _ options: ReportOptions = ReportOptions()) {
    self.result = result
    self.options = options
  }

  func bytes(_ layout: Layout = Layout(), isFull: Bool = false) -> [UInt8] {
    let old = options.applied(to: result.report(result.review.oldDiagnostics))
    let new = options.applied(to: result.report(result.review.diagnostics))
    let findings = Reporter.render(new, as: isFull ? .full : .text, layout)
    let oldLines = Reporter.render(old, as: .concise)
    if options.isQuiet { return findings + oldLines }
    var output = Array((headline(layout) + moves(layout)).utf8)
    if !result.review.diagnostics.isEmpty { output += "\n".utf8 + findings }
    if !old.diagnostics.isEmpty {
      output += "\nbefore this change there \(old.diagnostics.count == 1 ? "was" : "were") already:\n".utf8 + oldLines
    }
    if old.leftOut > 0 { output += "\nof what was there before, \(old.leftOut) less grave left out\n".utf8 }
    if result.review.diagnostics.isEmpty, result.failures.isEmpty, !result.review.lacksEvidence {
      let isRead = result.review.unreadTiers.isEmpty
      output += "\nnothing is missing from \(isRead ? "this change" : "what was read of this change")\n".utf8
    }
    output += ("\n" + layout.paragraph(StyledText(result.comparison))).utf8
    return output
  }

  private func headline(_ layout: Layout) -> String {
    let count = result.review.moves.count
    let moves = count == 0 ? "no move" : count == 1 ? "1 move" : "\(count) moves"
    return layout.paragraph(
      "\(moves, .strong) from \(result.shownBase) to \(result.shownHead)\(count == 0 ? "" : ":")")
  }

  private func moves(_ layout: Layout) -> String {
    let wording = MoveWording(policy: result.policy)
    return result.review.moves.map { move in
      let place = move.location.map { " (\($0.file):\($0.range.start.line))" } ?? ""
      return layout.paragraph("\(wording.sentence(move))\(place, .quiet)", indent: 2, hanging: 2)
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
