import Checks
import Diagnostics
import Documents
import Foundation
import Testing
import TestSupport

/// What holds for every rule about changes, shown by its own examples.
@Suite struct ReviewRuleTests {
  static let ids = AllReviewRules.all.map { $0.description.id }

  private func rule(_ id: String) throws -> any ReviewRule.Type {
    try #require(AllReviewRules.all.first { $0.description.id == id })
  }

  @Test("fires at the marks and nowhere else", arguments: ids)
  func firesAtTheMarks(id: String) throws {
    let rule = try rule(id)
    #expect(rule.description.flagged.count > 1)
    for example in rule.description.flagged {
      let findings = example.findings(of: rule)
      #expect(!example.marks.isEmpty && !example.base.isEmpty)
      let places = findings.map { "\($0.file):\($0.range.start)" }
      #expect(places.sorted() == example.marks.sorted(), "\(findings.map(\.message))")
    }
  }

  @Test("is silent on accepted examples", arguments: ids)
  func isSilentOnAccepted(id: String) throws {
    let rule = try rule(id)
    #expect(!rule.description.accepted.isEmpty)
    for example in rule.description.accepted {
      let messages = example.findings(of: rule).map(\.message)
      #expect(messages == [])
    }
  }

  @Test("does not ask for what did not change", arguments: ids)
  func isSilentWithoutChange(id: String) throws {
    let rule = try rule(id)
    for example in rule.description.flagged {
      var still = example
      still.base = example.files
      #expect(still.findings(of: rule).map(\.message) == [])
    }
  }

  @Test("shows it in registries without a fault of their own", arguments: ids)
  func registriesAreSound(id: String) throws {
    let rule = try rule(id)
    for example in rule.description.accepted + rule.description.flagged {
      for files in [example.base, example.files] {
        let faults = PolicyState(exampleFiles: files, sources: files.map(\.source)).registry?.faults ?? []
        #expect(faults.map(\.message) == [])
      }
    }
  }

  @Test("is silenced by a suppression", arguments: ids)
  func isSilencedBySuppression(id: String) throws {
    let rule = try rule(id)
    var silenced = 0
    for example in rule.description.flagged {
      let findings = example.findings(of: rule)
      // Comments of YAML suppress nothing.
      let documents = example.files.filter { $0.kind == .document(.markdown) }.map(\.path)
      guard findings.allSatisfy({ documents.contains($0.file) }) else { continue }
      let sources = example.sources.map { source in
        var lines = String(decoding: source.bytes, as: UTF8.self).components(separatedBy: "\n")
        for line in findings.filter({ $0.file == source.path }).map(\.range.start.line).sorted(by: >) {
          var start = line - 1
          while start > 0, !lines[start - 1].isEmpty { start -= 1 }
          lines.insert(contentsOf: ["<!-- platform-tiers: ignore \(id) -- shown by a test -->", ""], at: start)
        }
        return SourceFile(path: source.path, text: lines.joined(separator: "\n"))
      }
      #expect(example.findings(of: rule, in: sources).map(\.message) == [])
      silenced += 1
    }
    #expect(silenced > 0)
  }

  @Test("words its messages alike", arguments: ids)
  func wordsItsMessagesAlike(id: String) throws {
    let description = try rule(id).description
    #expect(description.summary.first?.isUppercase == false && description.summary.last != ".")
    #expect(description.rationale.last == "." && description.remedy.last == ".")
    for finding in try description.flagged.flatMap({ $0.findings(of: try rule(id)) }) {
      #expect(finding.message.first?.isUppercase == false)
      #expect(finding.help != nil, "\(finding.message)")
      for text in [finding.message, finding.help ?? ""] {
        #expect(text.last != "." && !text.contains("\n"), "\(text)")
      }
      #expect(finding.severity <= description.severity)
    }
  }

  @Test func theListIsTheFolder() throws {
    let folder = URL(filePath: PackageFile.path("Sources/Checks/Review/Rules"))
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let rules = try files.filter { try String(contentsOf: $0, encoding: .utf8).contains("static let description") }
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(rules.sorted() == AllReviewRules.all.map { "\($0)" }.sorted(), "add the rule to AllReviewRules")
    for rule in AllReviewRules.all {
      #expect("\(rule)".lowercased() == rule.description.id.split(separator: "-").joined())
      #expect(rule.description.family == .review)
    }
  }

  @Test func suppressionsKnowTheRules() {
    #expect(AllRules.reviewIDs == Self.ids)
  }
}
