import Foundation
import Testing
import TestSupport

/// The published history of NEP 57, with no configuration.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RealDocumentTests {
  private static let revisions = SharedFolder.documents(in: "corpus/nep57")
  private static let last = revisions.last ?? ""

  private func findings(_ path: String, _ arguments: String...) throws -> [[String: Any]] {
    let result = try Tool.run(
      ["lint", path, "--no-config", "--format", "json", "--today", "2026-08-01"] + arguments,
      in: SharedFolder.path ?? "/")
    #expect(result.error == "")
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
  }

  @Test func theLastRevisionHasItsRealFaultsAndNoOthers() throws {
    let found = try findings(Self.last).compactMap { finding -> String? in
      guard let rule = finding["rule"] as? String, let severity = finding["severity"] as? String else { return nil }
      return "\(severity) \(rule)"
    }
    #expect(
      found.sorted() == [
        "error malformed-link", "error misaligned-border",
        // 'macOS ppc64, universal, universal2' has no note at all.
        "info unexplained-removal",
        // gh-22530, gh-28759 and gh-30412.
        "info unused-target", "info unused-target", "info unused-target",
      ])
  }

  @Test func itsFaultsStandWhereTheyAre() throws {
    let found = try findings(Self.last)
    let border = found.first { $0["rule"] as? String == "misaligned-border" }
    #expect(border?["line"] as? Int == 268)
    let link = found.first { $0["rule"] as? String == "malformed-link" }
    #expect((link?["message"] as? String)?.contains("TTSOQQ3XLXXK52CZYMN7MALJQEI65U") == true)
    let unused = found.filter { $0["rule"] as? String == "unused-target" }.compactMap { $0["message"] as? String }
    for name in ["gh-22530", "gh-28759", "gh-30412"] { #expect(unused.count { $0.contains("'\(name)'") } == 1) }
  }

  @Test(arguments: ["05", "06", "07"])
  func theCleanRevisionsHaveNothingAtWarning(_ number: String) throws {
    let path = try #require(Self.revisions.first { $0.contains("/nep57/\(number)-") })
    let found = try findings(path).filter { $0["severity"] as? String != "info" }
    #expect(found.isEmpty, "\(found.map { $0["message"] ?? "" })")
  }

  @Test(.enabled(if: Oracle.isPresent("python3", "rst2html"), "skipped: no docutils"))
  func fixMendsTheBorderAsDocutilsReadsIt() throws {
    let folder = try TemporaryFolder()
    let document = String(decoding: try SharedFolder.bytes(Self.last), as: UTF8.self)
    try folder.write(document, to: "nep-0057.rst")
    _ = try Tool.run(["lint", "nep-0057.rst", "--fix", "--no-config"], in: folder.path)
    let fixed = try folder.text(of: "nep-0057.rst")
    let changed = zip(document.components(separatedBy: "\n"), fixed.components(separatedBy: "\n")).enumerated()
      .filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
    #expect(changed == [268])
    let published = try Oracle("python3").run([PackageFile.path("Tests/Oracles/rst.py"), folder["nep-0057.rst"]])
    #expect(Set(try rowsOfTheBrokenTable(published)) == [[1, 1]])
    let again = try Tool.run(["lint", "nep-0057.rst", "--fix", "--no-config"], in: folder.path)
    #expect(again.error.hasPrefix("platform-tiers: fixed 0 of "))
    #expect(try folder.text(of: "nep-0057.rst") == fixed)
  }

  /// How many columns each cell of each row spans, in the table that names FreeBSD and PyPy.
  private func rowsOfTheBrokenTable(_ json: Data) throws -> [[Int]] {
    let files = try JSONSerialization.jsonObject(with: json) as? [String: [String: Any]] ?? [:]
    let tables = files.values.compactMap { $0["tables"] as? [[String: Any]] }.joined()
      .compactMap { $0["body"] as? [[[String: Any]]] }
    let table = tables.first { body in
      ["FreeBSD", "PyPy"].allSatisfy { name in body.contains { ($0.first?["text"] as? String)?.contains(name) == true }
      }
    }
    return try #require(table).map { row in row.compactMap { $0["columns"] as? Int } }
  }
}
