import Diagnostics
import Evidence
import Policy

/// A job that the registry lists, beside what the workflows show of it.
struct JobAssessment: Sendable {
  enum Verdict: Sendable {
    case kept
    case broken
    case unknown

    var standing: DutyFinding.Standing {
      switch self {
      case .kept: .met
      case .broken: .unmet
      case .unknown: .unknown
      }
    }
  }

  let job: CIJob
  /// Its number in its list.
  let index: Int
  let buildsWheels: Bool
  var verdict = Verdict.unknown
  var reason = WorkflowDuty.Reason(text: "")
  /// Nil where the job was not found.
  var workflow: ObservedWorkflow?
  var found: WorkflowJob?
  var activity: JobActivity?
  /// Whether its runs are certain to be for something else than the platform.
  var isForAnother = false
  /// The platform's runs, each with what it builds for the platform; nil where that cannot be told.
  var runs: [(run: ObservedRun, target: DetectedTarget?)] = []

  init(_ job: CIJob, index: Int, buildsWheels: Bool) {
    self.job = job
    self.index = index
    self.buildsWheels = buildsWheels
  }

  mutating func conclude(_ verdict: Verdict, _ text: String, at range: SourceRange? = nil) {
    self.verdict = verdict
    reason = WorkflowDuty.Reason(text: text, file: range == nil ? nil : workflow?.workflow.file.path, range: range)
  }

  /// Who runs the machine, as the workflow shows it; nil where runs differ or do not show it.
  var hosting: Hosting? {
    let found = Set(runs.map { $0.run.run.runner?.hosting })
    return found.count == 1 ? found.first ?? nil : nil
  }

  /// The machine that a run asks for, and whose announced end has passed; nil when other runs have another.
  func endedRunner(by today: CalendarDate) -> Runner? {
    let runners = runs.compactMap(\.run.run.runner)
    return runners.allSatisfy { $0.end.map { $0 < today } ?? false } ? runners.first : nil
  }

  /// The best that any of the runs does.
  var execution: CIJob.Execution? {
    let found = runs.map { $0.target?.execution }
    return [.native, .emulated].first { found.contains($0) } ?? (found.contains(nil) ? nil : .crossCompiled)
  }

  /// The job as the workflow shows it, where that can be told.
  var observed: CIJob {
    var observed = job
    if let hosting { observed.hosting = hosting }
    if !runs.isEmpty, let execution { observed.execution = execution }
    return observed
  }

  func keeps(_ duty: CIDuty) -> Bool { verdict == .kept && observed.shortcoming(for: duty) == nil }

  /// Where it says that its failure does not count; nil when a failure of any run does.
  var ignoredFailure: SourceRange? {
    runs.contains { $0.run.ignoredFailure == nil } ? nil : runs.first?.run.ignoredFailure
  }

  /// Where it says whether its failure counts, when that is known only when it runs; nil when a failure of any run counts.
  var openFailure: SourceRange? {
    runs.contains { $0.run.ignoredFailure == nil && $0.run.openFailure == nil }
      ? nil : runs.lazy.compactMap(\.run.openFailure).first
  }

  var evidence: JobEvidence {
    JobEvidence(
      title: job.title, buildsWheels: buildsWheels, standing: verdict.standing, reason: reason, hosting: hosting,
      execution: runs.isEmpty ? nil : execution,
      blocks: runs.isEmpty || openFailure != nil ? nil : ignoredFailure == nil)
  }
}
