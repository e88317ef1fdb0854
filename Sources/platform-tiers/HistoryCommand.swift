import ArgumentParser
import PlatformTiersKit

/// Tells the history of a document's platforms.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show from git what happened to the platforms of a document, commit by commit.",
    discussion: """
      A merge stands for all that it brought, so that each move has the day on which it came to the current branch. \
      Renames are followed. '--format yaml' prints the 'moves' for a registry's files.
      """)

  @Argument(help: ArgumentHelp("The document, by its present name.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("How to print it: text, json or yaml.", valueName: "format"),
    transform: OutputFormat.among(.text, .json, .yaml))
  var format = OutputFormat.text

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Read as this format, whatever the file's ending says.", valueName: "format"))
  var requestedFormat: DocumentFormatOption?

  @Option(
    help: ArgumentHelp(
      "The policy: 'nep57' or a YAML file; without it what '.platform-tiers.yaml' says.", valueName: "policy"))
  var policy: String?

  func run() throws {
    let document = try HistoryRun.result(file, policy: policy, format: requestedFormat?.format)
    if document.isShallow { ErrorOutput.note(HistoryRun.shallowNote) }
    switch format {
    case .json: try StandardStream.output.write(HistoryData(document).json)
    case .yaml: try StandardStream.output.write(HistoryData(document).yaml)
    default: try StandardStream.output.write(HistoryText(document).text(StandardStream.output.layout()))
    }
  }
}
