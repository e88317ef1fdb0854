package import Diagnostics
import Policy

/// A run of a job, and what its steps show.
package struct ObservedRun: Sendable {
  package let run: JobRun
  /// What it builds for.
  package let targets: [DetectedTarget]
  /// Versions of the Pythons that it sets up.
  package let pythons: [Located<String>]
  /// Where it says that a failure does not count.
  package let ignoredFailure: SourceRange?
  /// Where it says whether a failure counts, when that is known only when it runs.
  package let openFailure: SourceRange?

  /// What it builds with cibuildwheel: `cp314t-macosx_x86_64`.
  package var identifiers: [String] { targets.compactMap { $0.identifier } }

  package init(_ run: JobRun) {
    let signs = JobSigns(of: run)
    self.run = run
    targets = TargetDetector(run, signs: signs, files: run.files).targets
    pythons = signs.pythons
    ignoredFailure = run.ignoresFailure == true ? run.job.continueOnError?.range : signs.ignoredFailure
    openFailure = run.ignoresFailure == nil ? run.job.continueOnError?.range : signs.openFailure
  }
}

/// A workflow with its matrices expanded, and what each of its runs shows.
package struct ObservedWorkflow: Sendable {
  package let workflow: Workflow
  package let repository: String
  /// Whether the file could be read at all.
  package let isReadable: Bool
  package private(set) var faults: [Diagnostic]
  package private(set) var expansions: [String: MatrixExpansion] = [:]
  package private(set) var activities: [String: JobActivity] = [:]
  package private(set) var runs: [String: [ObservedRun]] = [:]

  /// Bytes of steps, each counted once for each run of its job, that are looked at in one file.
  private static let workLimit = 4 << 20

  init(_ file: WorkflowSources.File, repository: String, files: RepositoryFiles) {
    let read = WorkflowReader.read(file.source, path: file.path)
    workflow = read.workflow
    self.repository = repository
    isReadable = !workflow.jobs.isEmpty || read.diagnostics.isEmpty
    faults = read.diagnostics
    let log = FaultLog(file: file.source)
    let assessor = ActivityAssessor(workflow, repository: repository)
    var expander = MatrixExpander(context: ExpressionContext(repository: repository), faults: log)
    let setting = JobRun.Setting(
      repository: repository, files: files, actions: LocalActions(usedBy: workflow.jobs, files))
    var called = CalledWorkflow(repository: repository, files: files, caller: workflow)
    var work = 0
    var isFull = false
    for job in workflow.jobs {
      let expansion = expander.expand(job)
      expansions[job.id.value] = expansion
      activities[job.id.value] = assessor.activity(of: job)
      work += job.weight(workflow.environment) * expansion.combinations.count
      guard work <= Self.workLimit else {
        if !isFull {
          log.report(
            .invalidValue,
            "the steps of '\(job.id.value)' are too many for its matrix; its runs and those of all jobs below are not "
              + "looked at", at: job.id.range)
        }
        isFull = true
        expansions[job.id.value]?.unresolved = Located(value: "it is too large to look at", range: job.id.range)
        continue
      }
      runs[job.id.value] = expansion.combinations.flatMap { combination in
        let runs = called.runs(of: job, combination: combination)
        return (runs ?? [JobRun(job, of: workflow, combination: combination, setting)]).map { ObservedRun($0) }
      }
      if job.reusable != nil, let reason = called.unresolved { expansions[job.id.value]?.unresolved = reason }
    }
    faults += log.diagnostics
  }
}

extension WorkflowJob {
  /// What it costs to look at one run of it.
  fileprivate func weight(_ outer: [WorkflowSetting]) -> Int {
    func size(_ settings: [WorkflowSetting]) -> Int { settings.reduce(0) { $0 + $1.value.value.utf8.count + 64 } }
    let own = size(environment) + size(outer) + 256
    return steps.reduce(own) { sum, step in
      sum + own + size(step.inputs) + size(step.environment) + (step.run?.value.utf8.count ?? 0)
    }
  }
}

/// All workflows that are given, by repository and path.
package struct ObservedRepositories: Sendable {
  package private(set) var workflows: [ObservedWorkflow] = []
  package private(set) var faults: [Diagnostic] = []
  private var repositories: Set<String> = []
  private var indices: [String: Int] = [:]

  package init(_ sources: [WorkflowSources]) {
    for source in sources {
      repositories.insert(source.repository.lowercased())
      let configurations = source.configurations.compactMap { configuration($0) }
      let paths = Dictionary(keepingFirst: source.workflows.map { ($0.path, $0.source) })
      let files = RepositoryFiles(configurations: configurations) { paths[$0] ?? source.file($0) }
      // Of a repository that is given twice the first counts.
      for file in source.workflows where workflow(file.path, in: source.repository) == nil {
        let workflow = ObservedWorkflow(file, repository: source.repository, files: files)
        faults += workflow.faults
        indices[Self.key(source.repository, file.path)] = workflows.count
        workflows.append(workflow)
      }
    }
  }

  private mutating func configuration(_ file: WorkflowSources.File) -> BuildConfiguration? {
    let (value, end) = TOMLReader.read(file.source)
    guard let value else {
      faults.append(
        FileFault.invalidValue.diagnostic(
          "this is no TOML from here on, so that what it says of tests is not known; mend it", in: file.source,
          at: SourceRange(end, end)))
      return nil
    }
    return BuildConfiguration(path: file.path, file: value)
  }

  private static func key(_ repository: String, _ path: String) -> String { "\(repository.lowercased()) \(path)" }

  package func has(_ repository: String) -> Bool { repositories.contains(repository.lowercased()) }

  package func workflow(_ path: String, in repository: String) -> ObservedWorkflow? {
    indices[Self.key(repository, path)].map { workflows[$0] }
  }

  package func paths(in repository: String) -> [String] {
    workflows.filter { $0.repository.lowercased() == repository.lowercased() }.map { $0.workflow.path }
  }
}
