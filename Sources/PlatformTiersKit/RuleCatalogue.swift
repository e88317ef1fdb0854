package import Checks
package import Diagnostics

/// The rules as they are listed.
package enum RuleCatalogue {
  /// The rules found here, by whoever reads or writes the files.
  package static let ofFiles: [Rule] = [
    StaleRegion.description, UnwritableTable.description, MalformedRegion.description, UnreadableFile.description,
    UnusedExemption.description,
  ]

  /// The rules over documents, registries and files: what `lint` runs. A suppression or an exemption for any other rule is
  /// not unused because `lint` has no use for it.
  static let linting: [Rule] = AllRules.linting + ofFiles

  /// All rules, those over changes and over evidence included.
  package static let rules: [Rule] = linting + AllRules.family(.review) + AllRules.family(.evidence)

  /// What a rule reports of an example's files, or of others in their place.
  package static func findings(
    of rule: Rule, in example: RuleExample, sources: [SourceFile]? = nil
  ) -> [Diagnostic] {
    let sources = sources ?? example.sources
    return switch rule.id {
    case StaleRegion.description.id, UnwritableTable.description.id, MalformedRegion.description.id:
      GenerationExample.findings(of: rule, in: sources)
    case UnreadableFile.description.id: UnreadableFile.findings(inExample: sources)
    case UnusedExemption.description.id: UnusedExemption.findings(inExample: sources)
    default: example.findings(of: rule, in: sources)
    }
  }

  /// What `--select` and configurations may name.
  static let selectors = RuleFamily.allCases.map { $0.rawValue } + rules.map { $0.id }

  static let summaries = rules.map(RuleSummary.init)

  private static let families = Dictionary(keepingFirst: rules.map { ($0.id, $0.family.rawValue) })

  static func family(of rule: String) -> String? { families[rule] }

  /// A table with a line for each rule, in the order of `rules`.
  package static func table(_ rules: [Rule] = rules) -> String {
    let rows = rules.map(row)
    let all = [["rule", "family", "severity", "summary"]] + rows
    let widths = (0..<3).map { column in all.map { $0[column].utf8.count }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2) }
      return cells.joined() + row[3] + "\n"
    }.joined()
  }

  private static func row(_ rule: Rule) -> [String] {
    [rule.id, rule.family.rawValue, rule.severity.rawValue, rule.summary]
  }

  /// An array with one object a rule: `id`, `family`, `severity`, `summary`, `rationale`, `remedy`.
  package static func json(_ rules: [Rule] = rules) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for rule in rules {
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

  /// The rule's page in `docs/rules/`.
  package static func markdownPage(of rule: Rule) -> String {
    RulePage.markdown(rule) { findings(of: rule, in: $0) }
  }

  /// What the rule is about, for a person at a terminal.
  package static func page(of rule: Rule) -> String {
    RulePage.terminal(rule) { findings(of: rule, in: $0) }
  }

  /// The rule with this id.
  package static func rule(_ id: String) throws(RunFailure) -> Rule {
    if let rule = rules.first(where: { $0.id == id }) { return rule }
    let nearest = NearestName.closest(to: id, in: rules.map { $0.id })
    let hint = nearest.map { "did you mean '\($0)'?" } ?? "'platform-tiers rules' lists them"
    throw .wrongUsage("there is no rule '\(id)'; \(hint)")
  }
}

extension RuleSummary {
  init(_ rule: Rule) {
    self.init(
      id: rule.id, family: rule.family.rawValue, severity: rule.severity, summary: rule.summary,
      help: rule.rationale + "\n\n" + rule.remedy, url: RulePages.address(of: rule.id))
  }
}
