import Diagnostics
import Evidence
import Policy

/// A finding about a workflow, or about what a registry says of one.
struct WorkflowFinding {
  /// The rules whose facts workflows show. Most of them also judge what the registry says, in the families `ci` and
  /// `wheels`; here they say that the workflows are otherwise.
  enum Subject: String, CaseIterable {
    case missingWorkflow = "missing-workflow"
    case missingJob = "missing-job"
    case inactiveJob = "inactive-job"
    case unlistedCI = "unlisted-ci"
    case unacceptableCI = "unacceptable-ci"
    case partialCI = "partial-ci"
    case emulatedCI = "emulated-ci"
    case nonBlockingCI = "non-blocking-ci"
    case unexpectedWheels = "unexpected-wheels"
    case untrustedPublishing = "untrusted-publishing"
    case privateWheelBuild = "private-wheel-build"
    case wheelGap = "wheel-gap"

    /// The rule's own.
    var severity: Severity {
      switch self {
      case .unlistedCI: .info
      case .emulatedCI, .nonBlockingCI, .wheelGap: .warning
      default: .error
      }
    }
  }

  var subject: Subject
  var finding: Finding
  var file: SourceFile

  init(_ subject: Subject, _ finding: Finding, in file: SourceFile) {
    self.subject = subject
    self.finding = finding
    self.file = file
  }

  /// Whether both say the same of one place.
  func isAbout(_ other: WorkflowFinding) -> Bool {
    subject == other.subject && finding.range == other.finding.range && file.path == other.file.path
  }

  func diagnostic(policy: Policy) -> Diagnostic {
    Diagnostic(
      rule: subject.rawValue, severity: min(finding.severity ?? subject.severity, subject.severity),
      message: finding.message, file: file.path, range: finding.range, notes: finding.notes, help: finding.help,
      url: policy.url)
  }
}
