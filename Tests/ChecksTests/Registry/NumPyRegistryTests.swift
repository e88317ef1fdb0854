import Checks
import Diagnostics
import Documents
import Policy
import Testing
import TestSupport

/// What the rules find in NumPy's registry; `docs/numpy-findings.md` says what shows each finding.
@Suite struct NumPyRegistryTests {
  @Test func findsWhatIsTrue() throws {
    let found = try NumPyRegistry.findings().filter { !$0.hasPrefix("info") }
    let wheelPlatforms = [
      "free-threaded-cpython", "linux-aarch64-manylinux", "linux-aarch64-musllinux", "linux-x86-64-manylinux",
      "linux-x86-64-musllinux", "macos-arm64", "macos-x86-64", "windows-arm64", "windows-x86-64",
    ]
    #expect(
      found == ["warning emulated-ci android"] + wheelPlatforms.map { "warning unknown-demand \($0)" })
  }

  @Test func whatIsNotKnownIsInformation() throws {
    let found = try NumPyRegistry.findings().filter { $0.hasPrefix("info") }
    #expect(Set(found.map { $0.split(separator: " ")[1] }) == ["undisclosed-employment", "unmet-prerequisite"])
  }

  @Test func looksAtThePlaceOnTheDay() throws {
    let tier1 = try NumPyRegistry.findings(today: "2026-03-01")
    #expect(tier1.contains("error missing-wheel-job windows-x86"), "Windows x86 was in Tier 1")
    #expect(!tier1.contains { $0.hasSuffix(" ios") }, "iOS was of known interest")
    #expect(try NumPyRegistry.findings(today: "2026-01-01").isEmpty, "nothing had a place")
  }

  @Test(
    "on the day that each revision was merged they agree",
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason),
    arguments: [
      ("07", "2026-02-11"), ("08", "2026-05-04"), ("09", "2026-05-30"), ("10", "2026-06-16"), ("11", "2026-07-17"),
    ])
  func agreesWithThePublishedRevisions(number: String, day: String) throws {
    #expect(try disagreements(with: number, today: day) == [])
  }

  @Test(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func findsWhatARevisionDoesNotSayYet() throws {
    let found = try disagreements(with: "07", today: "2026-11-23")
    #expect(found == ["Android", "FreeBSD", "RISC-V", "Windows x86", "iOS"].map { "tier-disagrees \($0)" })
  }

  /// `rule platform` of each finding.
  private func disagreements(with number: String, today: String) throws -> [String] {
    let path = try #require(
      SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(number)-") })
    let registry = try #require(try NumPyRegistry.read().registry)
    let file = SourceFile(path: path, bytes: try SharedFolder.bytes(path))
    let document = DocumentReader.read(file, as: .restructuredText)
    let located = PolicyInterpreter.locate(document, in: file, policy: registry.policy)
    let context = RuleContext(
      file: file, document: document, policy: registry.policy, located: located,
      today: try #require(CalendarDate(today)), registry: registry)
    return RuleRunner.diagnostics(for: context, rules: AgreementRules.all).map { finding in
      let row = located.rows.first { $0.range.contains(finding.range.start) }
      return "\(finding.rule) \(row?.platform.text ?? "")"
    }.sorted()
  }
}
