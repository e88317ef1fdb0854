package import Diagnostics
import Policy

/// A workflow of GitHub Actions as its file has it. Expressions are kept as they are written: what they give depends on
/// the event, the repository and the matrix.
package struct Workflow: Sendable {
  package let file: SourceFile
  /// Its path in its repository: `.github/workflows/linux.yml`.
  package let path: String
  var triggers: [WorkflowTrigger] = []
  var environment: [WorkflowSetting] = []
  /// What `defaults` says of its scripts.
  var defaults = ScriptDefaults()
  /// What `permissions` says of `id-token`, for jobs that do not say it themselves.
  var idToken: Located<String>?
  /// What others that call it may give.
  var inputs: [WorkflowInput] = []
  var jobs: [WorkflowJob] = []

  func job(_ id: String) -> WorkflowJob? { jobs.first { $0.id.value == id } }
}

/// An event under `on`, with the filters on it.
struct WorkflowTrigger: Sendable {
  var event: Located<String>
  /// By name: `branches`, `paths-ignore`.
  var filters: [String: [Located<String>]] = [:]
}

/// An input of a workflow that others call.
struct WorkflowInput: Sendable {
  var name: String
  /// `boolean`, `number`, `string`
  var type: String
  /// What it is where nothing is given.
  var standard: String
}

/// How scripts are run.
struct ScriptDefaults: Sendable {
  var shell: Located<String>?
  var folder: Located<String>?
}

/// A name with its value, as under `env` and `with`.
struct WorkflowSetting: Sendable {
  var name: String
  var value: Located<String>
}

struct WorkflowJob: Sendable {
  var id: Located<String>
  var condition: Located<String>?
  var runsOn: RunsOn?
  var needs: [Located<String>] = []
  /// What stands under `strategy.matrix`, or the expression that gives all of `strategy`.
  var matrix: YAMLNode?
  var continueOnError: Located<String>?
  var environment: [WorkflowSetting] = []
  var defaults = ScriptDefaults()
  var idToken: Located<String>?
  /// The image of `container`.
  var container: Located<String>?
  var containerOptions: Located<String>?
  /// The reusable workflow that is all there is of the job.
  var reusable: Located<String>?
  /// What it gives to that.
  var inputs: [WorkflowSetting] = []
  var steps: [WorkflowStep] = []

  /// What `runs-on` asks for.
  struct RunsOn: Sendable {
    var labels: [Located<String>] = []
    var group: Located<String>?
    var range: SourceRange
  }
}

struct WorkflowStep: Sendable {
  /// The step's first key.
  var range: SourceRange
  var condition: Located<String>?
  var uses: Located<String>?
  var run: Located<String>?
  var defaults = ScriptDefaults()
  var inputs: [WorkflowSetting] = []
  var environment: [WorkflowSetting] = []
  var continueOnError: Located<String>?

  func input(_ name: String) -> Located<String>? { inputs.first { $0.name == name }?.value }

  /// Whether it uses an action, whatever the version: `pypa/cibuildwheel`.
  func uses(_ action: String) -> Bool {
    guard let text = uses?.value.lowercased() else { return false }
    return text.prefix { $0 != "@" } == action
  }
}
