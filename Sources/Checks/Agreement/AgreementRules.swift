/// The rules of family `agreement`: a document against the registry that its project keeps.
package enum AgreementRules {
  package static let all: [any Rule.Type] = [
    UnlistedPlatform.self,
    UnregisteredPlatform.self,
    TierDisagrees.self,
    NotesDisagree.self,
    ColumnsDisagree.self,
    ContactsDisagree.self,
  ]
}
