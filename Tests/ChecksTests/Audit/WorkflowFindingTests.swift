import Diagnostics
import Testing
@testable import Checks

@Suite("Findings in workflows")
struct WorkflowFindingTests {
  @Test("have the weight of their rules", arguments: WorkflowFinding.Subject.allCases)
  func severities(subject: WorkflowFinding.Subject) throws {
    let rule = try #require(AllRules.rule(subject.rawValue))
    #expect(rule.severity == subject.severity)
  }
}
