import Checks
import Diagnostics
import Documents
import Foundation
@testable import PlatformTiersKit
import Policy
import Testing

@Suite struct ReviewOutputTests {
  private let range = SourceRange(SourcePosition(line: 2, column: 1), SourcePosition(line: 2, column: 4))

  private func finding(
    _ rule: String, _ severity: Severity, _ message: String, _ standing: ReviewedFinding.Standing,
    subject: String? = nil
  ) -> ReviewedFinding {
    ReviewedFinding(
      Diagnostic(rule: rule, severity: severity, message: message, file: "a.rst", range: range, help: "type it"),
      standing, subject: subject)
  }

  private func move(_ kind: ReviewedMove.Kind, _ subject: String, from: String? = nil, to: String? = nil)
    -> ReviewedMove
  {
    var move = ReviewedMove(kind, subject, from: from, to: to)
    move.head = Location(file: "a.rst", range: range)
    return move
  }

  private func result(_ moves: [ReviewedMove], _ findings: [ReviewedFinding] = []) -> ReviewResult {
    ReviewResult(
      review: Review(moves: moves, findings: findings), baseName: String(repeating: "a1", count: 20),
      headName: "work tree", policy: .nep57, files: [SourceFile(path: "a.rst", text: "one\ntwo\n")],
      baseContents: contents, headContents: contents, failures: [])
  }

  private var contents: ReviewContents { ReviewContents(PolicyState(policy: .nep57)) }

  private func markdown(_ result: ReviewResult) -> String {
    String(decoding: ReviewMarkdown(result).bytes, as: UTF8.self)
  }

  private var sample: ReviewResult {
    var windows = move(.wheelsDropped, "Windows x86")
    windows.requirements = [
      Requirement(.mailingList, because: "", answer: .found("https://example.org/thread/1")),
      Requirement(.release, because: "", answer: .missing),
    ]
    return result(
      [
        move(.demoted, "FreeBSD", from: "tier-3", to: "formerly-supported"), windows,
        move(.promoted, "iOS", from: "known-interest", to: "tier-3"),
      ],
      [
        finding("undecided-demotion", .error, "'FreeBSD' lacks a link", .asked, subject: "FreeBSD"),
        finding("misaligned-border", .error, "the border is off", .new),
        finding("unused-target", .info, "nobody uses it", .new), finding("wrong-label", .warning, "old fault", .old),
      ])
  }

  @Test func aCommentHasAHeadlineATableAndACheckList() {
    #expect(
      markdown(sample) == """
        <!-- platform-tiers review -->
        ### Platform support: 3 moves, 1 blocked (FreeBSD: undecided-demotion), 1 other error (misaligned-border)

        From a1a1a1a1a1 to the work tree; compared nothing with nothing.

        | Move | Platform or tier | Was in | Is in | The policy asks for | Shown by |
        |---|---|---|---|---|---|
        | demoted | FreeBSD | Tier 3 | formerly supported platforms | – | – |
        | wheels dropped | Windows x86 | – | – | mailing list<br>release | <https://example.org/thread/1><br>**missing** |
        | promoted | iOS | platforms of known interest | Tier 3 | – | – |

        **What is missing**

        - [ ] the border is off\\
          misaligned-border, a.rst:2\\
          *help*: type it
        - [ ] 'FreeBSD' lacks a link\\
          undecided-demotion, a.rst:2\\
          *help*: type it

        <details>
        <summary>1 finding besides, which blocks nothing</summary>

        - **info** unused-target a.rst:2\\
          nobody uses it\\
          *help*: type it

        </details>

        <details>
        <summary>1 finding from before this change</summary>

        - **warning** wrong-label a.rst:2\\
          old fault\\
          *help*: type it

        </details>

        """)
  }

  @Test func aCommentSaysThatNothingIsMissingWhereAllWasRead() {
    var clean = result([move(.promoted, "iOS", from: "known-interest", to: "tier-3")])
    let sentence = "\nNothing that the policy asks for is missing from this change.\n"
    let partly = result(clean.review.moves, [finding("missing-tier", .warning, "no Tier 1", .old)])
    #expect(!markdown(partly).contains(sentence))
    #expect(markdown(clean).hasSuffix(sentence))
    var lacking = clean
    lacking.review.moves[0].requirements = [Requirement(.announcement, because: "", answer: .missing)]
    #expect(!markdown(lacking).contains(sentence))
    var warned = clean
    warned.review.findings = [finding("wrong-label", .warning, "m", .new)]
    #expect(!markdown(warned).contains(sentence))
    clean.failures = [.cannotRun("cannot read 'b.rst'")]
    #expect(!markdown(clean).contains(sentence) && markdown(clean).contains("The review is not complete:"))
  }

  @Test func theHeadlineNamesThreeOfWhatBlocks() {
    let moves = (1...5).map { move(.added, "P\($0)", to: "tier-3") }
    let findings = moves.map { finding("incomplete-addition", .error, "m", .asked, subject: $0.subject) }
    let headline =
      "5 moves, 5 blocked (P1: incomplete-addition, P2: incomplete-addition, P3: incomplete-addition, 2 more)"
    #expect(markdown(result(moves, findings)).contains("### Platform support: \(headline)\n"))
  }

  @Test func aCommentOfAChangeWithoutMovesIsShort() {
    #expect(
      markdown(result([])) == """
        <!-- platform-tiers review -->
        ### Platform support: no moves

        From a1a1a1a1a1 to the work tree; compared nothing with nothing.

        """)
  }

  @Test func aCommentIsNeverTooLong() {
    let moves = (0..<3000).map { move(.added, "Platform \($0)", to: "tier-3") }
    let findings = (0..<3000).map {
      finding("incomplete-addition", .error, String(repeating: "<&@", count: 100), .asked, subject: "Platform \($0)")
    }
    let text = markdown(result(moves, findings))
    #expect(text.unicodeScalars.count <= ReviewMarkdown.limit)
    #expect(text.utf8.count > ReviewMarkdown.limit / 2)
    #expect(text.hasPrefix(ReviewMarkdown.marker + "\n### Platform support: 3000 moves, 3000 blocked ("))
    #expect(text.hasSuffix("left out, since a comment holds no more; `platform-tiers review` prints all.\n"))
    #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count > 2)
    #expect(rows.allSatisfy { $0.hasSuffix("|") })
  }

  @Test func jsonHasTheMovesAndTheFindingsOldOnesLast() throws {
    let json = try JSONSerialization.jsonObject(with: Data(ReviewJSON.bytes(sample))) as? [String: Any]
    #expect(json?["base"] as? String == String(repeating: "a1", count: 20))
    #expect(json?["head"] as? String == "work tree")
    let moves = try #require(json?["moves"] as? [NSDictionary])
    #expect(
      moves.first == [
        "kind": "demoted", "platform": "FreeBSD", "from": "tier-3", "to": "formerly-supported", "line": 2,
        "column": NSNull(),
      ])
    #expect(moves.dropFirst().first?["from"] is NSNull)
    let findings = try #require(json?["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["rule"] as? String } == [
        "undecided-demotion", "misaligned-border", "unused-target", "wrong-label",
      ])
    #expect(
      Set(findings[0].keys) == [
        "rule", "severity", "file", "line", "column", "endLine", "endColumn", "message", "help", "notes", "fix", "url",
      ])
  }

  @Test func textTellsTheMovesThenTheFindingsThenWhatWasThereBefore() {
    let text = String(decoding: ReviewText(sample).bytes(), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        3 moves from a1a1a1a1a1 to the work tree:
          FreeBSD is demoted from Tier 3 to formerly supported platforms (a.rst:2)
          Windows x86 gets no more released wheels (a.rst:2)
          iOS is promoted from platforms of known interest to Tier 3 (a.rst:2)

        error[misaligned-border]: the border is off
        """))
    #expect(
      text.hasSuffix(
        """
        2 errors, 1 info in 1 file

        before this change there was already:
        a.rst:2:1: warning[wrong-label] old fault

        compared nothing with nothing

        """))
    #expect(
      String(decoding: ReviewText(result([])).bytes(), as: UTF8.self)
        == "no move from a1a1a1a1a1 to the work tree\n\nnothing is missing from this change\n\ncompared nothing with nothing\n"
    )
  }

  @Test func aMoveOwnsUpToAGuess() {
    var renamed = ReviewedMove(
      .renamed, "Linux ppc64le", from: "tier-3", to: "tier-3", match: .likeness(percent: 88, hasSameRest: false))
    renamed.details.formerName = "Linux ppc64"
    #expect(
      MoveWording(policy: .nep57).sentence(renamed)
        == "'Linux ppc64' is called 'Linux ppc64le' now (taken for the same platform as 'Linux ppc64': the names are "
        + "88 % alike)")
    renamed.match = .likeness(percent: 40, hasSameRest: true)
    #expect(
      MoveWording(policy: .nep57).sentence(renamed)
        == "'Linux ppc64' is called 'Linux ppc64le' now (taken for the same platform as 'Linux ppc64': the names are "
        + "40 % alike, and the rest of the row is the same)")
    renamed.match = .spelling
    #expect(MoveWording(policy: .nep57).sentence(renamed) == "'Linux ppc64' is called 'Linux ppc64le' now")
  }

  @Test func aMoveBesidesThePlaceSaysWhatChanged() {
    let wording = MoveWording(policy: .nep57)
    var contacts = ReviewedMove(.contactsChanged, "iOS")
    contacts.details.contactsAdded = ["Ada Lovelace", "Alan Turing"]
    contacts.details.contactsRemoved = ["Grace Hopper"]
    #expect(
      wording.sentence(contacts) == "iOS: new contact Ada Lovelace, Alan Turing; no longer a contact Grace Hopper")
    var note = ReviewedMove(.noteChanged, "iOS")
    note.details.newNote = "new"
    #expect(wording.sentence(note) == "iOS: now has the note 'new'")
    note.details.oldNote = "old"
    #expect(wording.sentence(note) == "iOS: the note was 'old' and is 'new'")
    var column = ReviewedMove(.columnChanged, "Windows")
    func words(_ old: String, _ new: String, _ direction: ReviewedMove.ColumnChange.Direction? = nil) -> String {
      column.details.column = ReviewedMove.ColumnChange(title: "From", old: old, new: new, direction: direction)
      return wording.sentence(column)
    }
    #expect(words("8", "10", .raised) == "Windows: 'From' is raised from '8' to '10'")
    #expect(words("10", "8", .lowered) == "Windows: 'From' is lowered from '10' to '8'")
    #expect(words("", "8") == "Windows: 'From' is '8' now")
    #expect(words("8", "") == "Windows: 'From' is no longer '8'")
    #expect(words("a", "b") == "Windows: 'From' was 'a' and is 'b'")
    var duty = ReviewedMove(.dutyRemoved, "Tier 2")
    duty.details.changes = ["released wheels"]
    #expect(wording.sentence(duty) == "Tier 2 asks for less: released wheels")
  }

  @Test func warningsCountWhenStrict() {
    let warned = result([], [finding("wrong-label", .warning, "old fault", .old)])
    #expect(warned.exitStatus(strict: false) == .success)
    #expect(warned.exitStatus(strict: true) == .findings)
    #expect(sample.exitStatus(strict: false) == .findings)
  }
}
