import Checks
import Diagnostics
import Documents
import Policy

/// A review as a pull request's comment and a job's summary: what blocks, the moves in a table with what the policy asks of
/// each and what shows it, what is missing as a check list, the rest folded.
///
/// The first line is the same in every comment, so that a later run finds the one to update.
struct ReviewMarkdown {
  /// By what a comment of an earlier run is found.
  static let marker = "<!-- platform-tiers review -->"
  /// GitHub refuses longer comments.
  static let limit = 65_536
  /// Characters of one text.
  private static let textLimit = 600

  private let result: ReviewResult
  private let wording: MoveWording
  private let headline: ReviewHeadline

  init(_ result: ReviewResult) {
    self.result = result
    wording = MoveWording(policy: result.policy)
    headline = ReviewHeadline(result.review)
  }

  var bytes: [UInt8] {
    var page = BoundedText(limit: Self.limit - Self.reserve)
    page.add(BoundedText.Section(opening: "", entries: [head]))
    page.add(moveTable)
    page.add(checkList)
    page.add(changes)
    page.add(further)
    page.add(earlier)
    guard page.omitted > 0 else { return Array(page.text.utf8) }
    let left = page.omitted == 1 ? "One entry is" : "\(page.omitted) entries are"
    let text = "\n\(left) left out, since a comment holds no more; `platform-tiers review` prints all.\n"
    return Array((page.text + text).utf8)
  }

  /// For the line that says what is left out.
  private static let reserve = 200

  private var head: String {
    let base = GitHubText.link(result.shownBase, to: result.links.commit(result.baseName))
    let head = GitHubText.link(result.shownHead, to: result.links.commit(result.links.merged ?? result.headName))
    var text = "\(Self.marker)\n### Platform support: \(headline.words)\n\n"
    text += "From \(base) to \(head); \(result.comparison).\n"
    if !result.failures.isEmpty {
      text += "\nThe review is not complete:\n\n"
      text += result.failures.prefix(10).map { "- \(GitHubText.escaped($0.message, limit: Self.textLimit))\n" }.joined()
    }
    return text
  }

  // MARK: - Moves

  private var moveTable: BoundedText.Section {
    let titles = ["Move", "Platform or tier", "Was in", "Is in", "The policy asks for", "Shown by"]
    return BoundedText.Section(
      opening: "\n" + GitHubText.row(titles) + GitHubText.rule(titles.count), entries: result.review.moves.map(row),
      limit: Self.limit / 3)
  }

  private func row(of move: ReviewedMove) -> String {
    let (base, head) = (move.base ?? move.registryBase, move.head ?? move.registryHead)
    let old = result.links.inBase(base)
    let new = result.links.inHead(head)
    let own = head == nil ? old : new
    func place(_ id: String?, _ link: String?) -> String {
      wording.place(id).map { GitHubText.link($0, to: link, limit: 100) } ?? "–"
    }
    let asked = move.requirements.map { GitHubText.escaped($0.evidence.rawValue.replacing("-", by: " ")) }
    let shown = move.requirements.map { requirement in
      switch requirement.answer {
      case .missing: "**missing**"
      case .found(let evidence): GitHubText.link(evidence.isEmpty ? "the change" : evidence, to: own, limit: 2000)
      }
    }
    return GitHubText.row([
      move.kind.rawValue.replacing("-", by: " "), GitHubText.link(move.subject, to: own, limit: 100),
      place(move.from, old), place(move.to, new), Self.lines(asked), Self.lines(shown),
    ])
  }

  private static func lines(_ texts: [String]) -> String { texts.isEmpty ? "–" : texts.joined(separator: "<br>") }

  // MARK: - Findings

  /// What has to be mended, each once, with what to do.
  private var checkList: BoundedText.Section {
    let missing = result.review.diagnostics.filter { $0.severity == .error }.sorted(by: Diagnostic.reportOrder)
    guard missing.isEmpty else {
      return BoundedText.Section(
        opening: "\n**What is missing**\n\n",
        entries: missing.map {
          entry("[ ] " + GitHubText.escaped($0.message, limit: Self.textLimit), "\(rule(of: $0)), \(place(of: $0))", $0)
        },
        limit: Self.limit / 2)
    }
    let isWarned = result.review.diagnostics.contains { $0.severity == .warning }
    let isRead = result.failures.isEmpty && result.review.unreadTiers.isEmpty
    let isWhole = isRead && !result.review.moves.isEmpty && !result.review.lacksEvidence && !isWarned
    return BoundedText.Section(
      opening: "", entries: isWhole ? ["\nNothing that the policy asks for is missing from this change.\n"] : [])
  }

  /// Moves that are more than a change of place.
  private var changes: BoundedText.Section {
    let told = result.review.moves.filter { !wording.change($0).isEmpty || $0.isGuess }
    return folded(
      "What the moves change besides the place",
      told.map { "- \(GitHubText.escaped(wording.sentence($0), limit: Self.textLimit))\n" })
  }

  private var further: BoundedText.Section {
    let findings = result.review.diagnostics.filter { $0.severity < .error }.sorted(by: Diagnostic.reportOrder)
    return folded("\(count(findings)) besides, which \(findings.count == 1 ? "blocks" : "block") nothing", findings)
  }

  private var earlier: BoundedText.Section {
    let findings = result.review.oldDiagnostics.sorted(by: Diagnostic.reportOrder)
    return folded("\(count(findings)) from before this change", findings)
  }

  private func folded(_ summary: String, _ findings: [Diagnostic]) -> BoundedText.Section {
    folded(
      summary,
      findings.map { finding in
        let title = "**\(finding.severity.rawValue)** \(rule(of: finding)) \(place(of: finding))"
        return entry(title, GitHubText.escaped(finding.message, limit: Self.textLimit), finding)
      })
  }

  private func folded(_ summary: String, _ entries: [String]) -> BoundedText.Section {
    BoundedText.Section(
      opening: "\n<details>\n<summary>\(summary)</summary>\n\n", entries: entries, closing: "\n</details>\n")
  }

  private func entry(_ first: String, _ second: String, _ finding: Diagnostic) -> String {
    let help = finding.help.map { ["  *help*: " + GitHubText.escaped($0, limit: Self.textLimit)] } ?? []
    return (["- " + first, "  " + second] + help).joined(separator: "\\\n") + "\n"
  }

  private func rule(of finding: Diagnostic) -> String {
    GitHubText.link(finding.rule, to: RulePages.address(of: finding.rule))
  }

  private func place(of finding: Diagnostic) -> String {
    let path = RepositoryPaths.inside(finding.file) ?? finding.file
    let link = result.links.inHead(Location(file: finding.file, range: finding.range))
    return GitHubText.link("\(path):\(finding.range.start.line)", to: link)
  }

  private func count(_ findings: [Diagnostic]) -> String {
    findings.count == 1 ? "1 finding" : "\(findings.count) findings"
  }
}

/// How many moves there are, and what blocks: `3 moves, 1 blocked (FreeBSD: undecided-demotion)`.
struct ReviewHeadline {
  let words: String

  init(_ review: Review) {
    let moves = review.moves
    let errors = review.findings.filter { $0.standing != .old && $0.diagnostic.severity == .error }
    var parts = [moves.isEmpty ? "no moves" : moves.count == 1 ? "1 move" : "\(moves.count) moves"]
    let subjects = Set(moves.map { $0.subject })
    let blocking = errors.filter { finding in finding.subject.map(subjects.contains) ?? false }
    let blocked = Set(blocking.compactMap { $0.subject })
    if !moves.isEmpty {
      let names = blocking.map { "\(GitHubText.escaped($0.subject ?? "", limit: 60)): \($0.diagnostic.rule)" }
      let number = moves.count { blocked.contains($0.subject) }
      parts.append(number == 0 ? "none blocked" : "\(number) blocked" + Self.listed(names))
    }
    let others = errors.filter { finding in !(finding.subject.map(subjects.contains) ?? false) }
    if !others.isEmpty {
      parts.append(
        "\(others.count) other \(others.count == 1 ? "error" : "errors")"
          + Self.listed(others.map { $0.diagnostic.rule }))
    }
    words = parts.joined(separator: ", ")
  }

  /// In parentheses, each once; of many the first ones.
  private static func listed(_ texts: [String]) -> String {
    var seen: Set<String> = []
    let different = texts.filter { seen.insert($0).inserted }
    let more = different.count > limit ? ["\(different.count - limit) more"] : []
    return " (" + (different.prefix(limit) + more).joined(separator: ", ") + ")"
  }

  private static let limit = 3
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
