package import Diagnostics

/// A job as it runs with one combination of its matrix.
package struct JobRun: Sendable {
  package let workflow: Workflow
  package let job: WorkflowJob
  package let combination: MatrixCombination
  /// Nil when it is known only when the workflow runs.
  package let runner: Runner?
  /// What the keys of the job itself may refer to: no `env`, which is set up on the machine.
  private let jobContext: ExpressionContext
  private let context: ExpressionContext
  private let actions: LocalActions
  let files: RepositoryFiles
  /// Whether a condition that the workflow itself does not show leaves it open whether it runs.
  let isPerhaps: Bool

  /// What a run knows of its repository, and of what it is called with.
  struct Setting {
    var repository: String
    var files = RepositoryFiles()
    var actions = LocalActions()
    /// Of a workflow that another calls.
    var inputs: ExpressionValue?
    /// Of such a workflow's job, where the combination has more than its own.
    var matrix: ExpressionValue?
    /// Whether a condition within such a workflow leaves it open whether the job runs.
    var isPerhaps = false
  }

  init(_ job: WorkflowJob, of workflow: Workflow, combination: MatrixCombination, _ setting: Setting) {
    files = setting.files
    isPerhaps = setting.isPerhaps
    actions = setting.actions
    self.workflow = workflow
    self.job = job
    self.combination = combination
    var context = ExpressionContext(repository: setting.repository)
    context["matrix"] = setting.matrix ?? combination.context
    if let inputs = setting.inputs { context["inputs"] = inputs }
    let bare = context
    jobContext = bare
    context.add(workflow.environment)
    context.add(job.environment)
    let runner = job.runsOn.flatMap { Runner($0, context: bare) }
    context["runner"] = .object(runner?.context ?? [:], isOpen: true)
    self.runner = runner
    self.context = context
  }

  package init(_ job: WorkflowJob, of workflow: Workflow, combination: MatrixCombination, repository: String) {
    self.init(job, of: workflow, combination: combination, Setting(repository: repository))
  }

  /// A step with what it says in this run.
  package struct Step {
    package let step: WorkflowStep
    fileprivate let context: ExpressionContext

    /// Whether what uses it, such as a local action, runs for certain.
    fileprivate var isUsed = true

    /// Nil when it is known only then whether it runs.
    var certainty: Bool? { isUsed || ownCertainty == false ? ownCertainty : nil }

    private var ownCertainty: Bool? {
      guard let text = step.condition?.value else { return true }
      let condition = ExpressionCondition(text)
      if let decided = context.condition(condition) { return decided }
      // Of a change it is known what starts the workflow, and for which branch.
      let changes = [("push", false), ("pull_request", true)].map { event, isProposed in
        context.started(by: event, on: ExpressionContext.Branch(name: "main", isProposed: isProposed))
      }
      return changes.contains { $0.condition(condition) == true } ? true : nil
    }

    /// Whether it runs although one before it has failed.
    var runsAfterFailure: Bool {
      ["always()", "failure()", "cancelled()"].contains { step.condition?.value.contains($0) ?? false }
    }

    package func input(_ name: String) -> Located<String>? {
      step.input(name).map { Located(value: context.resolving($0.value), range: $0.range) }
    }

    /// Nil where nobody sets it, or where its value is not known.
    package func environment(_ name: String) -> String? {
      let value = context["env"][name]
      return value == .null ? nil : value.text
    }

    /// Where the step, its job or its workflow sets a variable; the step where none does.
    func place(of name: String, in run: JobRun) -> SourceRange { setting(name, in: run)?.range ?? step.range }

    /// Whether the step, its job or its workflow sets a variable to something.
    func sets(_ name: String, in run: JobRun) -> Bool { setting(name, in: run).map { !$0.value.isEmpty } ?? false }

    private func setting(_ name: String, in run: JobRun) -> Located<String>? {
      let settings = [step.environment, run.job.environment, run.workflow.environment]
      return settings.lazy.compactMap { $0.first { $0.name == name }?.value }.first
    }

    /// The script, with what is known of its expressions written out.
    package var script: Located<String>? {
      step.run.map { run in
        Located(value: context.resolving(run.value), range: run.range)
      }
    }

    /// Nil when it is known only when it runs.
    var ignoresFailure: Bool? { step.continueOnError.map { context.value(of: $0.value).isTrue } ?? false }

    /// The shell that is named for its script.
    func shell(in run: JobRun) -> String? {
      let levels = [step.defaults, run.job.defaults, run.workflow.defaults]
      return levels.lazy.compactMap { $0.shell }.first.map { context.resolving($0.value) }
    }

    /// What a variable holds, open where that is known only then; nil where nobody sets it.
    private func variable(_ name: String, in run: JobRun) -> CommandWord? {
      if let value = environment(name) { return CommandWord(text: value) }
      return sets(name, in: run) ? CommandWord(text: "$\(name)", isOpen: true) : nil
    }

    /// What its script is run with.
    ///
    /// - Parameter exported: what steps before it have set.
    func setting(in run: JobRun, exported: [String: CommandWord] = [:]) -> ScriptReading.Setting {
      let levels = [step.defaults, run.job.defaults, run.workflow.defaults]
      let shell = shell(in: run)
      let folder = levels.lazy.compactMap { $0.folder }.first.map { context.resolving($0.value) }
      let isWindows = run.runner?.os == "windows" && run.container == nil
      return ScriptReading.Setting(
        shell: shell.map { Shell(named: $0) ?? .unnamed } ?? (isWindows ? .powershell : .unnamed), folder: folder,
        variable: { exported[$0] ?? variable($0, in: run) }, file: run.files.text)
    }
  }

  /// The steps that run, those of the repository's own actions among them where these are known.
  package var steps: [Step] { steps(job.steps, context, depth: 0) }

  private func steps(
    _ steps: [WorkflowStep], _ outer: ExpressionContext, depth: Int, isUsed: Bool = true
  ) -> [Step] {
    var found: [Step] = []
    for step in steps where found.count < WorkflowReader.stepLimit {
      var context = outer
      context.add(step.environment)
      let own = Step(step: step, context: context, isUsed: isUsed)
      guard own.certainty != false else { continue }
      guard let uses = step.uses, let action = actions[uses.value], depth < LocalActions.depthLimit else {
        found.append(own)
        continue
      }
      var inner = context
      inner["inputs"] = action.inputs(of: own, in: context)
      let parts = action.steps.map { part in
        var part = part.placed(at: uses.range)
        // A failure of any fails the step that uses the action.
        if step.continueOnError != nil { part.continueOnError = step.continueOnError }
        return part
      }
      found += self.steps(parts, inner, depth: depth + 1, isUsed: own.certainty == true)
    }
    return found
  }

  /// Whether a failure of it lets the run go on as if it had not failed; nil when it is known only then.
  package var ignoresFailure: Bool? {
    job.continueOnError.map { jobContext.value(of: $0.value).isTrue } ?? false
  }

  package var container: Located<String>? { resolved(job.container) }
  package var containerOptions: Located<String>? { resolved(job.containerOptions) }

  private func resolved(_ text: Located<String>?) -> Located<String>? {
    text.map { Located(value: jobContext.resolving($0.value), range: $0.range) }
  }

  /// Where this run is told apart from others of its job.
  package var place: SourceRange {
    combination.places.values.min { $0.start < $1.start } ?? job.id.range
  }
}

extension Runner {
  /// The context `runner`, as far as the labels tell.
  fileprivate var context: [String: ExpressionValue] {
    var values: [String: ExpressionValue] = [:]
    if let os { values["os"] = .string(os == "macos" ? "macOS" : os) }
    let architectures = ["x86-64": "X64", "x86": "X86", "arm64": "ARM64", "armv7": "ARM"]
    if let name = architecture.flatMap({ architectures[$0] }) { values["arch"] = .string(name) }
    return values
  }
}
