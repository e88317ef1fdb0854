import PlatformTiersKit

/// `lint` with files and no option, as editors and commit hooks call it.
///
/// The argument parser needs longer to read a command line than the linter to read a document, so it is left out where
/// there is nothing to parse. Everything else, and every error, is the parser's.
struct PlainLint {
  private let files: [String]

  /// Nil for any other command line.
  init?(_ arguments: some Collection<String>) {
    let files = arguments.dropFirst()
    guard arguments.first == LintCommand.name, !files.isEmpty else { return nil }
    guard files.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else { return nil }
    self.files = Array(files)
  }

  /// Ends the process itself, with all documents still in memory: the system takes it back in one go.
  func run() throws -> Never {
    let project = ProjectLoader.load(ProjectRequest(.named(files)))
    var request = LintRequest(today: try Clock.day())
    request.lintsRegistries = false
    let result = try LintRun(project, request).result()
    let status = try LintOutput(result).write()
    withExtendedLifetime((project, result)) { Platform.end(with: status.rawValue) }
  }
}
