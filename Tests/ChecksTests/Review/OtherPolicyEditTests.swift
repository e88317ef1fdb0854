import Checks
import Diagnostics
import Documents
import Policy
import Testing
import TestSupport

/// Edits of other projects' published pages, under the policies in `docs/policies`.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct OtherPolicyEditTests {
  /// Where the page is, what is replaced in it, and the ids of what a review reports; `?` for a warning.
  struct Edit: Sendable, CustomTestStringConvertible {
    let policy: String
    let testDescription: String
    let replacements: [(old: String, new: String)]
    let expected: [String]

    init(_ policy: String, _ title: String, _ replacements: (String, String)..., reports expected: String...) {
      self.policy = policy
      testDescription = "\(policy): \(title)"
      self.replacements = replacements
      self.expected = expected
    }
  }

  static let edits = [
    Edit("wasmtime", "a frozen tier", ("#### Tier 2\n", "#### Tier 2 (frozen)\n"), reports: "unknown-tier"),
    Edit("wasmtime", "Roman numerals", ("#### Tier 3\n", "#### Tier III\n"), reports: "unknown-tier"),
    Edit("wasmtime", "a slip in a target", ("`aarch64-apple-darwin`", "`aarch64-apple-darvin`")),
    Edit(
      "wasmtime", "below a heading of its own",
      ("| Target               | `s390x-unknown-linux-gnu`  | Continuous fuzzing          |\n", ""),
      (
        "#### Tier 3\n",
        "##### No longer tested\n\n| Category | Description | Missing Tier 1 Requirements |\n|---|---|---|\n"
          + "| Target | `s390x-unknown-linux-gnu` | Continuous fuzzing |\n\n#### Tier 3\n"
      ), reports: "divided-tier"),
    Edit(
      "pep-11", "up a tier with nothing",
      ("s390x-unknown-linux-gnu          glibc, gcc                  Victor Stinner\n", ""),
      (
        "wasm32-unknown-wasi           WASI SDK,",
        "s390x-unknown-linux-gnu       glibc, gcc                 Victor Stinner\nwasm32-unknown-wasi           WASI SDK,"
      ), reports: "missing-contact", "undecided-promotion"),
    Edit(
      "pep-11", "half a first name",
      (
        "s390x-unknown-linux-gnu          glibc, gcc                  Victor",
        "s390x-unknown-linux-gnu          glibc, gcc                  Vic"
      ),
      reports: "misspelt-contact"),
    Edit(
      "pep-11", "a company",
      (
        "s390x-unknown-linux-gnu          glibc, gcc                  Victor Stinner",
        "s390x-unknown-linux-gnu          glibc, gcc                  Google"
      ), reports: "last-contact-removed", "placeholder-contact"),
    Edit("pep-11", "one of two", ("Brett Cannon, Eric Snow", "Brett Cannon"), reports: "missing-contact"),
    Edit(
      "pep-11", "a tier that blocks no more",
      (
        "  reverted within 24 hours**.\n- Failures on these platforms **block a release**.",
        "  reverted within 24 hours**.\n- Failures on these platforms do **not** block a release."
      ), reports: "weakened-policy?"),
    Edit(
      "pep-11", "one instead of two", ("At least **two** core", "At least **one** core"), reports: "weakened-policy?"),
    Edit("pep-11", "more words", ("Tier 2\n------\n", "Tier 2 platforms\n----------------\n"), reports: "unknown-tier"),
    Edit("libuv", "down a tier, of which nothing is asked", ("| FreeBSD | Tier 2 |", "| FreeBSD | Tier 3 |")),
    Edit("libuv", "a tier that there is not", ("| z/OS | Tier 2 |", "| z/OS | Tier2 |"), reports: "unknown-tier"),
    Edit("libuv", "a raised version", ("macOS >= 11", "macOS >= 13")),
    Edit("libuv", "tested no more", ("Maintainers: @libuv/aix", "no longer tested"), reports: "doubtful-note"),
    Edit(
      "libuv", "a tier without CI", ("Officially supported and tested with CI. Any", "Officially supported. Any"),
      reports: "weakened-policy?"),
  ]

  @Test("is judged as it deserves", arguments: edits)
  func judgement(edit: Edit) throws {
    let path = try #require(SharedFolder.paths(in: "corpus/policies/\(edit.policy)", suffix: "").last)
    let text = try String(decoding: SharedFolder.bytes(path), as: UTF8.self)
    var edited = text
    for replacement in edit.replacements {
      try #require(edited.contains(replacement.old))
      edited = edited.replacing(replacement.old, with: replacement.new, maxReplacements: 1)
    }
    let policyFile = try #require(PackageFile.read("docs/policies/\(edit.policy).yaml"))
    let policy = try #require(PolicyFile.read(policyFile).policy)
    let today = try #require(CalendarDate("2026-11-30"))
    func state(_ text: String) -> PolicyState {
      let format = path.hasSuffix(".rst") ? DocumentFormat.restructuredText : .markdown
      let file = SourceFile(path: path, text: text)
      let document = LocatedDocument(file, as: format, policy: policy)
      var state = PolicyState(documents: [document], policy: policy)
      let context = RuleContext(
        file: file, document: document.document, policy: policy, located: document.located, today: today)
      state.lint = RuleRunner.diagnostics(for: context, rules: AllRules.linting).sorted(by: Diagnostic.reportOrder)
      return state
    }
    let review = Reviewer(base: state(text), head: state(edited), today: today).review()
    let findings = review.findings.filter { $0.standing != .old && $0.diagnostic.severity > .info }
    let said = Set(findings.map { $0.diagnostic.rule + ($0.diagnostic.severity == .error ? "" : "?") })
    #expect(said.sorted() == edit.expected, "\(findings.map(\.diagnostic.message))")
  }
}
