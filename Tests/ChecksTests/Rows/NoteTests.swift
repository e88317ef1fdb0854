import Diagnostics
import Documents
import Policy
import Testing

@Suite("What notes claim")
struct NoteTests {
  static func rules(_ note: String, tier: Int) -> [String] {
    rowRules(firingOn: page(tier: tier, note: note))
  }

  @Test(arguments: [
    "Wheels are released on PyPI", "We ship wheels for it", "Wheels available on PyPI, see the docs",
    "Wheels are built by cibuildwheel and uploaded", "Beta. NumPy releases wheels for it",
  ])
  func wheelsWhereThereAreNone(note: String) {
    #expect(Self.rules(note, tier: 3) == ["contradicting-note"])
    #expect(Self.rules(note, tier: 2).isEmpty)
  }

  @Test(arguments: [
    "We currently provide nightly wheels, used for interactive docs", "No wheels are released", "Wheels were released",
    "cibuildwheel cross-compiles", "Wheels are not yet available", "Wheels will be released on PyPI later",
    "Wheels may be provided by the distributor", "See the discussion of wheels",
    "Wheels are available from conda-forge",
    "Used to ship wheels",
  ])
  func noReleasedWheels(note: String) {
    #expect(Self.rules(note, tier: 3).isEmpty)
  }

  @Test(arguments: [
    "No CI", "No regular CI at present", "There is no CI for it", "Not tested in CI", "Isn't covered by our CI",
    "The CI job is disabled", "CI is currently not available", "Without CI since the host broke", "Untested",
    "Does not have CI", "No longer tested in CI",
  ])
  func noCI(note: String) {
    for tier in 1...3 { #expect(Self.rules(note, tier: tier) == ["contradicting-note"], "Tier \(tier)") }
    #expect(Self.rules(note, tier: 0).isEmpty)
  }

  @Test(arguments: [
    "Runs in CI", "No CI failures are known", "Had no CI until May", "No native CI runners, uses QEMU",
    "Runs on its own CI, not on GitHub", "CI is missing tests for SIMD", "Untested with Python 3.16",
    "CI jobs used to run on TravisCI",
  ])
  func someCI(note: String) {
    #expect(Self.rules(note, tier: 3).isEmpty)
  }

  @Test(arguments: ["May 2026", "Q3 2026", "mid-2026", "2025/26", "2026-05-04"])
  func datesAreQuotedAsWritten(date: String) {
    let file = SourceFile(path: "page.md", text: page(tier: 3, note: "Expected to end by \(date)"))
    let findings = rowFindings(in: file, as: .markdown, today: CalendarDate(year: 2027, month: 1, day: 1))
    #expect(
      findings.map(\.message) == ["the note on 'Haiku' announces something for '\(date)', which has passed"])
  }

  @Test(arguments: [
    "To be dropped by 2025/26", "Expected to move to unsupported by 2024/25", "Supported until 2026-05",
    "Until the end of 2025", "2026-05-04", "Ends in May 2026", "Will be removed in 2025", "Support ends Q3 2026",
    "Was Tier 2, expected to become unsupported by mid-2026", "Dropped by 2025 at the latest", "Planned for 2024",
  ])
  func passed(note: String) {
    let expected = note.contains("2025/26") ? [] : ["expired-note"]
    #expect(Self.rules(note, tier: 3) == expected)
  }

  @Test(arguments: [
    "Expected to move to unsupported by 2027/28", "Supported until 2026-11", "Until 2026-11-23", "By the end of 2026",
    "Will be dropped in December 2026", "By late 2026",
  ])
  func ahead(note: String) {
    #expect(Self.rules(note, tier: 3).isEmpty)
  }

  @Test(arguments: [
    "Was Tier 2 until 2025", "Dropped in 2022", "On the current host since 2024-03", "Added 2025-01-02",
    "As of 2025-06",
    "Windows Server 2022", "Visual Studio 2019", "manylinux2014", "manylinux_2_28", "See gh-2022", "Release 2024.1",
    "Moved from Tier 2 on 2025-06-16", "2025-06-16: moved here", "From 2025-01 on its own host",
    "Version 2020 or later",
  ])
  func history(note: String) {
    #expect(Self.rules(note, tier: 3).isEmpty)
  }

  @Test func datesOfFormerlySupportedPlatformsTellHistory() {
    #expect(Self.rules("Tier 3 until 2024-05", tier: 0).isEmpty)
    #expect(Self.rules("Code will be removed by 2024-05", tier: 0) == ["expired-note"])
  }

  @Test(arguments: [("2027/28", "2028-12-31", "2029-01-01"), ("2027-02", "2027-02-28", "2027-03-01")])
  func passesWithItsLastDay(date: String, last: String, next: String) {
    let file = SourceFile(path: "page.md", text: page(tier: 1, note: "Expected to go by \(date)"))
    #expect(rowFindings(in: file, as: .markdown, today: CalendarDate(last)).isEmpty)
    #expect(
      rowFindings(in: file, as: .markdown, today: CalendarDate(next)).map(\.rule) == ["expired-note"])
  }

  @Test(arguments: ["", "Removed", "No longer supported", "TBD"])
  func saysNothingOfTheRemoval(note: String) {
    #expect(Self.rules(note, tier: 0) == ["unexplained-removal"])
  }

  @Test(arguments: ["See gh-1", "Was Tier 2", "Dropped in 1.22.0", "Low demand", "CI jobs used to run elsewhere"])
  func saysSomethingOfTheRemoval(note: String) {
    #expect(Self.rules(note, tier: 0).isEmpty)
  }
}
