/// The rules of family `rows`: what a tier's tables say.
package enum RowRules {
  package static let all: [any Rule.Type] = []
}
