import Diagnostics
import Evidence
import Policy

/// What workflows show of a platform.
struct PlatformWorkflows: Sendable {
  /// One for each job that the registry lists and that is there.
  let tests: [JobAssessment]
  let builds: [JobAssessment]
  let publishing: PublishingAssessment
  /// Runs that test the platform and are none of these.
  let covering: [CoveringRun]
  /// What findings that break nothing say, by the duty that they are about.
  var warnings: [Verdict.Duty: [String]] = [:]
  /// A run that builds wheels of it among those that are published, whether the registry lists it or not.
  var building: CoveringRun?
  /// Wheels that are built among the released ones, for a platform that is to have none.
  var unexpected: Verdict?

  var jobs: [JobAssessment] { tests + builds }
}

/// A run that is seen to test a platform, on changes and all of it.
struct CoveringRun: Sendable {
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
  /// The runs that are seen to test a platform.
  func runs(testing platform: Platform) -> [CoveringRun] {
    workflows.flatMap { workflow in
      workflow.workflow.jobs.flatMap { job -> [CoveringRun] in
        guard workflow.activities[job.id.value]?.standing == .regular else { return [] }
        return (workflow.runs[job.id.value] ?? []).filter { run in
          run.targets.contains { $0.tests == .tested && $0.isSeenRun && $0.isDefinite && platform.isListed(as: $0) }
        }.map { CoveringRun(workflow: workflow, job: job, place: $0.run.place) }
      }
    }
  }
}

extension DetectedTarget {
  fileprivate var isSeenRun: Bool { execution == .native || execution == .emulated }
}

extension Platform {
  /// Whether it is what a run builds for. Of the platforms that stand for all systems, only those that are a Python of
  /// their own are something in particular.
  func isListed(as shown: DetectedTarget) -> Bool {
    target.isGeneral ? shown.isPyPy && shown.isOf(target.interpreter.value) : shown.isPart(of: target)
  }
}
