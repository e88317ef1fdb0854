package import Diagnostics

/// What is known of one repository: its workflows, and the files that say how its wheels are built and tested.
package struct WorkflowSources: Sendable {
  /// A file, and where it is in the repository.
  package struct File: Sendable {
    package var path: String
    package var source: SourceFile

    package init(path: String, source: SourceFile) {
      self.path = path
      self.source = source
    }
  }

  /// `numpy/numpy`
  package var repository: String
  /// What stands under `.github/workflows`.
  package var workflows: [File]
  /// `pyproject.toml`, `cibuildwheel.toml`: those that are there.
  package var configurations: [File]

  package init(repository: String, workflows: [File], configurations: [File] = []) {
    self.repository = repository
    self.workflows = workflows
    self.configurations = configurations
  }
}
