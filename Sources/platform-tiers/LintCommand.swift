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
      input. Without a file, the documents that '.platform-tiers.yaml' lists are linted, and the registry that it names. \
      Documents are compared with the registry in any case.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or '-' for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: LintOptions

  func run() throws {
    var project = options.rules.project(ProjectRequest.DocumentChoice(arguments: files))
    project.standardInputName = reading.standardInputName
    project.format = reading.format
    var request = try options.request()
    request.lintsRegistries = files.isEmpty
    try options.run(project, request)
  }
}
