/// The rules of family `registry`: files that do not say what they should. Whoever reads a file finds its faults, and the
/// rules name and explain them; what nobody has looked up is no fault, and `UnknownFacts` finds that.
package enum RegistryRules {
  package static let all: [any Rule.Type] = [
    InvalidYAML.self,
    YAMLAlias.self,
    UnknownKey.self,
    DuplicateKey.self,
    MissingKey.self,
    WrongType.self,
    InvalidValue.self,
    UnorderedMoves.self,
    UnknownPlace.self,
    UnknownPerson.self,
    DuplicatePerson.self,
    DuplicatePlatformFile.self,
    UnknownFacts.self,
  ]
}
