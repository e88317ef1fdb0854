import Diagnostics
import Policy

/// A run of a job, and what its steps show.
struct ObservedRun: Sendable {
  let run: JobRun
  /// What it builds for.
  let targets: [DetectedTarget]
  /// Versions of the Pythons that it sets up.
  let pythons: [Located<String>]
  /// Where it says that a failure does not count.
  let ignoredFailure: SourceRange?
  /// Where it says whether a failure counts, when that is known only when it runs.
  let openFailure: SourceRange?

  /// What it builds with cibuildwheel: `cp314t-macosx_x86_64`.
  var identifiers: [String] { targets.compactMap(\.identifier) }

  init(_ run: JobRun) {
    let signs = JobSigns(of: run)
    self.run = run
    targets = TargetDetector(run, signs: signs, files: run.files).targets
    pythons = signs.pythons
    ignoredFailure = run.ignoresFailure == true ? run.job.continueOnError?.range : signs.ignoredFailure
    openFailure = run.ignoresFailure == nil ? run.job.continueOnError?.range : signs.openFailure
  }
}

/// A workflow with its matrices expanded, and what each of its runs shows.
struct ObservedWorkflow: Sendable {
  let workflow: Workflow
  let repository: String
  /// Whether the file could be read at all.
  let isReadable: Bool
  private(set) var faults: [Diagnostic]
  private(set) var expansions: [String: MatrixExpansion] = [:]
  private(set) var activities: [String: JobActivity] = [:]
  private(set) var runs: [String: [ObservedRun]] = [:]

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
struct ObservedRepositories: Sendable {
  private(set) var workflows: [ObservedWorkflow] = []
  private(set) var faults: [Diagnostic] = []
  private var repositories: Set<String> = []
  private var indices: [String: Int] = [:]

  init(_ sources: [WorkflowSources]) {
    for source in sources {
      repositories.insert(source.repository.lowercased())
      let configurations = source.configurations.compactMap { configuration($0) }
      let paths = Dictionary(source.workflows.map { ($0.path, $0.source) }) { first, _ in first }
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

  func has(_ repository: String) -> Bool { repositories.contains(repository.lowercased()) }

  func workflow(_ path: String, in repository: String) -> ObservedWorkflow? {
    indices[Self.key(repository, path)].map { workflows[$0] }
  }

  func paths(in repository: String) -> [String] {
    workflows.filter { $0.repository.lowercased() == repository.lowercased() }.map(\.workflow.path)
  }
}
