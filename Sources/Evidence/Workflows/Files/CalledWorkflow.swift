import Diagnostics
import Policy

/// The jobs of a workflow that a job calls, with the inputs that it gives, as if all stood where it is called.
struct CalledWorkflow {
  /// As deep as GitHub follows them.
  private static let depthLimit = 4
  private static let runLimit = 1024

  let repository: String
  let files: RepositoryFiles
  /// The workflow that calls, whose file all places are in.
  let caller: Workflow

  /// Why runs may be missing: as a sentence of its own.
  private(set) var unresolved: Located<String>?
  private var faults: FaultLog

  init(repository: String, files: RepositoryFiles, caller: Workflow) {
    self.repository = repository
    self.files = files
    self.caller = caller
    // What is wrong with the workflow that is called is said of its own file.
    faults = FaultLog(file: caller.file)
  }

  /// The runs of a job that calls a workflow of its repository; nil when it calls none, or one that is not given.
  mutating func runs(of job: WorkflowJob, combination: MatrixCombination) -> [JobRun]? {
    var context = ExpressionContext(repository: repository)
    context["matrix"] = combination.context
    return runs(of: job, combination, context, depth: 0)
  }

  private mutating func runs(
    of job: WorkflowJob, _ combination: MatrixCombination, _ context: ExpressionContext, depth: Int
  ) -> [JobRun]? {
    guard let uses = job.reusable, uses.value.hasPrefix("./"), depth < Self.depthLimit,
      let file = files.source(uses.value)
    else { return nil }
    let called = WorkflowReader.read(file, path: caller.path).workflow
    guard !called.jobs.isEmpty else { return nil }
    let place = uses.range
    let inputs = inputs(of: job, called, context)
    var bare = ExpressionContext(repository: repository)
    bare["inputs"] = inputs
    var expander = MatrixExpander(context: bare, faults: faults)
    let workflow = called.placed(at: place, in: caller)
    let actions = LocalActions(usedBy: workflow.jobs, files)
    var found: [JobRun] = []
    for inner in workflow.jobs {
      let expansion = expander.expand(inner)
      if let reason = expansion.unresolved { unresolved = Located(value: reason.value, range: place) }
      for own in expansion.combinations {
        var inside = bare
        inside["matrix"] = own.context
        let holds = inner.condition.map { inside.condition($0.value) } ?? true
        if holds == false { continue }
        var both = combination
        both.values = both.values.replaced(by: own.values)
        both.places = own.values.mapValues { _ in place }.replaced(by: both.places)
        if inner.reusable != nil, let deeper = runs(of: inner, both, inside, depth: depth + 1) {
          found += deeper
        } else {
          let setting = JobRun.Setting(
            repository: repository, files: files, actions: actions, inputs: inputs, matrix: own.context,
            isPerhaps: holds == nil)
          found.append(JobRun(inner, of: workflow, combination: both, setting))
        }
        guard found.count <= Self.runLimit else { return found }
      }
    }
    return found
  }

  private func inputs(of job: WorkflowJob, _ called: Workflow, _ context: ExpressionContext) -> ExpressionValue {
    var values: [String: ExpressionValue] = [:]
    for input in called.inputs {
      let given = job.inputs.first { $0.name == input.name }.map { context.value(of: $0.value.value) }
      values[input.name.lowercased()] = (given ?? .string(input.standard)).converted(to: input.type)
    }
    return .object(values)
  }
}

extension ExpressionValue {
  /// As an input of a type that `workflow_call` names.
  fileprivate func converted(to type: String) -> ExpressionValue {
    guard case .string(let text) = self else { return self }
    switch type {
    case "boolean": return .bool(text == "true")
    case "number": return .number(Double(text) ?? 0)
    default: return self
    }
  }
}

extension Workflow {
  fileprivate func placed(at range: SourceRange, in caller: Workflow) -> Workflow {
    var workflow = Workflow(file: caller.file, path: caller.path)
    workflow.environment = environment.map { $0.placed(at: range) }
    workflow.defaults = defaults.placed(at: range)
    workflow.jobs = jobs.map { $0.placed(at: range) }
    return workflow
  }
}

extension WorkflowJob {
  fileprivate func placed(at range: SourceRange) -> WorkflowJob {
    func placed(_ text: Located<String>?) -> Located<String>? { text.map { Located(value: $0.value, range: range) } }
    var job = self
    job.id = Located(value: id.value, range: range)
    job.condition = placed(condition)
    job.runsOn?.labels = (runsOn?.labels ?? []).map { Located(value: $0.value, range: range) }
    job.runsOn?.range = range
    job.continueOnError = placed(continueOnError)
    job.environment = environment.map { $0.placed(at: range) }
    job.defaults = defaults.placed(at: range)
    job.idToken = placed(idToken)
    job.container = placed(container)
    job.containerOptions = placed(containerOptions)
    job.reusable = placed(reusable)
    job.inputs = inputs.map { $0.placed(at: range) }
    job.steps = steps.map { $0.placed(at: range) }
    return job
  }
}
