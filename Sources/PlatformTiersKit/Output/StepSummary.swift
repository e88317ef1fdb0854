import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
      return "- **\(finding.severity.rawValue)** \(rule) \(place): \(GitHubText.escaped(finding.message))\n"
    }
    var page = BoundedText(limit: limit / 2)
    page.add(BoundedText.Section(opening: "### Findings without an annotation\n\n", entries: entries))
    let left = page.omitted == 0 ? "" : "\n\(page.omitted) more are in the log.\n"
    return Array((page.text + left + "\n").utf8)
  }

  /// Adds to the page; does nothing outside GitHub Actions.
  static func append(_ bytes: [UInt8]) throws(RunFailure) {
    guard !bytes.isEmpty, let path = Environment.value("GITHUB_STEP_SUMMARY") else { return }
    let descriptor = SystemCall.repeating { open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
    var failure = descriptor < 0 ? errno : SystemCall.writeAll(bytes, to: descriptor)
    if descriptor >= 0, close(descriptor) != 0, failure == nil { failure = errno }
    if let failure {
      throw .cannotRun("cannot write the step's summary '\(path)': \(SystemCall.failureText(failure))")
    }
  }
}
