import ArgumentParser
import PlatformTiersKit
import Policy

/// Makes a registry of a document.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a registry from a document (.rst, .md) that lists platforms.",
    discussion: """
      Names, notes and contacts are taken from the tables and lists under the policy's headings. What they do not say \
      (CI, wheels, targets, demand) is 'unknown', and 'lint' lists it. The first move of each platform gets the day that \
      the document's header has, or that of '--date'. With '--history' each platform gets the moves that git has of the \
      document: see 'history --format yaml'.
      """)

  @Argument(help: ArgumentHelp("A file, or '-' for standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The folder to write it to.", valueName: "folder"), completion: .directory)
  var output = "registry"

  @Option(
    help: ArgumentHelp(
      "The policy: 'nep57', which is built in, or a YAML file; without it, the one that '.platform-tiers.yaml' names.",
      valueName: "policy"))
  var policy: String?

  @Option(help: ArgumentHelp("The day from which the tables apply.", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?

  @Flag(help: "Take the moves of each platform, with their days, from the file's history in git.")
  var history = false

  @Flag(help: "Overwrite the files of an existing registry.")
  var force = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var size: SizeOption

  func run() throws {
    var request = ImportRequest(argument: file, output: output)
    request.standardInputName = reading.standardInputName
    request.format = reading.format
    request.documentLimit = size.limit
    request.policy = policy
    request.date = date
    request.takesHistory = history
    request.isForced = force
    let status = try ImportRun.run(request)
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
