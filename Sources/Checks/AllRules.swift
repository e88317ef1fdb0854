/// Every rule there is, in the order of the rule tables: an explicit list, which a test compares with the folders.
package enum AllRules {
  package static let all: [Rule] = [
    // Family `document`.
    .malformedTable, .misalignedBorder, .mergedCells, .swallowedTable, .tornTable, .mergedRows, .misreadCell,
    .shortTitleUnderline, .undefinedReference,
    .duplicateTarget, .unusedTarget, .mismatchedIssueLink, .malformedLink, .wrongLabel, .invalidHeader,
    .controlCharacter, .unreadableText, .unexplainedSuppression, .unknownSuppression, .unusedSuppression,
    // Family `rows`.
    .missingTier, .duplicateTier, .unknownTier, .missingTable, .missingColumn, .unknownColumn, .unnamedPlatform,
    .duplicatePlatform, .similarPlatform, .missingContact, .placeholderContact, .duplicateContact, .misspeltContact,
    .unexpectedContacts, .contradictingNote, .expiredNote, .unexplainedRemoval,
    // Family `registry`.
    .invalidYAML, .yamlAlias, .unknownKey, .duplicateKey, .missingKey, .wrongType, .invalidValue, .unorderedMoves,
    .unknownPlace, .unknownPerson, .duplicatePerson, .duplicatePlatformFile, .unknownFacts,
    // Family `ci`.
    .missingCI, .unacceptableCI, .partialCI, .unapprovedPaidCI, .emulatedCI, .closedCIProvider, .nonBlockingCI,
    // Family `wheels`.
    .missingWheelJob, .unexpectedWheels, .untrustedPublishing, .privateWheelBuild, .unknownDemand, .lowDemand,
    .undisclosedEmployment, .overdueNotice, .unmetPrerequisite,
    // Family `agreement`.
    .unlistedPlatform, .unregisteredPlatform, .tierDisagrees, .notesDisagree, .columnsDisagree,
    .contactsDisagree,
    // Family `review`.
    .undecidedDemotion, .undecidedPromotion, .incompleteAddition, .vanishedPlatform, .lingeringEntry, .droppedWheels,
    .unacknowledgedContact, .lastContactRemoved, .missedAnnouncement, .weakenedPolicy, .oneSidedMove,
    .addedWaiver, .dividedTier, .doubtfulNote,
    // Family `evidence`.
    .missingWheels, .forbiddenWheels, .wheelGap, .unlistedWheels, .missingWorkflow, .missingJob, .inactiveJob,
    .unlistedCI, .brokenEvidence, .invalidEntry,
  ]

  package static let ids: [String] = all.map { $0.id }

  /// What `lint` runs, over documents and registries: all but the rules about changes and evidence.
  package static let linting: [Rule] = all.filter { $0.family != .review && $0.family != .evidence }

  /// The rule with this id.
  package static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }

  /// The rules of a family.
  package static func family(_ family: RuleFamily) -> [Rule] { all.filter { $0.family == family } }

  /// The ids of the rules about suppressions, which no suppression silences.
  package static let unsuppressible: Set<String> = Set(
    [Rule.unexplainedSuppression, .unknownSuppression, .unusedSuppression, .addedWaiver].map { $0.id })
}
