import ArgumentParser
import PlatformTiersKit

/// Lints the files it is given.
struct LintCommand: ParsableCommand {
  static let name = "lint"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Find what is wrong in policy documents (.rst, .md).",
    discussion: """
      A folder stands for the 'nep-*.rst' and 'nep-*.md' in it and below it, hidden folders left out. '-' reads standard \
      input. Without a file, the documents that '.platform-tiers.yaml' lists are linted. The registry that it names is \
      linted with them, and they are held against it.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or '-' for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: LintOptions

  func run() throws {
    var request = try options.request()
    request.arguments = files
    request.standardInputName = reading.standardInputName
    request.format = reading.format
    try options.run(request)
  }
}

/// Lints what the configuration lists.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lint the registry and the documents that '.platform-tiers.yaml' lists, and hold them together.",
    discussion: """
      Documents are also compared with what 'generate' would write. The file is looked for in this folder and those \
      above it, as far as the repository reaches.
      """)

  @OptionGroup var options: LintOptions

  func run() throws {
    var request = try options.request()
    request.checksGeneration = true
    try options.run(request)
  }
}
