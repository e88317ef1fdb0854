import ArgumentParser
import PlatformTiersKit

/// Prints what was read of a document.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a document is read: sections, tables, cells, links, each with its position.")

  @Argument(help: ArgumentHelp("A file, or '-' for standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("How to print it: tree or json.", valueName: "format"),
    transform: OutputFormat.among(.tree, .json))
  var format = OutputFormat.tree

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var size: SizeOption

  @Option(
    help: ArgumentHelp(
      "Show instead which tier each table is for by this policy ('nep57' or a YAML file), and why one is for none.",
      valueName: "policy"))
  var policy: String?

  func run() throws {
    var request = ProjectRequest(.named([file]))
    request.standardInputName = reading.standardInputName
    request.format = reading.format
    request.documentLimit = size.limit
    request.policy = policy
    request.configuration = .none
    let inspection = try Inspection(request)
    if policy != nil { return try StandardStream.output.write(inspection.owners) }
    switch format {
    case .json: try StandardStream.output.write(inspection.json)
    default: try StandardStream.output.write(inspection.tree)
    }
  }
}
