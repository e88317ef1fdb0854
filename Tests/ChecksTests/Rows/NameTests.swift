import Diagnostics
import Documents
import Testing

@Suite("Names of platforms and people")
struct NameTests {
  static func platforms(_ first: String, _ second: String) -> [String] {
    rowRules(
      firingOn: page(tier: 1, platform: first).replacingOccurrence(of: "Other 3", with: second))
  }

  @Test(arguments: [
    ("Linux x86-64", "Linux x86_64"), ("Linux amd64", "linux x86-64"), ("macOS arm64", "macOS aarch64"),
    ("macOS arm64", "Mac OS X arm64"), ("OS X arm64", "macOS (arm64)"), ("Windows x86-64", "x64 Windows"),
    ("Linux on IBM Z", "IBM Z Linux"), ("Emscripten/Pyodide", "Pyodide / Emscripten"), ("RISC-V", "riscv64"),
    ("Free-threaded CPython", "CPython free threaded"),
  ])
  func samePlatform(_ first: String, _ second: String) {
    #expect(Self.platforms(first, second) == ["similar-platform"])
  }

  @Test(arguments: [
    ("Windows x86", "Windows x86-64"), ("Linux aarch64 (manylinux)", "Linux aarch64 (musllinux)"),
    ("macOS arm64", "macOS x86-64"), ("Linux ppc64", "Linux ppc64le"), ("Linux i686", "Linux x86-64"),
    ("iOS", "macOS"), ("Windows arm64", "Linux arm64"),
  ])
  func otherPlatform(_ first: String, _ second: String) {
    #expect(Self.platforms(first, second).isEmpty)
  }

  @Test(arguments: ["Haiku", "HAIKU", "haiku"])
  func duplicatePlatform(second: String) {
    #expect(Self.platforms("Haiku", second) == ["duplicate-platform"])
  }

  @Test(arguments: [
    "TBD", "tba", "?", "???", "none", "None yet", "N/A", "n.a.", "-", "—", "nobody", "TODO", "To be determined",
    "TBD (soon)",
  ])
  func placeholder(contacts: String) {
    #expect(rowRules(firingOn: page(tier: 2, contacts: contacts)) == ["placeholder-contact"])
  }

  @Test func aMissingContactIsReportedAtThePlatform() throws {
    let file = SourceFile(path: "page.md", text: page(tier: 3, contacts: ""))
    let finding = try #require(rowFindings(in: file, as: .markdown).first)
    #expect(finding.rule == "missing-contact")
    #expect(file.text(in: finding.range) == "Haiku")
    #expect(finding.help?.contains("Tier 3 needs") == true)
  }

  @Test(arguments: [
    "Grace Hoper", "Grace Hoppper", "Grace Hopepr", "Graec Hopper", "GraceHopper", "Grace Hópper",
  ])
  func misspelt(contacts: String) {
    #expect(rowRules(firingOn: page(tier: 3, contacts: contacts) + Self.more) == ["misspelt-contact"])
  }

  /// The two have the same FNV-1a hash; only one of them is close to a name that is used more often.
  @Test func namesOfOneHashAreTwoPeople() {
    let slip = "lnvmhotyztbwczxfpereirjbtlro vflxougtmeyjhvrwsiaoxgtwoxmy bgypocyplathuzwbyxvyoxuxtkwgr"
    let other = "lnvmhotmwxtgbpwuzkxqayowrmsf wkmxqsdrcqyiebugvlgqaogyauaa msswmqqqqonbarwbyxvyohklljmbf"
    let meant = slip.replacing("lnvmhot", with: "lnvnhot")
    let rows = [meant, meant, meant, slip, other].enumerated().map { "| Haiku \($0) | | \($1) |\n" }.joined()
    let text = "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + rows
    let found = rowFindings(in: SourceFile(path: "page.md", text: text), as: .markdown)
    #expect(found.filter { $0.rule == "misspelt-contact" }.map(\.range.start.line) == [8])
  }

  @Test(arguments: ["Grace Harper", "Grace Li", "Bob Hopper", "GRACE HOPPER", "Grace Hopper (@grace)", "Grace"])
  func notMisspelt(contacts: String) {
    #expect(rowRules(firingOn: page(tier: 3, contacts: contacts) + Self.more).isEmpty)
  }

  /// Whoever signs the document is spelt right there, however often a table has it otherwise.
  @Test func theHeaderKnowsTheName() {
    let text = """
      A policy
      ========

      :Author: Ralf Gommers <ralf@example.org>

      Tier 2
      ------

      ========  ======  ============
      Platform  Notes   Contacts
      ========  ======  ============
      Haiku     a note  Ralf Gomers
      Plan 9    a note  Ralf Gomers
      Hurd      a note  Ralf Gommers
      ========  ======  ============
      """
    let found = rowFindings(in: SourceFile(path: "p.rst", text: text), as: .restructuredText)
    #expect(found.filter { $0.rule == "misspelt-contact" }.map(\.range.start.line) == [12, 13])
  }

  private static let more = """

    Grace Hopper has one more:

    | Platform | Notes |
    | --- | --- |
    | Plan 9 | Too small |
    """
}

extension String {
  fileprivate func replacingOccurrence(of text: String, with other: String) -> String {
    firstRange(of: text).map { replacingCharacters(in: $0, with: other) } ?? self
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
