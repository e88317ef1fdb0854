/// The rules of family `document`: what any page can get wrong, whatever its tables say.
package enum DocumentRules {
  package static let all: [any Rule.Type] = [
    UnexplainedSuppression.self,
    UnknownSuppression.self,
    UnusedSuppression.self,
  ]
}
