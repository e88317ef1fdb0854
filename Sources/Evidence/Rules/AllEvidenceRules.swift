package import Checks
package import Diagnostics

/// A rule that holds evidence (an index's listing, workflows, figures of usage) against what a registry promises.
protocol EvidenceRule {
  static var description: Rule { get }
  /// What all rules about evidence find in an example's files: a registry, and evidence beside it.
  static func findings(inExample files: [SourceFile]) -> [Diagnostic]
}

/// Every rule about evidence: an explicit list, which a test compares with the folders.
package enum AllEvidenceRules {
  private static let types: [any EvidenceRule.Type] = [
    MissingWheels.self, ForbiddenWheels.self, WheelGap.self, UnlistedWheels.self,
    MissingWorkflow.self, MissingJob.self, InactiveJob.self, UnlistedCI.self,
    BrokenEvidence.self, InvalidEntry.self,
  ]
  package static let all: [Rule] = types.map { $0.description }

  static let wheels: [any WheelRule.Type] = [MissingWheels.self, ForbiddenWheels.self, WheelGap.self]

  /// What a rule about evidence reports of an example's files.
  package static func findings(of rule: Rule, in sources: [SourceFile]) -> [Diagnostic] {
    let type = types.first { $0.description.id == rule.id }
    return type?.findings(inExample: sources).filter { $0.rule == rule.id }.sorted(by: Diagnostic.reportOrder) ?? []
  }
}
