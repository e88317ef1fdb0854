import Diagnostics
import Evidence
import Policy

/// Holds what a registry says of a platform's jobs against what their workflows show. Each difference is the finding of
/// the rule that judges the registry's own word.
struct FactDifferences {
  let context: PlatformContext
  let assessments: [JobAssessment]
  let report: (WorkflowFinding) -> Void

  /// Whether one of the jobs keeps the duty of CI, so that a difference in another breaks nothing.
  private func isKept(_ duty: CIDuty) -> Bool { assessments.contains { !$0.buildsWheels && $0.keeps(duty) } }

  func check() {
    guard context.tier != nil else { return }
    for assessment in assessments {
      guard let workflow = assessment.workflow, let found = assessment.found, !assessment.runs.isEmpty,
        !assessment.isForAnother
      else { continue }
      checkHosting(assessment, found, workflow)
      checkBlocking(assessment, found, workflow)
      checkExecution(assessment, found, workflow)
      checkTests(assessment, found, workflow)
      checkEnd(assessment, found, workflow)
    }
    checkPythons()
  }

  private func checkHosting(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let runner = assessment.runs.lazy.compactMap(\.run.run.runner).first, let shown = assessment.hosting else {
      return
    }
    if assessment.buildsWheels, shown == .selfHosted, context.tier?.duties.wheels.kind == .released {
      return report(.privateWheelBuild, .selfHostedBuild(context, found, runner), workflow)
    }
    guard shown != assessment.job.hosting, let duty = context.tier?.duties.ci else { return }
    let isBroken = !assessment.buildsWheels && !duty.accepted.contains(shown) && !isKept(duty)
    report(
      .unacceptableCI, .otherHosting(assessment.job, found, runner, shown, duty, isBroken: isBroken), workflow)
  }

  private func checkBlocking(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let duty = context.tier?.duties.blocking, let place = assessment.ignoredFailure,
      duty.causes.contains(assessment.buildsWheels ? .wheelBuild : .ci)
    else { return }
    let others = assessments.filter {
      $0.index != assessment.index && $0.buildsWheels == assessment.buildsWheels && $0.verdict != .broken
        && $0.ignoredFailure == nil
    }
    report(
      .nonBlockingCI, .nonBlocking(context, assessment, found, at: place, other: others.first, duty), workflow)
  }

  private func checkExecution(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let target = assessment.runs.lazy.compactMap(\.target).first, let shown = assessment.execution else { return }
    switch (assessment.job.execution, shown) {
    case (_, .crossCompiled): report(.emulatedCI, .neverRun(context, found, target), workflow)
    case (.native, .emulated): report(.emulatedCI, .emulated(context, found, target), workflow)
    case (let declared, .native) where declared != .native:
      report(.emulatedCI, .understated(context, found, target, declared), workflow)
    default: break
    }
  }

  private func checkTests(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    let targets = assessment.runs.map(\.target)
    guard assessment.job.scope == .full, let duty = context.tier?.duties.ci,
      !targets.contains(where: { $0?.tests == .tested || $0 == nil }), let first = targets.first ?? nil
    else { return }
    switch first.tests {
    case .testedInPart(let range):
      report(.partialCI, .testedInPart(context, found, at: range, duty, isBroken: !isKept(duty)), workflow)
    case .untested(let why, let range):
      guard first.execution != .crossCompiled else { return }
      report(.nonBlockingCI, .untested(context, found, why, at: range, duty), workflow)
    case .tested, .unseen, .unknown: break
    }
  }

  private func checkEnd(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let runner = assessment.endedRunner(by: context.today), let end = runner.end else { return }
    let place = assessment.runs.first?.run.run.place ?? runner.range
    report(
      .inactiveJob, .endedRunner(found, runner, end, at: found.matrix == nil ? runner.range : place), workflow)
  }

  /// A platform is tested for users, who have released versions of Python.
  private func checkPythons() {
    let tests = assessments.filter { !$0.buildsWheels && $0.job.scope == .full && $0.verdict != .broken }
    let runs = tests.flatMap { assessment in assessment.runs.map { (assessment, $0.run) } }
    guard let (assessment, run) = runs.first, let workflow = assessment.workflow, let found = assessment.found,
      runs.allSatisfy({ !$1.pythons.isEmpty && $1.pythons.allSatisfy(\.value.isDevelopmentVersion) }),
      let version = run.pythons.first
    else { return }
    let place = run.run.place == found.id.range ? version.range : run.run.place
    report(.partialCI, .developmentOnly(context, found, version.value, at: place), workflow)
  }

  private func report(_ subject: WorkflowFinding.Subject, _ finding: Finding, _ workflow: ObservedWorkflow) {
    report(WorkflowFinding(subject, finding, in: workflow.workflow.file))
  }
}

extension String {
  /// Whether `actions/setup-python` takes a version that is not released yet, where there is one.
  fileprivate var isDevelopmentVersion: Bool {
    hasSuffix("-dev") || ["alpha", "beta", "-rc"].contains(where: contains)
  }
}

extension Finding {
  fileprivate static func selfHostedBuild(_ context: PlatformContext, _ job: WorkflowJob, _ runner: Runner) -> Finding {
    Finding(
      "'\(job.id.value)' builds wheels of '\(context.platform.name)' on \(runner.title), a self-hosted machine",
      at: runner.range, help: "released wheels are built on publicly visible CI; build them on GitHub's machines")
  }

  fileprivate static func otherHosting(
    _ declared: CIJob, _ job: WorkflowJob, _ runner: Runner, _ shown: Hosting, _ duty: CIDuty, isBroken: Bool
  ) -> Finding {
    let help =
      isBroken
      ? "\(duty.because); run it where the tier accepts CI, or move the platform"
      : "write 'hosting: \(shown.rawValue)' in the registry"
    return Finding(
      "'\(job.id.value)' runs on \(shown.words) (\(runner.title)), and the registry says "
        + "'hosting: \(declared.hosting.rawValue)'", at: runner.range, help: help,
      severity: isBroken ? nil : .warning)
  }

  fileprivate static func nonBlocking(
    _ context: PlatformContext, _ assessment: JobAssessment, _ job: WorkflowJob, at range: SourceRange,
    other: JobAssessment?, _ duty: BlockingDuty
  ) -> Finding {
    let isSaid = assessment.job.blocks == .known(false)
    let how = assessment.execution == .emulated ? " under emulation" : ""
    let platform = context.platform.name
    let what = assessment.buildsWheels ? "builds wheels of '\(platform)'" : "tests '\(platform)'\(how)"
    let help =
      other.map { "\(duty.because); a failure of \($0.job.title) does" }
      ?? "\(duty.because); let it fail its run, without 'continue-on-error' or '|| true'"
    return Finding(
      "'\(job.id.value)' \(what), and a failure of it holds no release back",
      at: range, help: isSaid ? help : "\(help); the registry says nothing of 'blocks: false'",
      severity: isSaid && other != nil ? .info : nil)
  }

  fileprivate static func neverRun(_ context: PlatformContext, _ job: WorkflowJob, _ target: DetectedTarget) -> Finding
  {
    Finding(
      "'\(job.id.value)' builds '\(context.platform.name)' for \(target.architecture) and never runs it",
      at: target.range,
      help: "what is never run shows that it compiles; test it where there are machines for it, or exempt it with "
        + "the reason")
  }

  fileprivate static func emulated(_ context: PlatformContext, _ job: WorkflowJob, _ target: DetectedTarget) -> Finding
  {
    Finding(
      "'\(job.id.value)' tests '\(context.platform.name)' under emulation, and the registry says 'execution: native'",
      at: target.range, help: "write 'execution: emulated' in the registry, or test on the platform itself")
  }

  fileprivate static func understated(
    _ context: PlatformContext, _ job: WorkflowJob, _ target: DetectedTarget, _ declared: CIJob.Execution
  ) -> Finding {
    Finding(
      "'\(job.id.value)' runs '\(context.platform.name)' on the platform itself, and the registry says "
        + "'execution: \(declared.rawValue)'", at: target.range,
      help: "write 'execution: native' in the registry", severity: .info)
  }

  fileprivate static func testedInPart(
    _ context: PlatformContext, _ job: WorkflowJob, at range: SourceRange, _ duty: CIDuty, isBroken: Bool
  ) -> Finding {
    let help =
      isBroken
      ? "\(duty.because); run the whole test suite in a job, or move the platform"
      : "write 'scope: partial' in the registry; other jobs keep the duty"
    return Finding(
      "'\(job.id.value)' runs a chosen part of the tests for '\(context.platform.name)', and the registry lists it as "
        + "full CI", at: range, help: help, severity: isBroken ? nil : .warning)
  }

  fileprivate static func untested(
    _ context: PlatformContext, _ job: WorkflowJob, _ why: String, at range: SourceRange, _ duty: CIDuty
  ) -> Finding {
    Finding(
      "'\(job.id.value)' builds '\(context.platform.name)' and does not test it, since \(why)", at: range,
      help: "\(duty.because); let cibuildwheel test what it builds")
  }

  fileprivate static func developmentOnly(
    _ context: PlatformContext, _ job: WorkflowJob, _ version: String, at range: SourceRange
  ) -> Finding {
    Finding(
      "'\(context.platform.name)' is tested on a development version of Python only ('\(version)')", at: range,
      help: "users have released versions; test on one of them in '\(job.id.value)' or beside it", severity: .warning)
  }
}
