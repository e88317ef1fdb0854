import Diagnostics
import Evidence
import Policy

/// How the workflows of a repository bring files to the index.
struct PublishingAssessment: Sendable {
  /// A step that publishes.
  struct Upload: Sendable {
    enum Kind: Sendable {
      /// By a workflow that the index trusts.
      case trusted
      /// By a token that somebody keeps.
      case token
      /// By the action that could be trusted, in a job that may not ask for an identity.
      case withoutIdentity
    }

    var kind: Kind
    var job: WorkflowJob
    var workflow: ObservedWorkflow
    var range: SourceRange
    var runner: Runner?

    var location: Verdict.Location { Verdict.Location(file: workflow.workflow.file.path, range: range) }

    /// It and the jobs that have to be done before, whose files it may take.
    var neededJobs: [WorkflowJob] {
      let reached = Self.reached(from: job.id.value, along: Self.needs(workflow.workflow.jobs))
      return workflow.workflow.jobs.filter { reached.contains($0.id.value) }
    }

    /// The jobs that each job waits for.
    static func needs(_ jobs: [WorkflowJob]) -> [String: [String]] {
      Dictionary(jobs.map { ($0.id.value, $0.needs.map { $0.value }) }) { first, _ in first }
    }

    /// A job and all to which edges lead from it, without those to which they lead from others.
    static func reached(
      from id: String, along edges: [String: [String]], except others: Set<String> = []
    ) -> Set<String> {
      var pending = [id]
      var seen: Set<String> = []
      while let id = pending.popLast() {
        if !others.contains(id), seen.insert(id).inserted { pending += edges[id] ?? [] }
      }
      return seen
    }
  }

  private(set) var uploads: [Upload] = []
  /// The jobs whose files may be published, each once, with the first upload that waits for it.
  private(set) var publishedJobs: [(job: WorkflowJob, upload: Upload)] = []

  init(_ repositories: ObservedRepositories) {
    for workflow in repositories.workflows {
      let jobs = workflow.workflow.jobs
      let found = jobs.flatMap { job -> [Upload] in
        guard workflow.activities[job.id.value]?.standing != .never,
          let run = workflow.runs[job.id.value]?.first?.run
        else { return [] }
        return run.steps.compactMap { Self.upload($0, in: run, of: workflow) }
      }
      guard !found.isEmpty else { continue }
      uploads += found
      let needs = Upload.needs(jobs)
      let order = Dictionary(jobs.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
      var known: Set<String> = []
      for upload in found {
        let reached = Upload.reached(from: upload.job.id.value, along: needs, except: known)
        known.formUnion(reached)
        publishedJobs += reached.compactMap { order[$0] }.sorted().map { (jobs[$0], upload) }
      }
    }
  }

  private static func upload(_ step: JobRun.Step, in run: JobRun, of workflow: ObservedWorkflow) -> Upload? {
    let job = run.job
    let mayIdentify = (job.idToken ?? workflow.workflow.idToken)?.value == "write"
    func upload(_ kind: Upload.Kind, at range: SourceRange) -> Upload {
      Upload(kind: kind, job: job, workflow: workflow, range: range, runner: run.runner)
    }
    if step.step.uses("pypa/gh-action-pypi-publish"), let uses = step.step.uses {
      let url = (step.input("repository-url") ?? step.input("repository_url"))?.value ?? ""
      // Another index than the one that users install from, such as one for trials.
      guard url.isEmpty || url.hasBytes("upload.pypi.org") else { return nil }
      if let password = step.input("password") { return upload(.token, at: password.range) }
      return upload(mayIdentify ? .trusted : .withoutIdentity, at: uses.range)
    }
    guard let script = step.script else { return nil }
    for words in ShellWords.commands(of: script.value) {
      let options = words.filter { $0.hasPrefix("-") }
      guard
        !options.contains(where: { option in
          ["repository", "publish-url", "index"].contains(where: String(option).holds)
        })
      else { continue }
      for (program, command) in zip(words, words.dropFirst()) {
        switch (program, command) {
        case ("twine", "upload"), ("flit", "publish"), ("poetry", "publish"), ("hatch", "publish"):
          return upload(.token, at: script.range)
        case ("uv", "publish"):
          let hasToken =
            options.contains { $0.hasPrefix("--token") || $0.hasPrefix("-t") }
            || step.step.environment.contains { $0.name == "UV_PUBLISH_TOKEN" }
          return upload(hasToken || !mayIdentify ? .token : .trusted, at: script.range)
        default: break
        }
      }
    }
    return nil
  }

  /// The uploads of the repositories in which wheels are built.
  func uploads(for builds: [JobAssessment]) -> [Upload] {
    let repositories = Set(builds.compactMap { $0.workflow?.repository })
    return uploads.filter { repositories.contains($0.workflow.repository) }
  }

  func verdict(for builds: [JobAssessment]) -> Verdict {
    func verdict(_ status: Verdict.Status, _ reason: String, _ upload: Upload? = nil) -> Verdict {
      Verdict(.publishing, status, reason, by: .workflow, at: upload?.location)
    }
    let uploads = uploads(for: builds)
    if let token = uploads.first(where: { $0.kind == .token }) {
      return verdict(.broken, "'\(token.job.id.value)' publishes with a token", token)
    }
    if let blind = uploads.first(where: { $0.kind == .withoutIdentity }) {
      return verdict(.broken, "'\(blind.job.id.value)' publishes without 'id-token: write'", blind)
    }
    guard let trusted = uploads.first else {
      return verdict(.unknown, "no workflow that is given publishes wheels on the index")
    }
    return verdict(.kept, "'\(trusted.job.id.value)' publishes by trusted publishing", trusted)
  }

  /// Whether what publishes wheels waits for a job, so that a failure of it holds a release back; nil where no upload of
  /// its workflow tells.
  func waits(for build: JobAssessment) -> Verdict? {
    guard let found = build.found, let path = build.workflow?.workflow.file.path else { return nil }
    func verdict(_ status: Verdict.Status, _ reason: String, _ upload: Upload) -> Verdict {
      Verdict(.blocking, status, reason, by: .workflow, at: upload.location)
    }
    let uploads = uploads.filter { $0.workflow.workflow.file.path == path }
    var waiters: [String: [String]] = [:]
    for job in uploads.first?.workflow.workflow.jobs ?? [] {
      for need in job.needs { waiters[need.value, default: []].append(job.id.value) }
    }
    let waitingJobs = Upload.reached(from: found.id.value, along: waiters)
    let waiting = uploads.first { waitingJobs.contains($0.job.id.value) }
    guard let waiting else {
      return uploads.first.map {
        verdict(.broken, "'\($0.job.id.value)' publishes wheels without waiting for \(build.title)", $0)
      }
    }
    let name = "'\(waiting.job.id.value)', which publishes wheels"
    // A job with such a condition runs although what it needs has failed.
    let isUnconditional = waiting.neededJobs.allSatisfy { job in
      !["always()", "failure()", "cancelled()"].contains { job.condition?.value.holds($0) ?? false }
    }
    guard isUnconditional else {
      return verdict(.unknown, "whether \(name), waits for \(build.title) is known only when it runs", waiting)
    }
    return verdict(.kept, "\(name), needs \(build.title)", waiting)
  }

  /// Uploads that the policy does not allow, for platforms whose registry does not say so itself.
  func findings(for builds: [JobAssessment], of context: PlatformContext) -> [WorkflowFinding] {
    guard context.tier?.duties.wheels.kind == .released else { return [] }
    return uploads(for: builds).flatMap { upload -> [WorkflowFinding] in
      var found: [WorkflowFinding] = []
      if upload.kind != .trusted, context.platform.wheels.publishing != .known(.token) {
        found.append(WorkflowFinding(.untrustedPublishing, .untrusted(upload), in: upload.workflow.workflow.file))
      }
      if let runner = upload.runner, runner.hosting == .selfHosted {
        found.append(
          WorkflowFinding(.privateWheelBuild, .selfHosted(upload, runner), in: upload.workflow.workflow.file))
      }
      return found
    }
  }
}

extension Finding {
  fileprivate static func untrusted(_ upload: PublishingAssessment.Upload) -> Finding {
    Finding(
      upload.kind == .token
        ? "'\(upload.job.id.value)' publishes wheels with a token"
        : "'\(upload.job.id.value)' publishes wheels and may not identify itself to the index",
      at: upload.range,
      help: "released wheels are published by a workflow that the index trusts; give the job "
        + "'permissions: {id-token: write}' and 'pypa/gh-action-pypi-publish' without a password")
  }

  fileprivate static func selfHosted(_ upload: PublishingAssessment.Upload, _ runner: Runner) -> Finding {
    Finding(
      "'\(upload.job.id.value)' publishes wheels from \(runner.title), a self-hosted machine", at: runner.range,
      help: "released wheels are built and published on publicly visible CI; publish them from GitHub's machines")
  }
}
