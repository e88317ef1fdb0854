import Checks
import Diagnostics
import Documents
import Policy

/// A review as a pull request's comment and a job's summary: the moves in a table, what is missing as a check list, the
/// rest folded.
///
/// The first line is the same in every comment, so that a later run finds the one to update.
struct ReviewMarkdown {
  /// By what a comment of an earlier run is found.
  static let marker = "<!-- platform-tiers review -->"
  /// GitHub refuses longer comments.
  static let limit = 65_536

  private let result: ReviewResult
  private let wording: MoveWording
  /// From the root of the repository.
  private let paths: [String: String]

  init(_ result: ReviewResult) {
    self.result = result
    paths = RepositoryPaths.of(result.report(result.review.findings.map { $0.diagnostic }))
    wording = MoveWording(policy: result.policy)
  }

  var bytes: [UInt8] {
    var page = BoundedText(limit: Self.limit - Self.reserve)
    page.add(BoundedText.Section(opening: "", entries: [head]))
    page.add(moveTable)
    page.add(checkList)
    page.add(changes)
    page.add(details)
    page.add(earlier)
    guard page.omitted > 0 else { return Array(page.text.utf8) }
    let left = page.omitted == 1 ? "One entry is" : "\(page.omitted) entries are"
    let text = "\n\(left) left out, since a comment holds no more; `platform-tiers review` prints all.\n"
    return Array((page.text + text).utf8)
  }

  /// For the line that says what is left out.
  private static let reserve = 200

  // MARK: - Headline

  private var head: String {
    var text = "\(Self.marker)\n### Platform support: \(headline)\n\n"
    text +=
      "From \(GitHubText.escaped(result.shownBase)) to \(GitHubText.escaped(result.shownHead)); \(result.comparison).\n"
    if !result.failures.isEmpty {
      text += "\nThe review is not complete:\n\n"
      text += result.failures.prefix(10).map { "- \(GitHubText.escaped($0.message))\n" }.joined()
    }
    return text
  }

  /// `3 moves, 1 blocked`; findings that belong to no move are told as such.
  private var headline: String {
    let moves = result.review.moves
    let errors = result.review.findings.filter { $0.standing != .old && $0.diagnostic.severity == .error }
    let blockedSubjects = Set(errors.map { $0.subject })
    let blocked = moves.count { blockedSubjects.contains($0.subject) }
    let subjects = Set(moves.map { String?.some($0.subject) })
    let others = errors.count { !subjects.contains($0.subject) }
    var parts = [moves.isEmpty ? "no moves" : moves.count == 1 ? "1 move" : "\(moves.count) moves"]
    if !moves.isEmpty { parts.append(blocked == 0 ? "none blocked" : "\(blocked) blocked") }
    if others > 0 { parts.append("\(others) other \(others == 1 ? "error" : "errors")") }
    return parts.joined(separator: ", ")
  }

  // MARK: - Sections

  private var moveTable: BoundedText.Section {
    let rows = result.review.moves.map { move in
      let cells = [
        move.kind.rawValue.replacing("-", by: " "), GitHubText.escaped(move.subject, limit: 100),
        GitHubText.escaped(wording.place(move.from) ?? "–", limit: 100),
        GitHubText.escaped(wording.place(move.to) ?? "–", limit: 100),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return BoundedText.Section(
      opening: "\n| Move | Platform or tier | Was in | Is in |\n|---|---|---|---|\n", entries: rows,
      limit: Self.limit / 3)
  }

  /// What is missing, and what was asked for and is there.
  private var checkList: BoundedText.Section {
    let missing = result.review.diagnostics.filter { $0.severity == .error }.sorted(by: Diagnostic.reportOrder)
      .map { "- [ ] \(GitHubText.escaped($0.message)) (\(place(of: $0)))\n" }
    let found = result.review.moves.flatMap { move in
      move.requirements.compactMap { requirement -> String? in
        guard case .found(let evidence) = requirement.answer else { return nil }
        let asked = requirement.evidence.rawValue.replacing("-", by: " ")
        let text = "\(move.subject): \(asked)" + (evidence.isEmpty ? "" : ", \(evidence)")
        return "- [x] \(GitHubText.escaped(text))\n"
      }
    }
    // One link may answer several moves of a platform.
    var told: Set<String> = []
    return BoundedText.Section(
      opening: "\n**\(missing.isEmpty ? "Nothing is missing" : "What is missing")**\n\n",
      entries: missing + found.filter { told.insert($0).inserted }, limit: Self.limit / 3)
  }

  /// Moves that are more than a change of place.
  private var changes: BoundedText.Section {
    let told = result.review.moves.filter { !wording.change($0).isEmpty || $0.isGuess }
    return folded(
      "What the moves change besides the place", told.map { "- \(GitHubText.escaped(wording.sentence($0)))\n" })
  }

  private var details: BoundedText.Section {
    let findings = result.review.diagnostics.sorted(by: Diagnostic.reportOrder)
    return folded("\(count(findings)), and what to do", findings.map(entry))
  }

  private var earlier: BoundedText.Section {
    let findings = result.review.oldDiagnostics.sorted(by: Diagnostic.reportOrder)
    return folded("\(count(findings)) from before this change", findings.map(entry))
  }

  private func folded(_ summary: String, _ entries: [String]) -> BoundedText.Section {
    BoundedText.Section(
      opening: "\n<details>\n<summary>\(summary)</summary>\n\n", entries: entries, closing: "\n</details>\n")
  }

  private func entry(_ finding: Diagnostic) -> String {
    var lines = ["- **\(finding.severity.rawValue)** `\(finding.rule)` \(place(of: finding))"]
    lines.append("  " + GitHubText.escaped(finding.message))
    if let help = finding.help { lines.append("  *" + "help*: " + GitHubText.escaped(help)) }
    return lines.joined(separator: "\\\n") + "\n"
  }

  private func place(of finding: Diagnostic) -> String {
    GitHubText.escaped("\(paths[finding.file] ?? finding.file):\(finding.range.start.line)", limit: 300)
  }

  private func count(_ findings: [Diagnostic]) -> String {
    findings.count == 1 ? "1 finding" : "\(findings.count) findings"
  }
}

extension ReviewedMove {
  fileprivate var isGuess: Bool {
    if case .likeness = match { true } else { false }
  }
}

extension String {
  fileprivate func replacing(_ character: Character, by other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
