import Diagnostics
import Evidence
import Policy

/// Looks up the jobs that a registry lists of a platform, and reports those that are not there or never run.
struct JobAssessor {
  let repositories: ObservedRepositories
  let context: PlatformContext
  /// Where workflows are of which the registry names no repository.
  let ownRepository: String?
  /// What tests the platform, whether the registry lists it or not.
  let covering: [CoveringRun]
  let report: (WorkflowFinding) -> Void

  func assess(_ job: PlatformJob) -> JobAssessment {
    var assessment = JobAssessment(job)
    guard findWorkflow(&assessment), findJob(&assessment), findRuns(&assessment), checkActivity(&assessment) else {
      return assessment
    }
    if checkTarget(&assessment) { RunAssessor(context: context).conclude(&assessment) }
    return assessment
  }

  private func findWorkflow(_ assessment: inout JobAssessment) -> Bool {
    let job = assessment.job
    guard let repository = job.repository ?? ownRepository, repositories.has(repository) else {
      let name = job.repository ?? ownRepository
      assessment.conclude(.unknown, "the workflows of \(name.map { "'\($0)'" } ?? "its repository") are not given")
      return false
    }
    guard let workflow = repositories.workflow(job.workflow, in: repository) else {
      guard job.workflow.hasPrefix(".github/workflows/") else {
        assessment.conclude(.unknown, "'\(job.workflow)' is no workflow of GitHub Actions, and not looked at")
        return false
      }
      assessment.conclude(
        .unknown, "the registry is stale: there is no '\(job.workflow)' in '\(repository)'", isStale: true)
      let near = NearestName.closest(to: job.workflow, in: repositories.paths(in: repository))
      reportStale(.missingWorkflow, .missingWorkflow(context, job, repository, near), "workflow", assessment)
      return false
    }
    assessment.workflow = workflow
    guard workflow.isReadable else {
      assessment.conclude(.unknown, "'\(job.workflow)' could not be read", at: .fileStart)
      return false
    }
    return true
  }

  private func findJob(_ assessment: inout JobAssessment) -> Bool {
    guard let workflow = assessment.workflow else { return false }
    let job = assessment.job
    guard let found = workflow.workflow.job(job.job) else {
      assessment.conclude(
        .unknown, "the registry is stale: there is no job '\(job.job)' in '\(job.workflow)'", at: .fileStart,
        isStale: true)
      let near = NearestName.closest(to: job.job, in: workflow.workflow.jobs.map { $0.id.value })
      reportStale(.missingJob, .missingJob(context, job, near), "job", assessment)
      return false
    }
    assessment.found = found
    if let reusable = found.reusable {
      assessment.conclude(
        .unknown, "its steps are in '\(reusable.value)', which is not looked into", at: reusable.range)
      return false
    }
    return true
  }

  private func findRuns(_ assessment: inout JobAssessment) -> Bool {
    guard let workflow = assessment.workflow, let found = assessment.found,
      let expansion = workflow.expansions[found.id.value]
    else { return false }
    let job = assessment.job
    let runs = workflow.runs[found.id.value] ?? []
    let selection = MatrixSelection(job.matrix, in: expansion.combinations)
    let isMissing = runs.isEmpty || !selection.strangers.isEmpty
    if let open = expansion.openExclusion ?? (isMissing ? expansion.unresolved : nil) {
      assessment.conclude(.unknown, open.value, at: open.range)
      return false
    }
    guard !isMissing else {
      reportMissingRun(runs.isEmpty ? [] : Array(selection.strangers.prefix(1)), expansion, &assessment)
      return false
    }
    var selected = runs.filter { selection.contains($0.run.combination) }
    if let runner = job.runner {
      let there = selected.filter { $0.run.runner?.labels.contains { $0.lowercased() == runner.lowercased() } ?? true }
      if there.isEmpty, let other = selected.first?.run.runner {
        reportInRegistry(.missingJob, .otherRunner(job, other), "runner", assessment, severity: .warning)
      } else {
        selected = there
      }
    }
    guard !selected.isEmpty else {
      reportMissingRun(job.matrix, expansion, &assessment)
      return false
    }
    assessment.runs = selected.map { run in
      let target = context.platform.target
      let own = run.targets.filter { $0.isPart(of: target) || target.isGeneral && $0.isOf(target.interpreter.value) }
      return (run, own.min(by: DetectedTarget.isBetter))
    }
    return true
  }

  /// - Parameter words: those that no run has; none where there are no runs.
  private func reportMissingRun(_ words: [String], _ expansion: MatrixExpansion, _ assessment: inout JobAssessment) {
    let job = assessment.job
    let what =
      switch words.count {
      case 0: "the matrix of '\(job.job)' makes no runs"
      case 1: "no run of '\(job.job)' has \(words.quotedList) in its matrix"
      default: "no run of '\(job.job)' has all of \(words.quotedList)"
      }
    assessment.conclude(
      .unknown, "the registry is stale: \(what)", at: assessment.found?.id.range, isStale: true)
    let known = expansion.combinations.flatMap { $0.leaves.map { $0.text } }
    let near = words.count == 1 ? NearestName.closest(to: words[0], in: known) : nil
    reportStale(
      .missingJob, .missingRun(context, job, words, near), job.matrix.isEmpty ? "job" : "matrix", assessment)
  }

  private func checkActivity(_ assessment: inout JobAssessment) -> Bool {
    guard let workflow = assessment.workflow, let found = assessment.found,
      let activity = workflow.activities[found.id.value]
    else { return false }
    assessment.activity = activity
    // A release may be started by hand, and what follows a tag is a release.
    let isEnough = assessment.buildsWheels && activity.standing != .never
    switch activity.standing {
    case .regular: return true
    case .scheduled:
      guard !isEnough else { return true }
      reportActivity(activity, assessment, severity: .warning)
      return true
    case .uncertain:
      guard !isEnough else { return true }
      assessment.conclude(.unknown, "it \(activity.reason)", at: activity.range)
      return false
    case .onDemand, .never:
      guard !isEnough else { return true }
      assessment.conclude(.broken, "it \(activity.reason)", at: activity.range)
      reportActivity(activity, assessment, severity: .error)
      return false
    }
  }

  private func reportActivity(_ activity: JobActivity, _ assessment: JobAssessment, severity: Severity) {
    guard context.tier != nil, let workflow = assessment.workflow, let found = assessment.found else { return }
    let finding = Finding.inactiveJob(context, found, activity, repository: workflow.repository, severity: severity)
    report(WorkflowFinding(.inactiveJob, finding, in: workflow.workflow.file))
  }

  /// False for what runs for something else than the registry lists it for.
  private func checkTarget(_ assessment: inout JobAssessment) -> Bool {
    let target = context.platform.target
    // Systems that machines do not have come by scripts, which may start them without a word of it.
    let isOfMachines = ["linux", "macos", "windows"].contains(target.os.value)
    guard !target.isGeneral,
      assessment.runs.allSatisfy({
        $0.target == nil && $0.run.isDefinite && (isOfMachines || $0.run.isToldByIdentifier)
      }),
      let shown = assessment.runs.first?.run.targets.first
    else { return true }
    assessment.isForAnother = true
    assessment.conclude(
      .unknown, "the registry is stale: \(assessment.title) is for \(shown.title)", at: shown.range, isStale: true)
    reportStale(.missingJob, .otherTarget(context, assessment.job, shown), "job", assessment)
    return false
  }

  /// Reports a job that is not there as it is listed, and which one covers the platform now.
  private func reportStale(
    _ rule: Rule, _ finding: Finding, _ key: String, _ assessment: JobAssessment
  ) {
    var finding = finding
    if !assessment.buildsWheels, let other = covering.first {
      let tests = other.isWhole ? "tests it now" : "runs a part of its tests now"
      finding.help = "\(other.title) \(tests); list that job, or say 'until' when this one was there"
    }
    reportInRegistry(rule, finding, key, assessment)
  }

  /// - Parameter key: of the job's entry, where the finding stands.
  private func reportInRegistry(
    _ rule: Rule, _ finding: Finding, _ key: String, _ assessment: JobAssessment,
    severity: Severity? = nil
  ) {
    var finding = finding
    finding.range = context.place(of: key, in: assessment.listed)
    // An unsupported platform owes nothing; what its file says of it is still wrong.
    finding.severity = severity ?? (context.tier == nil ? .warning : nil)
    report(WorkflowFinding(rule, finding, in: context.places.file))
  }
}

extension ObservedRun {
  fileprivate var isDefinite: Bool { !targets.isEmpty && targets.allSatisfy { $0.isDefinite } }

  fileprivate var isToldByIdentifier: Bool { targets.allSatisfy { $0.identifier != nil } }
}
