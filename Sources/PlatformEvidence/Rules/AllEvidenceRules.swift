package import PlatformRules

/// Every rule about evidence: an explicit list, which a test compares with the folders.
package enum AllEvidenceRules {
  package static let all: [any EvidenceRule.Type] =
    wheels + WorkflowRules.all + [BrokenEvidence.self, InvalidEntry.self]

  static let wheels: [any WheelRule.Type] = [MissingWheels.self, ForbiddenWheels.self, WheelGap.self]
}
