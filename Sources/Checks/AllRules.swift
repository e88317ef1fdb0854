/// Every rule there is, in the order of the rule tables: an explicit list, which a test compares with the folders.
package enum AllRules {
  package static let all: [any Rule.Type] =
    DocumentRules.all + RowRules.all + RegistryRules.all + CIRules.all + WheelRules.all + AgreementRules.all

  // A key path through `any Rule.Type` crashes the compiler (Swift 6.3.1); hence closures.
  package static let ids: [String] = all.map { $0.description.id }

  /// The rule with this id.
  package static func rule(_ id: String) -> (any Rule.Type)? {
    all.first { $0.description.id == id }
  }
}

extension AllRules {
  /// The ids of the rules about changes, whose target knows them: suppressions may name them. A test compares the two.
  package static let reviewIDs = [
    "undecided-demotion", "undecided-promotion", "incomplete-addition", "vanished-platform", "lingering-entry",
    "dropped-wheels", "unacknowledged-contact", "last-contact-removed", "missed-announcement", "weakened-policy",
    "one-sided-move",
  ]

  /// The ids of the rules about suppressions, which no suppression silences.
  package static let unsuppressible: Set<String> = Set(
    [UnexplainedSuppression.description, UnknownSuppression.description, UnusedSuppression.description].map(\.id))
}
