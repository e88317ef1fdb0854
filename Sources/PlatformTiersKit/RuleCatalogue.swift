package import Checks
import Diagnostics
import Evidence

/// The rules as they are listed.
package enum RuleCatalogue {
  /// The rules found here, by whoever reads or writes the files.
  package static let ofFiles: [any Rule.Type] = [
    StaleRegion.self, UnwritableTable.self, MalformedRegion.self, UnreadableFile.self, UnusedExemption.self,
  ]

  /// The rules over documents, registries and files: what `lint` runs. A suppression or an exemption for any other rule is
  /// not unused because `lint` has no use for it.
  static let linting: [any Rule.Type] = AllRules.all + ofFiles

  /// All rules, those over changes and over evidence included.
  package static let rules: [any Rule.Type] = linting + AllReviewRules.all + AllEvidenceRules.all

  /// What `--select` and configurations may name.
  static let selectors = RuleFamily.allCases.map(\.rawValue) + rules.map { $0.description.id }

  static let summaries = rules.map { RuleSummary($0.description) }

  private static let families = Dictionary(
    rules.map { ($0.description.id, $0.description.family.rawValue) }, uniquingKeysWith: { first, _ in first })

  static func family(of rule: String) -> String? { families[rule] }

  /// A table with a line for each rule, in the order of `rules`.
  package static func table(_ rules: [any Rule.Type] = rules) -> String {
    let rows = rules.map { row($0.description) }
    let all = [["rule", "family", "severity", "summary"]] + rows
    let widths = (0..<3).map { column in all.map { $0[column].utf8.count }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2) }
      return cells.joined() + row[3] + "\n"
    }.joined()
  }

  private static func row(_ rule: RuleDescription) -> [String] {
    [rule.id, rule.family.rawValue, rule.severity.rawValue, rule.summary]
  }

  /// An array with one object a rule: `id`, `family`, `severity`, `summary`, `rationale`, `remedy`.
  package static func json(_ rules: [any Rule.Type] = rules) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for rule in rules.map({ $0.description }) {
        json.object { json in
          json.member("id", rule.id)
          json.member("family", rule.family.rawValue)
          json.member("severity", rule.severity.rawValue)
          json.member("summary", rule.summary)
          json.member("rationale", rule.rationale)
          json.member("remedy", rule.remedy)
        }
      }
    }
    return json.finished()
  }

  /// What the rule is about, for a person at a terminal.
  package static func page(of rule: any Rule.Type) -> String {
    RulePage.terminal(rule)
  }

  /// The rule with this id.
  package static func rule(_ id: String) throws(RunFailure) -> any Rule.Type {
    if let rule = rules.first(where: { $0.description.id == id }) { return rule }
    let nearest = NearestName.closest(to: id, in: rules.map { $0.description.id })
    let hint = nearest.map { "did you mean '\($0)'?" } ?? "'platform-tiers rules' lists them"
    throw .wrongUsage("there is no rule '\(id)'; \(hint)")
  }
}

extension RuleSummary {
  init(_ rule: RuleDescription) {
    self.init(
      id: rule.id, family: rule.family.rawValue, severity: rule.severity, summary: rule.summary,
      help: rule.rationale + "\n\n" + rule.remedy)
  }
}
