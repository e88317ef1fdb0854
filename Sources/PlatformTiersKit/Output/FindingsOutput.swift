import Diagnostics

/// Prints findings, for `lint`, `check` and `review`.
enum FindingsOutput {
  static func write(
    _ report: Report, as format: ReportFormat, color: ColorChoice, to stream: StandardStream
  ) throws(RunFailure) {
    var report = report
    if [.sarif, .github, .gitlab, .junit].contains(format) { report.repositoryPaths = RepositoryPaths.of(report) }
    let bytes = Reporter.render(report, as: format, color: color.isOn(for: stream), columns: stream.columns)
    guard format == .github else { return try stream.write(bytes) }
    try stream.write(exactly: bytes)
    try StepSummary.append(Reporter.withoutAnnotation(report), report)
  }
}

/// Paths as a service knows the files: from the root of the repository that the current folder is in.
enum RepositoryPaths {
  static func of(_ report: Report) -> [String: String] {
    var paths: [String: String] = [:]
    for path in Set(report.files.map(\.path)).union(report.diagnostics.map(\.file)) { paths[path] = inside(path) }
    return paths
  }

  /// Nil for a path that leads out of the repository.
  static func inside(_ path: String) -> String? {
    root.flatMap { FilePaths.relative(FilePaths.absolute(path), to: $0) }
  }

  /// Nil outside a repository.
  private static let root: String? = {
    var folder = FilePaths.current
    while !FilePaths.exists(FilePaths.join(folder, ".git")) {
      if folder == "/" { return nil }
      folder = FilePaths.folder(of: folder)
    }
    return folder
  }()
}
