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
  /// Any other file, by its path in the repository: an action of its own, a script. Nil where there is none, or where it
  /// is not given.
  package var file: @Sendable (_ path: String) -> SourceFile?

  package init(
    repository: String, workflows: [File], configurations: [File] = [],
    file: @escaping @Sendable (_ path: String) -> SourceFile? = { _ in nil }
  ) {
    self.file = file
    self.repository = repository
    self.workflows = workflows
    self.configurations = configurations
  }
}

/// The files of a repository that say what its jobs do, beside its workflows.
package struct RepositoryFiles: Sendable {
  private let configurations: [BuildConfiguration]
  private let file: @Sendable (String) -> SourceFile?

  init(
    configurations: [BuildConfiguration] = [], file: @escaping @Sendable (String) -> SourceFile? = { _ in nil }
  ) {
    self.configurations = configurations
    self.file = file
  }

  /// By a path as a workflow has it: `./.github/x`, `tools/../x`. Nil for one that leads out of the repository.
  func source(_ path: String) -> SourceFile? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    guard !path.hasPrefix("/"), !parts.isEmpty else { return nil }
    return file(parts.joined(separator: "/"))
  }

  func text(_ path: String) -> String? { source(path).map { String(decoding: $0.bytes, as: UTF8.self) } }

  func configuration(_ path: String) -> BuildConfiguration? {
    if let known = configurations.first(where: { $0.path == path }) { return known }
    return source(path).flatMap { TOMLReader.read($0).value }.map { BuildConfiguration(path: path, file: $0) }
  }
}
