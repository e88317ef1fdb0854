package import Diagnostics
package import Evidence
package import Policy

/// Holds what a registry promises of CI and of released wheels against the workflows that are to keep it.
package struct WorkflowAudit: Sendable {
  /// What is wrong with the promise, in report order.
  package private(set) var findings: [Diagnostic] = []
  /// What is wrong with the evidence: files that are no workflows, matrices that nobody can run.
  package private(set) var faults: [Diagnostic] = []
  /// By the platform's id.
  package private(set) var platforms: [String: PlatformWorkflows] = [:]

  /// - Parameters:
  ///   - places: where each platform's file says what, by its id; of platforms without nothing is reported there.
  ///   - sources: the repositories whose workflows are given.
  ///   - ownRepository: where the workflows are of which the registry names no repository; the one that the policy's
  ///     links point to, or the only one that is given, when nil.
  package init(
    of registry: Registry, places: [String: ValuePlaces], sources: [WorkflowSources], today: CalendarDate,
    ownRepository: String? = nil
  ) {
    let repositories = ObservedRepositories(sources)
    faults = repositories.faults.sorted(by: Diagnostic.reportOrder)
    let only = sources.count == 1 ? sources.first?.repository : nil
    let own = ownRepository ?? registry.policy.document.issueRepository ?? only
    let publishing = PublishingAssessment(repositories)
    var found: [WorkflowFinding] = []
    var jobs: [(Platform, JobAssessment)] = []
    for platform in registry.platforms {
      let context = PlatformContext(
        platform, in: registry, places: places[platform.id] ?? .nowhere, today: today)
      let assessor = JobAssessor(repositories: repositories, context: context, ownRepository: own) { found.append($0) }
      let assessments = assessor.assessAll()
      FactDifferences(context: context, assessments: assessments) { found.append($0) }.check()
      let builds = assessments.filter(\.buildsWheels)
      found += publishing.findings(for: builds, of: context)
      platforms[platform.id] = PlatformWorkflows(
        PlatformWorkflowAssessor(today: today, assessments: assessments, publishing: publishing))
      jobs += assessments.map { (platform, $0) }
    }
    found += Self.wholeFindings(repositories, publishing, jobs, registry, today).filter { whole in
      // What is said of a platform's own job need not be said of the release as a whole.
      whole.subject != .privateWheelBuild || !found.contains { $0.isAbout(whole) }
    }
    findings = Self.diagnostics(found.filter { !$0.file.path.isEmpty }, policy: registry.policy)
  }

  /// What is not about one platform's own jobs.
  private static func wholeFindings(
    _ repositories: ObservedRepositories, _ publishing: PublishingAssessment,
    _ jobs: [(Platform, JobAssessment)], _ registry: Registry, _ today: CalendarDate
  ) -> [WorkflowFinding] {
    let release = ReleaseBuild(registry: registry, today: today, uploads: publishing.uploads)
    let unlisted = UnlistedJobs(registry: registry, today: today)
    let publishers = Set(publishing.uploads.map { $0.workflow.workflow.file.path })
    return release.unexpectedWheels() + release.privateJobs()
      + release.gaps(jobs.filter { registry.place(of: $0.0, at: today)?.tier?.duties.wheels.kind == .released })
      + repositories.workflows.flatMap { workflow in
        unlisted.findings(in: workflow, publishing: publishers.contains(workflow.workflow.file.path))
      }
  }

  /// One for each place and message: what holds of a job holds for all platforms that are listed with it.
  private static func diagnostics(_ found: [WorkflowFinding], policy: Policy) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.map { $0.diagnostic(policy: policy) }.filter { seen.insert($0).inserted }
      .sorted(by: Diagnostic.reportOrder)
  }
}

extension ValuePlaces {
  /// Of a platform whose file is not given.
  fileprivate static var nowhere: ValuePlaces {
    ValuePlaces(file: SourceFile(path: "", bytes: [])) { _ in .fileStart }
  }
}

extension JobAssessor {
  fileprivate func assessAll() -> [JobAssessment] {
    context.platform.ci.enumerated().map { assess($1, index: $0, buildsWheels: false) }
      + context.platform.wheels.jobs.enumerated().map { assess($1, index: $0, buildsWheels: true) }
  }
}
