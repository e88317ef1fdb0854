import Diagnostics

/// Prints findings, for `lint`, `check` and `review`.
enum FindingsOutput {
  /// - Parameter page: what `github` adds to the page of the step, in place of the findings that it does not annotate.
  static func write(
    _ report: Report, as format: ReportFormat, _ options: ReportOptions, to target: ReportTarget, page: [UInt8]? = nil
  ) throws(RunFailure) {
    var report = options.applied(to: report)
    if [.sarif, .github, .gitlab, .junit].contains(format) { report.repositoryPaths = RepositoryPaths.of(report) }
    let bytes = Reporter.render(report, as: format, options.layout(for: target))
    guard format == .github else { return try target.write(bytes) }
    try target.write(exactly: bytes)
    try StepSummary.append(page ?? StepSummary.list(Reporter.withoutAnnotation(report), report))
  }
}

/// Paths as a service knows the files: from the root of the repository that the current folder is in.
enum RepositoryPaths {
  static func of(_ report: Report) -> [String: String] {
    var paths: [String: String] = [:]
    for path in Set(report.files.map({ $0.path })).union(report.diagnostics.map({ $0.file })) {
      paths[path] = inside(path)
    }
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
