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
  /// What `permissions` says of `id-token`, for jobs that do not say it themselves.
  var idToken: Located<String>?
  var jobs: [WorkflowJob] = []

  func job(_ id: String) -> WorkflowJob? { jobs.first { $0.id.value == id } }
}

/// An event under `on`, with the filters on it.
struct WorkflowTrigger: Sendable {
  var event: Located<String>
  /// By name: `branches`, `paths-ignore`.
  var filters: [String: [Located<String>]] = [:]
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
  var idToken: Located<String>?
  /// The image of `container`.
  var container: Located<String>?
  var containerOptions: Located<String>?
  /// The reusable workflow that is all there is of the job.
  var reusable: Located<String>?
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
