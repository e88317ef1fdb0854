import Checks
import Diagnostics

/// What the head's configuration and the command line leave out of what a review finds about the change. What `lint` found
/// was sifted before.
struct ReviewWaivers {
  private let settings: Configuration?
  private let choice: RuleChoice
  private let rules: Set<String>
  /// From the configuration's folder, by the paths of reports.
  private let paths: [String: String]

  init(_ configuration: LoadedConfiguration?, _ choice: RuleChoice, _ head: Project) {
    settings = configuration?.configuration
    self.choice = choice
    rules = Set(
      choice.rules(for: nil, in: settings, from: RuleCatalogue.rules).map { $0.id })
    paths = Dictionary(keepingFirst: head.documents.map { ($0.source.path, $0.path) })
  }

  func remaining(_ findings: [ReviewedFinding]) -> [ReviewedFinding] {
    findings.filter { finding in
      guard finding.standing == .asked else { return true }
      let path = paths[finding.diagnostic.file] ?? finding.diagnostic.file
      return rules.contains(finding.diagnostic.rule)
        && !choice.isIgnored(finding.diagnostic, in: path, by: settings) && !isExempt(finding, path)
    }
  }

  private func isExempt(_ finding: ReviewedFinding, _ path: String) -> Bool {
    (settings?.exemptions ?? []).contains { exemption in
      exemption.covers(finding.diagnostic) && (exemption.file?.value.matches(path) ?? true)
        && (exemption.platform.map { $0 == finding.subject } ?? true)
    }
  }
}
