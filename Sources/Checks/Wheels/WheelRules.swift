/// The rules of family `wheels`: what a registry's platforms ship, against what their tiers promise.
package enum WheelRules {
  package static let all: [any Rule.Type] = [
    MissingWheelJob.self,
    UnexpectedWheels.self,
    UntrustedPublishing.self,
    PrivateWheelBuild.self,
    UnknownDemand.self,
    LowDemand.self,
    UndisclosedEmployment.self,
    OverdueNotice.self,
    UnmetPrerequisite.self,
  ]
}
