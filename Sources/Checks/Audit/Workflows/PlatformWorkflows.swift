import Diagnostics
import Evidence
import Policy

/// What workflows show of a platform.
struct PlatformWorkflows: Sendable {
  /// One for each job that the registry lists and that is there.
  let tests: [JobAssessment]
  let builds: [JobAssessment]
  let publishing: PublishingAssessment
  /// Runs of all tests on the platform that are none of these.
  let covering: [CoveringRun]
  /// What findings that break nothing say, by the duty that they are about.
  var warnings: [Verdict.Duty: [String]] = [:]
  /// A run that builds wheels of it among those that are published, whether the registry lists it or not.
  var building: CoveringRun?
  /// Wheels that are built among the released ones, for a platform that is to have none.
  var unexpected: Verdict?

  var jobs: [JobAssessment] { tests + builds }
}

/// A run that is seen to test a platform on changes.
struct CoveringRun: Sendable {
  /// Whether it runs all tests, and not a chosen part of them.
  let isWhole: Bool
  let workflow: ObservedWorkflow
  let job: WorkflowJob
  let place: SourceRange

  /// `'full' of .github/workflows/linux.yml`
  var title: String { "'\(job.id.value)' of \(workflow.workflow.path)" }

  var location: Verdict.Location { Verdict.Location(file: workflow.workflow.file.path, range: place) }

  func isAmong(_ assessments: [JobAssessment]) -> Bool {
    assessments.contains { assessment in
      assessment.workflow?.workflow.file.path == workflow.workflow.file.path
        && assessment.runs.contains { $0.run.run.job.id.range == job.id.range && $0.run.run.place == place }
    }
  }
}

extension ObservedRepositories {
  /// The runs that are seen to test a platform, those that run all tests first.
  func runs(testing platform: Platform) -> [CoveringRun] {
    let found = workflows.flatMap { workflow in
      workflow.workflow.jobs.flatMap { job -> [CoveringRun] in
        guard workflow.activities[job.id.value]?.standing == .regular else { return [] }
        return (workflow.runs[job.id.value] ?? []).compactMap { run in
          let own = run.targets.filter { $0.isSeenRun && $0.isDefinite && platform.isListed(as: $0) }
          let isWhole = own.contains { $0.tests == .tested }
          guard isWhole || own.contains(where: { $0.isTestedInPart }) else { return nil }
          return CoveringRun(isWhole: isWhole, workflow: workflow, job: job, place: run.run.place)
        }
      }
    }
    return found.filter { $0.isWhole } + found.filter { !$0.isWhole }
  }
}

extension DetectedTarget {
  fileprivate var isSeenRun: Bool { execution == .native || execution == .emulated }

  fileprivate var isTestedInPart: Bool { if case .testedInPart = tests { true } else { false } }
}

extension Platform {
  /// Whether it is what a run builds for. Of the platforms that stand for all systems, only those that are a Python of
  /// their own are something in particular.
  func isListed(as shown: DetectedTarget) -> Bool {
    target.isGeneral ? shown.interpreter != nil && shown.isOf(target.interpreter.value) : shown.isPart(of: target)
  }
}
