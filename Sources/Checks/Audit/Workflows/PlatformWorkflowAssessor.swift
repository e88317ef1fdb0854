import Diagnostics
import Evidence
import Policy

/// Says of each duty that workflows can show whether they show it kept.
struct PlatformWorkflowAssessor: Sendable {
  let today: CalendarDate
  let assessments: [JobAssessment]
  let publishing: PublishingAssessment

  private var tests: [JobAssessment] { assessments.filter { !$0.buildsWheels } }
  private var builds: [JobAssessment] { assessments.filter(\.buildsWheels) }

  func assess(_ duties: Duties) -> [WorkflowDuty] {
    var found: [WorkflowDuty] = []
    if let ci = duties.ci { found.append(ciDuty(ci)) }
    if !duties.blocking.causes.isEmpty { found.append(blocking(duties.blocking)) }
    guard duties.wheels.kind == .released else { return found }
    return found + [wheels, publishing.duty(for: builds), publicBuild]
  }

  private func ciDuty(_ duty: CIDuty) -> WorkflowDuty {
    let judged = tests.map { assessment -> (JobAssessment.Verdict, WorkflowDuty.Reason) in
      let observed = assessment.observed
      guard assessment.verdict != .broken, let shortcoming = observed.shortcoming(for: duty) else {
        return (assessment.verdict, assessment.reason)
      }
      return (.broken, WorkflowDuty.Reason(text: "\(observed.title) \(shortcoming.words)"))
    }
    return summary(.ci, judged, nothing: "no CI job is recorded")
  }

  /// The best of several counts, and its reason is the duty's; else all reasons are.
  private func summary(
    _ duty: DutyFinding.Duty, _ judged: [(verdict: JobAssessment.Verdict, reason: WorkflowDuty.Reason)],
    nothing: String
  ) -> WorkflowDuty {
    guard !judged.isEmpty else {
      return WorkflowDuty(duty: duty, standing: .unmet, reasons: [WorkflowDuty.Reason(text: nothing)])
    }
    for verdict in [JobAssessment.Verdict.kept, .unknown] {
      let found = judged.filter { $0.verdict == verdict }.map(\.reason)
      if let first = found.first {
        return WorkflowDuty(duty: duty, standing: verdict.standing, reasons: verdict == .kept ? [first] : found)
      }
    }
    return WorkflowDuty(duty: duty, standing: .unmet, reasons: judged.map(\.reason))
  }

  private func blocking(_ duty: BlockingDuty) -> WorkflowDuty {
    let parts = duty.causes.map { cause in
      let jobs = cause == .ci ? tests : builds
      let name = cause == .ci ? "CI" : "wheel build"
      return summary(
        .blocking, jobs.map { blocks($0, name) }, nothing: "it has no \(name) that could hold a release back")
    }
    let worst = [DutyFinding.Standing.unmet, .unknown].first { standing in parts.contains { $0.standing == standing } }
    var seen: Set<String> = []
    let reasons = parts.filter { $0.standing == worst ?? .met }.flatMap(\.reasons).filter {
      seen.insert($0.text).inserted
    }
    return WorkflowDuty(duty: .blocking, standing: worst ?? .met, reasons: reasons)
  }

  private func blocks(_ assessment: JobAssessment, _ name: String) -> (JobAssessment.Verdict, WorkflowDuty.Reason) {
    let file = assessment.workflow?.workflow.file.path
    func result(
      _ verdict: JobAssessment.Verdict, _ text: String, _ range: SourceRange? = nil
    ) -> (JobAssessment.Verdict, WorkflowDuty.Reason) {
      (verdict, WorkflowDuty.Reason(text: text, file: range == nil ? nil : file, range: range))
    }
    guard let found = assessment.found, assessment.runs.isEmpty == false else {
      return (assessment.verdict == .broken ? .broken : .unknown, assessment.reason)
    }
    if let place = assessment.ignoredFailure {
      return result(.broken, "a failure of \(assessment.job.title) does not count", place)
    }
    if let place = assessment.openFailure {
      return result(
        .unknown, "whether a failure of \(assessment.job.title) counts is known only when it runs", place)
    }
    if !assessment.buildsWheels, assessment.activity?.standing == .uncertain { return (.unknown, assessment.reason) }
    // What tests nothing cannot fail for the platform; whether it tests is another duty.
    if assessment.verdict == .broken { return (.broken, assessment.reason) }
    if let ended = ended(assessment) { return (.unknown, ended) }
    switch assessment.job.blocks {
    case .known(true): return result(.kept, "a failure of \(assessment.job.title) counts", found.id.range)
    case .known(false): return result(.broken, "the registry says that \(assessment.job.title) holds nothing back")
    case .unknown: return result(.unknown, "whether \(assessment.job.title) holds a release back is not recorded")
    }
  }

  private func ended(_ assessment: JobAssessment) -> WorkflowDuty.Reason? {
    assessment.endedRunner(by: today).flatMap { runner in
      runner.end.map { end in
        WorkflowDuty.Reason(
          text: "GitHub announced the end of \(runner.title) for \(end)", file: assessment.workflow?.workflow.file.path,
          range: runner.range)
      }
    }
  }

  private var wheels: WorkflowDuty {
    let judged = builds.map { assessment -> (JobAssessment.Verdict, WorkflowDuty.Reason) in
      guard !assessment.runs.isEmpty, !assessment.isForAnother, assessment.activity?.standing != .never,
        let found = assessment.found
      else { return (assessment.verdict, assessment.reason) }
      if let ended = ended(assessment) { return (.unknown, ended) }
      let file = assessment.workflow?.workflow.file.path
      let place = assessment.runs.first?.run.run.place ?? found.id.range
      return (.kept, WorkflowDuty.Reason(text: "\(assessment.job.title) builds them", file: file, range: place))
    }
    return summary(.wheels, judged, nothing: "no job that builds released wheels is recorded")
  }

  private var publicBuild: WorkflowDuty {
    let judged = builds.map { assessment -> (JobAssessment.Verdict, WorkflowDuty.Reason) in
      guard let runner = assessment.runs.lazy.compactMap(\.run.run.runner).first, let hosting = assessment.hosting
      else {
        return (.unknown, WorkflowDuty.Reason(text: "where \(assessment.job.title) runs cannot be told"))
      }
      let reason = WorkflowDuty.Reason(
        text: "\(assessment.job.title) runs on \(hosting.words)", file: assessment.workflow?.workflow.file.path,
        range: runner.range)
      return (hosting == .github ? .kept : .broken, reason)
    }
    // One build that nobody can see is one too many.
    guard let broken = judged.first(where: { $0.0 == .broken }) else {
      return summary(.publicBuild, judged, nothing: "no job that builds released wheels is recorded")
    }
    return WorkflowDuty(duty: .publicBuild, standing: .unmet, reasons: [broken.1])
  }
}
