package import Diagnostics
package import Policy

/// A workflow of GitHub Actions as its file has it. Expressions are kept as they are written: what they give depends on
/// the event, the repository and the matrix.
package struct Workflow: Sendable {
  package let file: SourceFile
  /// Its path in its repository: `.github/workflows/linux.yml`.
  package let path: String
  package var triggers: [WorkflowTrigger] = []
  package var environment: [WorkflowSetting] = []
  /// What `permissions` says of `id-token`, for jobs that do not say it themselves.
  package var idToken: Located<String>?
  package var jobs: [WorkflowJob] = []

  package func job(_ id: String) -> WorkflowJob? { jobs.first { $0.id.value == id } }
}

/// An event under `on`, with the filters on it.
package struct WorkflowTrigger: Sendable {
  package var event: Located<String>
  /// By name: `branches`, `paths-ignore`.
  package var filters: [String: [Located<String>]] = [:]
}

/// A name with its value, as under `env` and `with`.
package struct WorkflowSetting: Sendable {
  package var name: String
  package var value: Located<String>
}

package struct WorkflowJob: Sendable {
  package var id: Located<String>
  package var condition: Located<String>?
  package var runsOn: RunsOn?
  package var needs: [Located<String>] = []
  /// What stands under `strategy.matrix`, or the expression that gives all of `strategy`.
  package var matrix: YAMLNode?
  package var continueOnError: Located<String>?
  package var environment: [WorkflowSetting] = []
  package var idToken: Located<String>?
  /// The image of `container`.
  package var container: Located<String>?
  package var containerOptions: Located<String>?
  /// The reusable workflow that is all there is of the job.
  package var reusable: Located<String>?
  package var steps: [WorkflowStep] = []

  /// What `runs-on` asks for.
  package struct RunsOn: Sendable {
    package var labels: [Located<String>] = []
    package var group: Located<String>?
    package var range: SourceRange
  }
}

package struct WorkflowStep: Sendable {
  /// The step's first key.
  package var range: SourceRange
  package var condition: Located<String>?
  package var uses: Located<String>?
  package var run: Located<String>?
  package var inputs: [WorkflowSetting] = []
  package var environment: [WorkflowSetting] = []
  package var continueOnError: Located<String>?

  package func input(_ name: String) -> Located<String>? { inputs.first { $0.name == name }?.value }

  /// Whether it uses an action, whatever the version: `pypa/cibuildwheel`.
  package func uses(_ action: String) -> Bool {
    guard let text = uses?.value.lowercased() else { return false }
    return text.prefix { $0 != "@" } == action
  }
}
