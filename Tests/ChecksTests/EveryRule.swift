import Checks

/// The rules with examples: those that look at documents and registries, and those that hold evidence against them.
enum EveryRule {
  static let all: [any Rule.Type] = AllRules.all + AllEvidenceRules.all
  static let ids = all.map { $0.description.id }

  static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.description.id == id } }
}
