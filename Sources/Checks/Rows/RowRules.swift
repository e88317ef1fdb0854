/// The rules of family `rows`: what a tier's tables say.
package enum RowRules {
  package static let all: [any Rule.Type] = [
    MissingTier.self,
    DuplicateTier.self,
    UnknownTier.self,
    MissingTable.self,
    MissingColumn.self,
    UnknownColumn.self,
    UnnamedPlatform.self,
    DuplicatePlatform.self,
    SimilarPlatform.self,
    MissingContact.self,
    PlaceholderContact.self,
    DuplicateContact.self,
    MisspeltContact.self,
    UnexpectedContacts.self,
    ContradictingNote.self,
    ExpiredNote.self,
    UnexplainedRemoval.self,
  ]
}
