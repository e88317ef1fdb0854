import ArgumentParser
import PlatformTiersKit

/// Prints what was read of a document.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what is read of a document: sections, tables, cells, links, each with its place.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case tree
  }

  @Argument(help: ArgumentHelp("A file, or '-' for standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: "How to print it.")
  var format: Format = .tree

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let source = try DocumentSource(
      argument: file, standardInputName: reading.standardInputName, format: reading.format)
    let inspection = try Inspection(of: source)
    switch format {
    case .json: try StandardStream.output.write(inspection.json)
    case .tree: try StandardStream.output.write(inspection.tree)
    }
  }
}
