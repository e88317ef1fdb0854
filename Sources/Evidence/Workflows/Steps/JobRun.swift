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

  package init(_ job: WorkflowJob, of workflow: Workflow, combination: MatrixCombination, repository: String) {
    self.workflow = workflow
    self.job = job
    self.combination = combination
    var context = ExpressionContext(repository: repository)
    context["matrix"] = combination.context
    let bare = context
    jobContext = bare
    context.add(workflow.environment)
    context.add(job.environment)
    let runner = job.runsOn.flatMap { Runner($0, context: bare) }
    context["runner"] = .object(runner?.context ?? [:], isOpen: true)
    self.runner = runner
    self.context = context
  }

  /// A step with what it says in this run.
  package struct Step {
    package let step: WorkflowStep
    fileprivate let context: ExpressionContext

    /// False when its condition keeps it from running.
    package var isRun: Bool { step.condition.map { context.condition($0.value) ?? true } ?? true }

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

    /// The script, with what is known of its expressions and variables written out.
    package var script: Located<String>? {
      step.run.map { run in
        let text = ShellWords.expanding(context.resolving(run.value)) { environment($0) }
        return Located(value: text, range: run.range)
      }
    }

    /// Nil when it is known only when it runs.
    var ignoresFailure: Bool? { step.continueOnError.map { context.value(of: $0.value).isTrue } ?? false }

    /// An input that is a script, as `script` is.
    func script(_ input: String) -> Located<String>? {
      self.input(input).map { Located(value: ShellWords.expanding($0.value) { environment($0) }, range: $0.range) }
    }
  }

  /// The steps that run.
  package var steps: [Step] {
    job.steps.map { step in
      var context = context
      context.add(step.environment)
      return Step(step: step, context: context)
    }.filter(\.isRun)
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
