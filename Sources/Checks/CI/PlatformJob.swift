import Diagnostics
import Policy

/// A job of a platform, and where the platform's file has it.
struct PlatformJob {
  let job: CIJob
  /// Its number in its list.
  let index: Int
  /// Whether it builds wheels, and stands under `wheels`.
  let buildsWheels: Bool

  var name: String { "\(job.workflow): \(job.job)" }
}

extension PlatformContext {
  /// The jobs under `ci` that test all of the policy's scope; partial testing fulfils no duty.
  var fullJobs: [PlatformJob] { testJobs.filter { $0.job.scope == .full } }

  /// The jobs under `ci`.
  var testJobs: [PlatformJob] {
    platform.ci.enumerated().map { PlatformJob(job: $1, index: $0, buildsWheels: false) }
  }

  /// The jobs under `wheels`.
  var wheelJobs: [PlatformJob] {
    platform.wheels.jobs.enumerated().map { PlatformJob(job: $1, index: $0, buildsWheels: true) }
  }

  /// Where a job says something, or where it starts when it does not say.
  func place(of key: String, in job: PlatformJob) -> SourceRange {
    job.buildsWheels
      ? places["wheels", "jobs", .element(job.index), .key(key)]
      : places["ci", .element(job.index), .key(key)]
  }

  /// The same word of other jobs, for a finding at the first one.
  func notes(_ message: String, of key: String, in jobs: some Sequence<PlatformJob>) -> [Diagnostic.Note] {
    jobs.map { Diagnostic.Note(message, at: place(of: key, in: $0)) }
  }
}
