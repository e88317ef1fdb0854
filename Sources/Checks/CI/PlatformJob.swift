import Diagnostics
import Policy

/// A job of a platform, and where the platform's file has it.
struct PlatformJob: Hashable, Sendable {
  let job: CIJob
  /// Its number in its list.
  let index: Int
  /// Whether it builds wheels, and stands under `wheels`.
  let buildsWheels: Bool

  var name: String { "\(job.workflow): \(job.job)" }

  /// Where the registry says something of it, or lists it.
  func range(of key: String, in places: ValuePlaces) -> SourceRange {
    buildsWheels
      ? places["wheels", "jobs", .element(index), .key(key)] : places["ci", .element(index), .key(key)]
  }

  func location(_ key: String, _ places: ValuePlaces?) -> Verdict.Location? {
    places.map { Verdict.Location(file: $0.file.path, range: range(of: key, in: $0)) }
  }
}

extension Platform {
  /// The jobs under `ci`.
  var testJobs: [PlatformJob] {
    ci.enumerated().map { PlatformJob(job: $1, index: $0, buildsWheels: false) }
  }

  /// The jobs under `wheels`.
  var wheelJobs: [PlatformJob] {
    wheels.jobs.enumerated().map { PlatformJob(job: $1, index: $0, buildsWheels: true) }
  }
}

extension PlatformContext {
  /// The jobs under `ci` that are there.
  var testJobs: [PlatformJob] { platform.testJobs.filter { $0.job.isThere(on: today) } }

  /// The jobs under `wheels` that are there.
  var wheelJobs: [PlatformJob] { platform.wheelJobs.filter { $0.job.isThere(on: today) } }

  /// How the platform stands to a duty of its tier, by the registry; nil for what the tier does not ask, and outside the
  /// tiers.
  func verdict(on duty: Verdict.Duty) -> Verdict? {
    tier.flatMap { Assessor(of: platform, in: $0, registry: registry, today: today, places: places).verdict(on: duty) }
  }

  /// Where a job says something, or where it starts when it does not say.
  func place(of key: String, in job: PlatformJob) -> SourceRange { job.range(of: key, in: places) }

  /// The same word of other jobs, for a finding at the first one.
  func notes(_ message: String, of key: String, in jobs: some Sequence<PlatformJob>) -> [Diagnostic.Note] {
    jobs.map { Diagnostic.Note(message, at: place(of: key, in: $0)) }
  }
}
