import Diagnostics
import Evidence
import Policy

/// Holds what a registry says of a platform's jobs against what their workflows show. Each difference is the finding of
/// the rule that judges the registry's own word.
struct FactDifferences {
  let context: PlatformContext
  let tier: Tier
  let assessments: [JobAssessment]
  /// How the platform stands to the tier's duties: what breaks one is an error, and else a warning.
  let verdicts: [Verdict]
  let report: (WorkflowFinding) -> Void

  private func weight(_ duty: Verdict.Duty) -> Severity { verdicts[duty]?.status == .broken ? .error : .warning }

  func check() {
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
    guard let runner = assessment.runs.lazy.compactMap({ $0.run.run.runner }).first, let shown = assessment.hosting
    else {
      return
    }
    if assessment.buildsWheels, shown == .selfHosted, tier.duties.wheels.kind == .released {
      return report(.privateWheelBuild, .selfHostedBuild(context, found, runner), workflow)
    }
    guard shown != assessment.job.hosting, let duty = tier.duties.ci else { return }
    let isBroken = !assessment.buildsWheels && !duty.accepted.contains(shown) && weight(.ci) == .error
    report(
      .unacceptableCI, .otherHosting(assessment.job, found, runner, shown, duty, isBroken: isBroken), workflow,
      isAboutWheels: assessment.buildsWheels)
  }

  private func checkBlocking(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    let duty = tier.duties.blocking
    guard let place = assessment.ignoredFailure,
      duty.causes.contains(assessment.buildsWheels ? .wheelBuild : .ci)
    else { return }
    let others = assessments.filter {
      $0.listed.index != assessment.listed.index && $0.buildsWheels == assessment.buildsWheels && $0.status != .broken
        && $0.ignoredFailure == nil
    }
    report(
      .nonBlockingCI,
      .nonBlocking(context, assessment, found, at: place, other: others.first, duty, weight(.blocking)), workflow)
  }

  private func checkExecution(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let target = assessment.runs.lazy.compactMap({ $0.target }).first, let shown = assessment.execution else {
      return
    }
    switch (assessment.job.execution, shown) {
    case (_, .crossCompiled):
      report(
        .emulatedCI, .neverRun(context, found, target, assessment.buildsWheels ? .warning : weight(.ci)), workflow,
        isAboutWheels: assessment.buildsWheels)
    case (.native, .emulated):
      report(.emulatedCI, .emulated(context, found, target), workflow, isAboutWheels: assessment.buildsWheels)
    case (let declared, .native) where declared != .native:
      report(
        .emulatedCI, .understated(context, found, target, declared), workflow,
        isAboutWheels: assessment.buildsWheels)
    default: break
    }
  }

  private func checkTests(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    let targets = assessment.runs.map { $0.target }
    guard assessment.job.scope == .full, let duty = tier.duties.ci,
      !targets.contains(where: { $0?.tests == .tested || $0 == nil }), let first = targets.first ?? nil
    else { return }
    switch first.tests {
    case .testedInPart(let range):
      report(.partialCI, .testedInPart(context, found, at: range, duty, weight(.ci)), workflow)
    case .untested(let why, let range):
      guard first.execution != .crossCompiled else { return }
      report(
        .nonBlockingCI,
        .untested(context, found, why, at: range, duty, assessment.buildsWheels ? .warning : weight(.ci)), workflow)
    case .tested, .unseen, .unknown: break
    }
  }

  private func checkEnd(_ assessment: JobAssessment, _ found: WorkflowJob, _ workflow: ObservedWorkflow) {
    guard let runner = assessment.endedRunner(by: context.today), let end = runner.end else { return }
    let place = assessment.runs.first?.run.run.place ?? runner.range
    report(
      .inactiveJob, .endedRunner(found, runner, end, at: found.matrix == nil ? runner.range : place), workflow,
      isAboutWheels: assessment.buildsWheels)
  }

  /// A platform is tested for users, who have released versions of Python, and most of them with the ordinary build.
  private func checkPythons() {
    let tests = assessments.filter { !$0.buildsWheels && $0.job.scope == .full && $0.status != .broken }
    let runs = tests.flatMap { assessment in assessment.runs.map { (assessment, $0.run) } }
    guard let (assessment, run) = runs.first, let workflow = assessment.workflow, let found = assessment.found,
      runs.allSatisfy({ !$1.pythons.isEmpty }), let version = run.pythons.first
    else { return }
    let pythons = runs.flatMap { $0.1.pythons }.map { PythonVersion($0.value) }
    let place = run.run.place == found.id.range ? version.range : run.run.place
    if pythons.allSatisfy({ $0.isDevelopment(on: context.today) }) {
      report(.partialCI, .pythonsOnly(context, found, version.value, "a development version of", at: place), workflow)
    } else if context.platform.target.abi != "free-threaded", pythons.allSatisfy({ $0.isFreeThreaded }) {
      report(.partialCI, .pythonsOnly(context, found, version.value, "a free-threaded", at: place), workflow)
    }
  }

  private func report(
    _ rule: Rule, _ finding: Finding, _ workflow: ObservedWorkflow, isAboutWheels: Bool = false
  ) {
    report(WorkflowFinding(rule, finding, in: workflow.workflow.file, isAboutWheels: isAboutWheels))
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
    other: JobAssessment?, _ duty: BlockingDuty, _ weight: Severity
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
      severity: isSaid && other != nil && weight < .error ? .info : weight)
  }

  fileprivate static func neverRun(
    _ context: PlatformContext, _ job: WorkflowJob, _ target: DetectedTarget, _ weight: Severity
  ) -> Finding {
    Finding(
      "'\(job.id.value)' builds '\(target.identifier ?? target.architecture)' for '\(context.platform.name)' and never "
        + "runs that build",
      at: target.range,
      help: "what is never run shows that it compiles; test it where there are machines for it, or exempt it with "
        + "the reason", severity: weight)
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
    _ context: PlatformContext, _ job: WorkflowJob, at range: SourceRange, _ duty: CIDuty, _ weight: Severity
  ) -> Finding {
    let help =
      weight == .error
      ? "\(duty.because); run the whole test suite in a job, or move the platform"
      : "write 'scope: partial' in the registry; other jobs keep the duty"
    return Finding(
      "'\(job.id.value)' runs a chosen part of the tests for '\(context.platform.name)', and the registry lists it as "
        + "full CI", at: range, help: help, severity: weight)
  }

  fileprivate static func untested(
    _ context: PlatformContext, _ job: WorkflowJob, _ why: String, at range: SourceRange, _ duty: CIDuty,
    _ weight: Severity
  ) -> Finding {
    Finding(
      "'\(job.id.value)' builds '\(context.platform.name)' and does not test it, since \(why)", at: range,
      help: "\(duty.because); let cibuildwheel test what it builds", severity: weight)
  }

  fileprivate static func pythonsOnly(
    _ context: PlatformContext, _ job: WorkflowJob, _ version: String, _ kind: String, at range: SourceRange
  ) -> Finding {
    Finding(
      "'\(context.platform.name)' is tested on \(kind) Python only ('\(version)')", at: range,
      help: "most users have a released version with the lock; test on one of them in '\(job.id.value)' or beside it",
      severity: .warning)
  }
}
