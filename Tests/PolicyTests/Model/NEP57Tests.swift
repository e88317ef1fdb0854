import Policy
import Testing

@Suite("the built-in policy")
struct NEP57Tests {
  private let policy = Policy.nep57

  @Test("tiers, highest first, with their columns")
  func tiers() {
    #expect(policy.tiers.map(\.name) == ["Tier 1", "Tier 2", "Tier 3"])
    #expect(
      policy.tiers.map { $0.listing.columns.map(\.title) } == [
        ["Platform", "Notes"], ["Platform", "Notes", "Contacts"], ["Platform", "Notes", "Contacts"],
      ])
    #expect(policy.tiers.map(\.duties.wheels.kind) == [.released, .released, .none])
    #expect(policy.tiers.map(\.duties.contacts.minimum) == [0, 1, 1])
    #expect(policy.tiers.map(\.duties.contacts.isShared) == [true, false, false])
  }

  @Test("one heading has both unsupported lists, told apart by the words before them")
  func unsupportedLists() {
    #expect(policy.unsupportedLists.map(\.kind) == [.formerlySupported, .knownInterest])
    #expect(Set(policy.unsupportedLists.flatMap(\.listing.headings)) == ["Unsupported platforms"])
    #expect(policy.unsupportedLists.allSatisfy { $0.listing.introducedBy.count == 1 })
  }

  @Test("every duty and every demand has a reason that a message can quote")
  func reasons() {
    let reasons =
      policy.tiers.flatMap { tier in
        [
          tier.duties.ci?.because ?? "", tier.duties.wheels.because, tier.duties.blocking.because,
          tier.duties.contacts.because,
        ]
      } + policy.moveDemands.map(\.because)
    for reason in reasons {
      #expect(!reason.isEmpty)
      #expect(!reason.hasSuffix("."))
    }
  }

  @Test("a resolution is asked for once a NEP is decided, and not before")
  func resolution() throws {
    let rule = try #require(policy.document.header.first { $0.name == "Resolution" })
    #expect(!rule.isRequired)
    #expect(rule.requiredWhen?.field == "Status")
    #expect(rule.requiredWhen?.values == ["Accepted", "Rejected", "Withdrawn"])
    #expect(rule.value == .link(or: ["-"]))
  }
}
