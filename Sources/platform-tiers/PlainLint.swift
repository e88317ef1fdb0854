import ArgumentParser
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

  func run() throws {
    var request = LintRequest(today: try Clock.day())
    request.arguments = files
    let status = try LintOutput(LintRun(request).result()).write()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
