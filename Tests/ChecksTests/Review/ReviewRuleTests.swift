import Checks
import Diagnostics
import Documents
import Foundation
import Testing
import TestSupport

/// What holds for every rule about changes, shown by its own examples.
@Suite struct ReviewRuleTests {
  static let ids = AllRules.family(.review).map(\.id)

  private func rule(_ id: String) throws -> Rule {
    try #require(AllRules.family(.review).first { $0.id == id })
  }

  @Test("fires at the marks and nowhere else", arguments: ids)
  func firesAtTheMarks(id: String) throws {
    let rule = try rule(id)
    #expect(rule.flagged.count > 1)
    for example in rule.flagged {
      let findings = example.findings(of: rule)
      #expect(!example.marks.isEmpty && !example.base.isEmpty)
      let places = findings.map { "\($0.file):\($0.range.start)" }
      #expect(places.sorted() == example.marks.sorted(), "in\n\(example.shown)\n\(findings.map(\.message))")
    }
  }

  @Test("is silent on accepted examples", arguments: ids)
  func isSilentOnAccepted(id: String) throws {
    let rule = try rule(id)
    #expect(!rule.accepted.isEmpty)
    for example in rule.accepted {
      let messages = example.findings(of: rule).map(\.message)
      #expect(messages == [])
    }
  }

  @Test("does not ask for what did not change", arguments: ids)
  func isSilentWithoutChange(id: String) throws {
    let rule = try rule(id)
    for example in rule.flagged {
      var still = example
      still.base = example.files
      #expect(still.findings(of: rule).map(\.message) == [])
    }
  }

  @Test("shows it in registries without a fault of their own", arguments: ids)
  func registriesAreSound(id: String) throws {
    let rule = try rule(id)
    for example in rule.accepted + rule.flagged {
      for files in [example.base, example.files] {
        let faults = PolicyState(exampleFiles: files, sources: files.map(\.source)).registry?.faults ?? []
        #expect(faults.map(\.message) == [])
      }
    }
  }

  @Test("is silenced by a suppression", arguments: ids.filter { !AllRules.unsuppressible.contains($0) })
  func isSilencedBySuppression(id: String) throws {
    let rule = try rule(id)
    var silenced = 0
    for example in rule.flagged {
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
    let rule = try rule(id)
    #expect(rule.summary.first?.isUppercase == false && rule.summary.last != ".")
    #expect(rule.rationale.last == "." && rule.remedy.last == ".")
    for finding in rule.flagged.flatMap({ $0.findings(of: rule) }) {
      #expect(finding.message.first?.isUppercase == false)
      #expect(finding.help != nil, "\(finding.message)")
      for text in [finding.message, finding.help ?? ""] {
        #expect(text.last != "." && !text.contains("\n"), "\(text)")
      }
      #expect(finding.severity <= rule.severity)
    }
  }
}
