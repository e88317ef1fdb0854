import Checks
import Diagnostics
import Policy
import Testing
import TestSupport

/// What the real changes of NEP 57 have to answer for.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct CorpusFindingsTests {
  private func review(from number: Int) throws -> Review {
    let today = try #require(CalendarDate("2026-11-23"))
    let states = try [number, number + 1].map { try linted(Corpus.state($0), today: today) }
    return Reviewer(base: states[0], head: states[1], today: today).review()
  }

  private func linted(_ state: PolicyState, today: CalendarDate) -> PolicyState {
    var state = state
    for document in state.documents {
      let context = RuleContext(
        file: document.file, document: document.document, policy: state.policy, located: document.located, today: today,
        registry: nil)
      state.lint += RuleRunner.diagnostics(for: context, rules: AllRules.linting)
    }
    state.lint.sort(by: Diagnostic.reportOrder)
    return state
  }

  /// `line severity rule`, information left out, what was there before behind `old`.
  private func findings(from number: Int) throws -> [String] {
    try review(from: number).findings.filter { $0.diagnostic.severity > .info }.map {
      let line = "\($0.diagnostic.range.start.line) \($0.diagnostic.severity.rawValue) \($0.diagnostic.rule)"
      return $0.standing == .old ? "old \(line)" : line
    }
  }

  @Test func freeBSDHasNoDiscussion() throws {
    #expect(
      try findings(from: 7) == [
        "258 error undecided-demotion", "259 error misaligned-border",
      ])
  }

  @Test func riscVBringsWhatATierWithoutWheelsAsks() throws {
    #expect(try findings(from: 8) == ["old 262 warning misaligned-border"])
  }

  @Test func windowsIsDiscussedAndLosesItsWheelsUnsaid() throws {
    #expect(
      try findings(from: 9) == [
        "234 error dropped-wheels", "old 262 warning misaligned-border", "324 error malformed-link",
      ])
    let finding = try #require(try review(from: 9).diagnostics.first { $0.rule == "dropped-wheels" })
    #expect(
      finding.message
        == "'Windows x86' loses its wheels, without the first release that it applies to and a note on what becomes of the wheels"
    )
  }

  @Test func iOSAndAndroidHaveNoAcknowledgement() throws {
    #expect(
      try findings(from: 10) == [
        "240 error unacknowledged-contact", "243 error unacknowledged-contact", "old 268 warning misaligned-border",
        "old 326 warning malformed-link",
      ])
  }

  @Test func draftsNameContactsUnasked() throws {
    let names = try review(from: 2).diagnostics.filter { $0.rule == "unacknowledged-contact" }
    #expect(names.count == 8)
    #expect(names.allSatisfy { $0.severity == .error })
    #expect(try findings(from: 4) == [])
    #expect(try findings(from: 5) == [])
    #expect(try findings(from: 6) == [])
  }

  @Test func whatCannotBeKnownIsInformation() throws {
    let found = try review(from: 7).diagnostics.filter { $0.rule == "missed-announcement" }
    #expect(found.map(\.severity) == [.info])
  }

  @Test func theHelpSaysWhatToType() throws {
    let finding = try #require(try review(from: 7).diagnostics.first { $0.rule == "undecided-demotion" })
    let help = try #require(finding.help)
    #expect(help.hasPrefix("NEP 57: leaving all tiers is discussed on the mailing list"))
    #expect(
      help.contains(
        ".. _FreeBSD discussion: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/HASH/"))
  }
}
