import Diagnostics

/// The page of a step in GitHub Actions, to which the file that `GITHUB_STEP_SUMMARY` names is added.
enum StepSummary {
  /// GitHub takes 1 MiB of a step.
  private static let limit = 1 << 20

  /// Findings that are not annotated, as a list; empty where there are none.
  static func list(_ findings: [Diagnostic], _ report: Report) -> [UInt8] {
    guard !findings.isEmpty else { return [] }
    let entries = findings.map { finding in
      let file = report.repositoryPaths[finding.file] ?? finding.file
      let place = GitHubText.escaped("\(file):\(finding.range.start.line)", limit: 300)
      let rule = GitHubText.link(finding.rule, to: RulePages.address(of: finding.rule))
      return "- **\(finding.severity.rawValue)** \(rule) \(place): \(GitHubText.escaped(finding.message, limit: 600))\n"
    }
    var page = BoundedText(limit: limit / 2)
    page.add(BoundedText.Section(opening: "### Findings without an annotation\n\n", entries: entries))
    let left = page.omitted == 0 ? "" : "\n\(page.omitted) more are in the log.\n"
    return Array((page.text + left + "\n").utf8)
  }

  /// Adds to the page; does nothing outside GitHub Actions.
  static func append(_ bytes: [UInt8]) throws(RunFailure) {
    guard !bytes.isEmpty, let path = Environment.value(of: "GITHUB_STEP_SUMMARY") else { return }
    try AppendedFile.append(bytes, to: path)
  }
}
