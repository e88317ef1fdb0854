import Diagnostics
import Testing
@testable import Checks

@Suite("Findings in workflows")
struct WorkflowFindingTests {
  @Test("have the weight of their rules", arguments: WorkflowFinding.Subject.allCases)
  func severities(subject: WorkflowFinding.Subject) throws {
    let own = AllEvidenceRules.all.first { $0.description.id == subject.rawValue }
    let rule = try #require(own ?? AllRules.rule(subject.rawValue))
    #expect(rule.description.severity == subject.severity)
  }
}
