import Diagnostics
import Evidence
package import Policy

/// A job that the registry lists, beside what the workflows show of it.
package struct JobAssessment: Sendable {
  let listed: PlatformJob
  /// Whether it does what it is listed for.
  package private(set) var status = Verdict.Status.unknown
  /// What that follows from, in words, and where it can be read.
  package private(set) var reason = ""
  package private(set) var location: Verdict.Location?
  /// Whether there is no such job: the registry is stale, and what that means for the platform is unknown.
  private(set) var isStale = false
  /// Nil where the job was not found.
  var workflow: ObservedWorkflow?
  var found: WorkflowJob?
  var activity: JobActivity?
  /// Whether its runs are certain to be for something else than the platform.
  var isForAnother = false
  /// The platform's runs, each with what it builds for the platform; nil where that cannot be told.
  var runs: [(run: ObservedRun, target: DetectedTarget?)] = []

  package var job: CIJob { listed.job }
  /// Its number in the registry's list.
  package var number: Int { listed.index }
  package var buildsWheels: Bool { listed.buildsWheels }
  /// `'full' of .github/workflows/linux.yml`
  package var title: String { job.title }

  init(_ listed: PlatformJob) {
    self.listed = listed
  }

  mutating func conclude(
    _ status: Verdict.Status, _ reason: String, at range: SourceRange? = nil, isStale: Bool = false
  ) {
    self.status = status
    self.reason = reason
    self.isStale = isStale
    location = range.flatMap(location)
  }

  func verdict(on duty: Verdict.Duty) -> Verdict { Verdict(duty, status, reason, by: .workflow, at: location) }

  /// A place in its workflow.
  func location(_ range: SourceRange) -> Verdict.Location? {
    workflow.map { Verdict.Location(file: $0.workflow.file.path, range: range) }
  }

  var firstRun: Verdict.Location? { (runs.first?.run.run.place ?? found?.id.range).flatMap(location) }

  /// Who runs the machine, as the workflow shows it; nil where runs differ or do not show it.
  package var hosting: Hosting? {
    let found = Set(runs.map { $0.run.run.runner?.hosting })
    return found.count == 1 ? found.first ?? nil : nil
  }

  /// The best that any of the runs does; nil where that cannot be told.
  package var execution: CIJob.Execution? {
    let found = runs.map { $0.target?.execution }
    return [.native, .emulated].first { found.contains($0) }
      ?? (found.isEmpty || found.contains(nil) ? nil : .crossCompiled)
  }

  /// Whether a failure of it fails its run; nil where that is not known.
  package var blocks: Bool? { runs.isEmpty || openFailure != nil ? nil : ignoredFailure == nil }

  /// The job as the workflow shows it, where that can be told.
  var observed: CIJob {
    var observed = job
    if let hosting { observed.hosting = hosting }
    if let execution { observed.execution = execution }
    return observed
  }

  /// The machine that a run asks for, and whose announced end has passed; nil when other runs have another.
  func endedRunner(by today: CalendarDate) -> Runner? {
    let runners = runs.compactMap { $0.run.run.runner }
    return runners.allSatisfy { $0.end.map { $0 < today } ?? false } ? runners.first : nil
  }

  /// What such a machine leaves unknown.
  func ended(by today: CalendarDate, _ duty: Verdict.Duty) -> Verdict? {
    endedRunner(by: today).flatMap { runner in
      runner.end.map {
        Verdict(
          duty, .unknown, runner.words(ofEnd: $0), by: .workflow,
          at: location(runner.range))
      }
    }
  }

  /// Where it says that its failure does not count; nil when a failure of any run does.
  var ignoredFailure: SourceRange? {
    runs.contains { $0.run.ignoredFailure == nil } ? nil : runs.first?.run.ignoredFailure
  }

  /// Where it says whether its failure counts, when that is known only when it runs; nil when a failure of any run counts.
  var openFailure: SourceRange? {
    runs.contains { $0.run.ignoredFailure == nil && $0.run.openFailure == nil }
      ? nil : runs.lazy.compactMap { $0.run.openFailure }.first
  }

  /// What keeps a failure of it from being known to hold a release back; nil where nothing does.
  var refutedBlocking: Verdict? {
    func verdict(_ status: Verdict.Status, _ reason: String, _ range: SourceRange) -> Verdict {
      Verdict(.blocking, status, reason, by: .workflow, at: location(range))
    }
    if let range = ignoredFailure { return verdict(.broken, "a failure of \(title) does not count", range) }
    if let range = openFailure {
      return verdict(.unknown, "whether a failure of \(title) counts is known only when it runs", range)
    }
    let isUncertain = isStale || !buildsWheels && activity?.standing == .uncertain
    // What tests nothing cannot fail for the platform.
    return status == .broken || isUncertain ? self.verdict(on: .blocking) : nil
  }
}
