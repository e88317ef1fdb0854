/// The rules of family `ci`: how a registry's platforms are tested, against what their tiers ask.
package enum CIRules {
  package static let all: [any Rule.Type] = [
    MissingCI.self,
    UnacceptableCI.self,
    PartialCI.self,
    UnapprovedPaidCI.self,
    EmulatedCI.self,
    ClosedCIProvider.self,
    NonBlockingCI.self,
  ]
}
