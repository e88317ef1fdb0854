import Diagnostics

/// The page of a step in GitHub Actions, to which the file that `GITHUB_STEP_SUMMARY` names is added.
enum StepSummary {
  /// GitHub takes 1 MiB of a step.
  private static let limit = 1 << 20

  /// Lists findings that are not annotated; nothing outside GitHub Actions.
  static func append(_ findings: [Diagnostic], _ report: Report) throws(RunFailure) {
    guard !findings.isEmpty, let path = Environment.value(of: "GITHUB_STEP_SUMMARY") else { return }
    let entries = findings.map { finding in
      let file = report.repositoryPaths[finding.file] ?? finding.file
      let place = GitHubText.escaped("\(file):\(finding.range.start.line)", limit: 300)
      let rule = GitHubText.link(finding.rule, to: RulePages.address(of: finding.rule))
      return "- **\(finding.severity.rawValue)** \(rule) \(place): \(GitHubText.escaped(finding.message))\n"
    }
    var page = BoundedText(limit: limit / 2)
    page.add(BoundedText.Section(opening: "### Findings without an annotation\n\n", entries: entries))
    let left = page.omitted == 0 ? "" : "\n\(page.omitted) more are in the log.\n"
    try AppendedFile.append(Array((page.text + left + "\n").utf8), to: path)
  }
}
