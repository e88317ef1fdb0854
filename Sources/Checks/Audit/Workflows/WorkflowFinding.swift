import Diagnostics
import Evidence
import Policy

/// A finding about a workflow, or about what a registry says of one. Most of the rules also judge what the registry says,
/// in the families `ci` and `wheels`; here they say that the workflows are otherwise.
struct WorkflowFinding {
  var rule: Rule
  var finding: Finding
  var file: SourceFile
  /// Whether it is about a job that builds wheels.
  var isAboutWheels: Bool

  init(_ rule: Rule, _ finding: Finding, in file: SourceFile, isAboutWheels: Bool = false) {
    self.rule = rule
    self.finding = finding
    self.file = file
    self.isAboutWheels = isAboutWheels
  }

  /// Whether both say the same of one place.
  func isAbout(_ other: WorkflowFinding) -> Bool {
    rule.id == other.rule.id && finding.range == other.finding.range && file.path == other.file.path
  }

  var severity: Severity { finding.severity ?? rule.severity }

  /// The duty that it is about; nil where it is about none that workflows show.
  var duty: Verdict.Duty? {
    switch rule.id {
    case "unacceptable-ci", "partial-ci", "emulated-ci", "inactive-job": isAboutWheels ? .wheels : .ci
    case "non-blocking-ci": .blocking
    case "wheel-gap", "unexpected-wheels": .wheels
    case "untrusted-publishing": .publishing
    case "private-wheel-build": .publicBuild
    default: nil
    }
  }
}
