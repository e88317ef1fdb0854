import Checks
import Diagnostics
import Documents
import Policy
import Testing
import TestSupport

/// The rules of family `document` on the published revisions of NEP 57 and on its neighbours.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct NEP57DocumentTests {
  /// `line rule` of everything found, information left out unless asked for.
  private func findings(_ path: String, from severity: Severity = .warning) throws -> [String] {
    let file = SourceFile(path: path, bytes: try SharedFolder.bytes(path))
    let document = DocumentReader.read(file, as: .restructuredText)
    let context = RuleContext(
      file: file, document: document, policy: .nep57,
      located: PolicyInterpreter.locate(document, in: file, policy: .nep57),
      today: try #require(RuleExample.today))
    return RuleRunner.diagnostics(for: context, rules: RuleSelection(select: ["document"]).rules)
      .filter { $0.severity >= severity }.map { "\($0.range.start.line) \($0.rule)" }
  }

  private func revision(_ number: String) throws -> String {
    let path = SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(number)-") }
    return try #require(path)
  }

  @Test func findsTheFaultsOfTheLastRevision() throws {
    #expect(
      try findings(revision("11"), from: .info) == [
        "268 misaligned-border", "320 unused-target", "322 unused-target", "324 unused-target", "326 malformed-link",
      ])
  }

  @Test(arguments: ["08", "09", "10"])
  func findsTheBrokenBorder(number: String) throws {
    let found = try findings(revision(number))
    #expect(found.filter { $0.hasSuffix("misaligned-border") }.count == 1)
    #expect(found.count == (number == "10" ? 2 : 1))
  }

  @Test(arguments: ["03", "04", "05", "06", "07"])
  func isSilentOnSoundRevisions(number: String) throws {
    #expect(try findings(revision(number)) == [])
  }

  @Test(arguments: ["01", "02"])
  func findsTheCopiedLabel(number: String) throws {
    #expect(try findings(revision(number)) == ["1 wrong-label"])
  }
}
