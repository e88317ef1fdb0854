import Diagnostics
import Evidence
import Policy

/// What the workflows that release wheels build, and leave out.
struct ReleaseBuild {
  let contexts: [PlatformContext]
  let publishing: PublishingAssessment

  /// Wheels that are built beside the released ones, for platforms that have none to release, each with the platform's
  /// id.
  func unexpectedWheels() -> [(String, WorkflowFinding)] {
    var seen: Set<String> = []
    return publishing.publishedJobs.flatMap { job, upload -> [(String, WorkflowFinding)] in
      (upload.workflow.runs[job.id.value] ?? []).compactMap { run in
        guard let (platform, finding) = unexpectedWheels(of: run, upload),
          seen.insert("\(upload.workflow.workflow.file.path) \(finding.range)").inserted
        else { return nil }
        return (platform, WorkflowFinding(.unexpectedWheels, finding, in: upload.workflow.workflow.file))
      }
    }
  }

  /// A run that builds wheels of a platform among the released ones.
  func build(of platform: Platform) -> CoveringRun? {
    for (job, upload) in publishing.publishedJobs {
      let run = upload.workflow.runs[job.id.value]?.first { run in
        run.targets.contains { !$0.isAssumed && $0.identifier != nil && platform.isListed(as: $0) }
      }
      if let run { return CoveringRun(isWhole: true, workflow: upload.workflow, job: job, place: run.run.place) }
    }
    return nil
  }

  /// Jobs on machines that nobody else can look at, among those whose files are published.
  func privateJobs() -> [WorkflowFinding] {
    guard contexts.contains(where: { $0.wheelTier != nil }) else { return [] }
    var seen: Set<String> = []
    return publishing.publishedJobs.compactMap { job, upload in
      let (id, file) = (job.id.value, upload.workflow.workflow.file)
      let runners = (upload.workflow.runs[id] ?? []).lazy.compactMap { $0.run.runner }
      guard let runner = runners.first(where: { $0.hosting == .selfHosted }),
        seen.insert("\(file.path) \(runner.range)").inserted
      else { return nil }
      return WorkflowFinding(.privateWheelBuild, .privateJob(id, runner, upload), in: file)
    }
  }

  private func unexpectedWheels(
    of run: ObservedRun, _ upload: PublishingAssessment.Upload
  ) -> (String, Finding)? {
    for target in run.targets {
      guard !target.isAssumed, let identifier = target.identifier else { continue }
      let listed = contexts.filter { target.isPart(of: $0.platform.target) }
      guard let first = listed.first, !listed.contains(where: { $0.wheelTier != nil }) else { continue }
      let removal = upload.removal(ofWheelsFor: identifier)
      return (
        first.platform.id,
        .unexpectedWheels(first.platform, first.tier, identifier, removal, upload, at: target.range)
      )
    }
    return nil
  }

  /// Builds of released wheels that `exclude` takes away, each with the ids of the platforms that it concerns.
  func gaps(_ workflows: [String: PlatformWorkflows]) -> [(String, WorkflowFinding)] {
    var platforms: [Gap: [Platform]] = [:]
    var order: [Gap] = []
    for context in contexts where context.wheelTier != nil {
      for gap in (workflows[context.platform.id]?.builds ?? []).filter({ !$0.runs.isEmpty }).flatMap(gaps) {
        if platforms[gap] == nil { order.append(gap) }
        platforms[gap, default: []].append(context.platform)
      }
    }
    return order.flatMap { gap in
      let concerned = platforms[gap] ?? []
      let finding = WorkflowFinding(.wheelGap, .excluded(gap, concerned.map { $0.name }), in: gap.file)
      return concerned.map { ($0.id, finding) }
    }
  }

  struct Gap: Hashable {
    var workflow: String
    var identifier: String
    /// What the left-over builds of it have in their matrix.
    var left: [String]
    var range: SourceRange
    var file: SourceFile

    static func == (left: Gap, right: Gap) -> Bool {
      left.workflow == right.workflow && left.identifier == right.identifier && left.range == right.range
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(workflow)
      hasher.combine(identifier)
      hasher.combine(range)
    }
  }

  private func gaps(in assessment: JobAssessment) -> [Gap] {
    guard let workflow = assessment.workflow, let job = assessment.found,
      let expansion = workflow.expansions[job.id.value]
    else { return [] }
    let removed = expansion.exclusions.flatMap { exclusion in exclusion.removed.map { (exclusion, $0) } }
    let selection = MatrixSelection(assessment.job.matrix, in: expansion.combinations + removed.map { $0.1 })
    return removed.flatMap { exclusion, combination -> [Gap] in
      guard selection.contains(combination) else { return [] }
      let run = JobRun(job, of: workflow.workflow, combination: combination, repository: workflow.repository)
      guard isOn(assessment.job.runner, run.runner) else { return [] }
      return ObservedRun(run).identifiers.map { identifier in
        let left = (workflow.runs[job.id.value] ?? []).filter { $0.identifiers.contains(identifier) }
        return Gap(
          workflow: workflow.workflow.file.path, identifier: identifier,
          left: left.map { $0.run.combination.leaves.map { $0.text }.joined(separator: ", ") }, range: exclusion.range,
          file: workflow.workflow.file)
      }
    }
  }

  private func isOn(_ label: String?, _ runner: Runner?) -> Bool {
    guard let label, let runner else { return true }
    return runner.labels.contains { $0.lowercased() == label.lowercased() }
  }
}

extension PublishingAssessment.Upload {
  /// The step before it that removes files by a pattern which wheels of this identifier match.
  fileprivate func removal(ofWheelsFor identifier: String) -> (pattern: String, range: SourceRange)? {
    let name = "project-1.0-\(identifier).whl"
    for step in job.steps {
      guard let run = step.run else { continue }
      for words in ShellWords.commands(of: run.value) where words.first == "rm" || words.contains("-delete") {
        for word in words.dropFirst() where word.contains("*") && !word.hasPrefix("-") {
          let pattern = word.split(separator: "/").last ?? word
          if FilterPattern(String(pattern)).matches(name) {
            return (String(pattern), workflow.workflow.file.range(of: String(word), in: run.range) ?? run.range)
          }
        }
      }
    }
    return nil
  }
}

extension Finding {
  fileprivate static func unexpectedWheels(
    _ platform: Platform, _ tier: Tier?, _ identifier: String, _ removal: (pattern: String, range: SourceRange)?,
    _ upload: PublishingAssessment.Upload, at range: SourceRange
  ) -> Finding {
    let place = tier.map { "'\($0.name)' releases none" } ?? "no tier has it"
    let because = tier?.duties.wheels.because ?? "wheels are promised by tiers"
    guard let removal else {
      return Finding(
        "'\(identifier)' is built among the wheels that '\(upload.job.id.value)' publishes, and for "
          + "'\(platform.name)' \(place)", at: range,
        help: "\(because); build it in a workflow that publishes nothing")
    }
    return Finding(
      "'\(identifier)' is built among the released wheels, and for '\(platform.name)' \(place); only the pattern "
        + "'\(removal.pattern)' keeps it off the index", at: range,
      notes: [Diagnostic.Note("removed by its name here", at: removal.range)],
      help: "\(because); build it in a workflow that publishes nothing", severity: .warning)
  }

  fileprivate static func privateJob(
    _ id: String, _ runner: Runner, _ upload: PublishingAssessment.Upload
  ) -> Finding {
    Finding(
      "'\(id)', which '\(upload.job.id.value)' needs to publish wheels, runs on \(runner.title), a self-hosted machine",
      at: runner.range,
      help: "released wheels are built and published on publicly visible CI; run it on GitHub's machines")
  }

  fileprivate static func excluded(_ gap: ReleaseBuild.Gap, _ platforms: [String]) -> Finding {
    let rest =
      gap.left.isEmpty
      ? "no other run builds it" : "what is left of it is \(gap.left.quotedList)"
    return Finding(
      "'exclude' takes a build of '\(gap.identifier)' from \(platforms.quotedList); \(rest)", at: gap.range,
      help: gap.left.isEmpty
        ? "a tier that releases wheels has them for each Python; build it, or note the reason"
        : "see that the wheel that is left serves the same users: an older system, another BLAS", severity: .warning)
  }
}
