/// Every rule about evidence: an explicit list, which a test compares with the folders.
package enum AllEvidenceRules {
  // Written out: an array of one kind of rule becomes one of any kind by a cast of each element, at every start.
  package static let all: [any Rule.Type] = [
    MissingWheels.self, ForbiddenWheels.self, WheelGap.self, UnlistedWheels.self,
    MissingWorkflow.self, MissingJob.self, InactiveJob.self, UnlistedCI.self,
    BrokenEvidence.self, InvalidEntry.self,
  ]

  static let wheels: [any WheelRule.Type] = [MissingWheels.self, ForbiddenWheels.self, WheelGap.self]
}
