import Diagnostics
import PlatformRegistry
import PlatformRules
import Testing

@testable import PlatformEvidence

@Suite("Rules about workflows are what their examples show")
struct WorkflowRulesTests {
  static let ids = WorkflowRules.all.map { $0.description.id }

  private func rule(_ id: String) throws -> any EvidenceRule.Type {
    try #require(WorkflowRules.all.first { $0.description.id == id })
  }

  @Test("fires at the marks and nowhere else", arguments: ids)
  func flagged(id: String) throws {
    let rule = try rule(id)
    #expect(rule.description.flagged.count > 1)
    for example in rule.description.flagged {
      let found = example.findings(of: rule)
      #expect(found.map { "\($0.file):\($0.range.start)" } == example.marks.sorted(), "\(found.map(\.message))")
      for finding in found { #expect(finding.help != nil && finding.url != nil) }
    }
  }

  @Test("is silent on accepted examples, and so are all others", arguments: ids)
  func accepted(id: String) throws {
    let rule = try rule(id)
    #expect(!rule.description.accepted.isEmpty)
    for example in rule.description.accepted { #expect(rule.findings(inExample: example.sources).map(\.message) == []) }
  }

  @Test("a finding has no more weight than its rule")
  func severities() throws {
    for subject in WorkflowFinding.Subject.allCases {
      let own = WorkflowRules.all.first { $0.description.id == subject.rawValue }?.description
      guard let description = own ?? AllRules.rule(subject.rawValue)?.description else { continue }
      #expect(description.severity == subject.severity, "\(subject)")
    }
  }
}
