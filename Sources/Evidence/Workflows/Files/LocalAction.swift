import Diagnostics
import Policy

/// A composite action of the repository's own: steps that stand for the one that uses it.
struct LocalAction: Sendable {
  /// What its inputs are where nothing else is given.
  var defaults: [WorkflowSetting] = []
  var steps: [WorkflowStep] = []

  /// Nil for an action of another kind, which runs a program.
  init?(_ file: SourceFile) {
    guard file.bytes.count <= WorkflowReader.sizeLimit else { return nil }
    let form = YAMLForm<YAMLNode>.readOnly { node, faults in AliasResolver.resolve(node, faults) }
    guard let root = SingleDocument.read(file, form).value, root["runs"]?["using"]?.text?.value == "composite" else {
      return nil
    }
    defaults = (root["inputs"]?.pairs ?? []).compactMap { pair in
      pair.key.text.map { name in
        let value = pair.value["default"]?.text ?? Located(value: "", range: name.range)
        return WorkflowSetting(name: name.value, value: value)
      }
    }
    steps = WorkflowReader.steps(root["runs"]?["steps"])
  }

  /// What its inputs are in a step that uses it.
  func inputs(of step: JobRun.Step, in context: ExpressionContext) -> ExpressionValue {
    var values: [String: ExpressionValue] = [:]
    for setting in defaults { values[setting.name.lowercased()] = .string(setting.value.value) }
    for setting in step.step.inputs { values[setting.name.lowercased()] = context.value(of: setting.value.value) }
    return .object(values)
  }
}

/// The composite actions that a workflow's steps use, and those that these use.
struct LocalActions: Sendable {
  /// Actions within actions, as deep as GitHub follows them.
  static let depthLimit = 10

  private var actions: [String: LocalAction] = [:]

  init() {}

  init(usedBy jobs: [WorkflowJob], _ files: RepositoryFiles) {
    var pending = jobs.flatMap { $0.steps }.compactMap { $0.uses?.value }
    var seen: Set<String> = []
    while let path = pending.popLast() {
      guard path.hasPrefix("./"), seen.insert(path).inserted, seen.count <= 200 else { continue }
      let file = ["action.yml", "action.yaml"].lazy.compactMap { files.source("\(path)/\($0)") }.first
      guard let action = file.flatMap({ LocalAction($0) }) else { continue }
      actions[path] = action
      pending += action.steps.compactMap { $0.uses?.value }
    }
  }

  subscript(path: String) -> LocalAction? { actions[path] }
}

extension WorkflowStep {
  /// The same, as if all of it stood in one place: where a workflow uses what it is a step of.
  func placed(at range: SourceRange) -> WorkflowStep {
    func placed(_ text: Located<String>?) -> Located<String>? { text.map { Located(value: $0.value, range: range) } }
    func placed(_ settings: [WorkflowSetting]) -> [WorkflowSetting] { settings.map { $0.placed(at: range) } }
    return WorkflowStep(
      range: range, condition: placed(condition), uses: placed(uses), run: placed(run),
      defaults: defaults.placed(at: range), inputs: placed(inputs), environment: placed(environment),
      continueOnError: placed(continueOnError))
  }
}

extension WorkflowSetting {
  func placed(at range: SourceRange) -> WorkflowSetting {
    WorkflowSetting(name: name, value: Located(value: value.value, range: range))
  }
}

extension ScriptDefaults {
  func placed(at range: SourceRange) -> ScriptDefaults {
    ScriptDefaults(
      shell: shell.map { Located(value: $0.value, range: range) },
      folder: folder.map { Located(value: $0.value, range: range) })
  }
}
