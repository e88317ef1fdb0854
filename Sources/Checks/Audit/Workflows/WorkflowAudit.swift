import Diagnostics
import Evidence
import Policy

/// Holds what a registry promises of CI and of released wheels against the workflows that are to keep it.
struct WorkflowAudit: Sendable {
  /// What is wrong with the promise, in report order.
  private(set) var findings: [Diagnostic] = []
  /// What is wrong with the evidence: files that are no workflows, matrices that nobody can run.
  private(set) var faults: [Diagnostic] = []
  /// By the platform's id.
  private(set) var platforms: [String: PlatformWorkflows] = [:]

  /// - Parameters:
  ///   - contexts: the platforms as they stand.
  ///   - sources: the repositories whose workflows are given. Workflows of which the registry names no repository are of
  ///     the one that the policy's links point to, else of the only one that is given.
  ///   - release: the release that the workflows build; the next one when nil.
  init(
    of registry: Registry, contexts: [PlatformContext], sources: [WorkflowSources], release: ReleaseVersion? = nil
  ) {
    let repositories = ObservedRepositories(sources)
    faults = repositories.faults.sorted(by: Diagnostic.reportOrder)
    let only = sources.count == 1 ? sources.first?.repository : nil
    let own = registry.policy.document.issueRepository ?? only
    let publishing = PublishingAssessment(repositories)
    let whole = ReleaseBuild(contexts: contexts, publishing: publishing)
    var found: [WorkflowFinding] = []
    for context in contexts {
      let platform = context.platform
      let covering = repositories.runs(testing: platform)
      var about: [WorkflowFinding] = []
      let assessor = JobAssessor(
        repositories: repositories, context: context, ownRepository: own, covering: covering
      ) { about.append($0) }
      func assess(_ jobs: [PlatformJob]) -> [JobAssessment] {
        jobs.filter { $0.job.isThere(on: context.today, for: release) }.map(assessor.assess)
      }
      let (tests, builds) = (assess(platform.testJobs), assess(platform.wheelJobs))
      var shown = PlatformWorkflows(
        tests: tests, builds: builds, publishing: publishing,
        covering: covering.filter { $0.isWhole && !$0.isAmong(tests) })
      shown.building = whole.build(of: platform)
      about = context.findings(in: shown, besides: about, release: release)
      about += publishing.findings(for: builds, of: context)
      shown.warn(by: about)
      found += about
      platforms[platform.id] = shown
    }
    for (platform, finding) in whole.unexpectedWheels() + whole.gaps(platforms) {
      platforms[platform]?.warn(by: [finding])
      found.append(finding)
    }
    // What is said of a platform's own job need not be said of the release as a whole.
    found += whole.privateJobs().filter { job in !found.contains { $0.isAbout(job) } }
    let publishers = Set(publishing.uploads.map { $0.workflow.workflow.file.path })
    found += repositories.workflows.filter { !publishers.contains($0.workflow.file.path) }
      .flatMap(UnlistedJobs(contexts: contexts).findings)
    findings = Self.diagnostics(found.filter { !$0.file.path.isEmpty }, policy: registry.policy)
  }

  /// One for each place and message: what holds of a job holds for all platforms that are listed with it.
  private static func diagnostics(_ found: [WorkflowFinding], policy: Policy) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.map { $0.finding.diagnostic(of: $0.rule, in: $0.file, policy: policy) }
      .filter { seen.insert($0).inserted }.sorted(by: Diagnostic.reportOrder)
  }
}

extension PlatformContext {
  /// What is said of the platform's jobs, weighed by what it means for the platform's duties.
  ///
  /// - Parameter jobs: what was found of the jobs when they were looked up: an error only where a duty is broken by it.
  fileprivate func findings(
    in shown: PlatformWorkflows, besides jobs: [WorkflowFinding], release: ReleaseVersion?
  ) -> [WorkflowFinding] {
    guard let tier else { return jobs }
    var evidence = PlatformEvidence()
    evidence.workflows = shown
    let verdicts = Assessor(
      platform, tier, registry, today: today, release: release, places: places, by: evidence
    ).verdicts
    var found = jobs
    FactDifferences(context: self, tier: tier, assessments: shown.jobs, verdicts: verdicts) { found.append($0) }.check()
    return found.map { finding in
      var finding = finding
      if finding.severity == .error, let duty = finding.duty, verdicts[duty]?.status != .broken {
        finding.finding.severity = .warning
      }
      return finding
    }
  }
}

extension PlatformWorkflows {
  /// Keeps what findings say that break nothing; a release that builds what was promised not to be there breaks that.
  fileprivate mutating func warn(by findings: [WorkflowFinding]) {
    for finding in findings {
      guard let duty = finding.duty else { continue }
      if finding.severity == .warning { warnings[duty, default: []].append(finding.finding.message) }
      if finding.severity == .error, finding.rule.id == Rule.unexpectedWheels.id {
        unexpected = Verdict(
          .wheels, .broken, finding.finding.message, by: .workflow,
          at: Verdict.Location(file: finding.file.path, range: finding.finding.range))
      }
    }
  }
}
