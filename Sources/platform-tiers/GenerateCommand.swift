import ArgumentParser
import PlatformTiersKit
import Rendering

/// Writes a registry's tables into documents.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the registry's tables into documents (.rst, .md), in place.",
    discussion: """
      The tables under the policy's headings are rewritten where they differ, and the regions between markers \
      '.. platform-tiers: begin TIER' and 'end' (in Markdown '<!-- platform-tiers: begin TIER -->'). Every other byte \
      stays. Without a file, the documents that '.platform-tiers.yaml' lists are written. '-' goes to standard output.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or '-' for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(help: "Write nothing; print what would change, and exit with 1 if anything would.")
  var check = false

  @Flag(help: "Write nothing; print what would change.")
  var diff = false

  @Flag(help: "Overwrite regions that were changed by hand.")
  var force = false

  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var size: SizeOption

  func run() throws {
    var request = ProjectRequest(ProjectRequest.DocumentChoice(arguments: files))
    request.registry = registry.folder
    request.defaultRegistry = ProjectRequest.usualRegistry
    request.standardInputName = reading.standardInputName
    request.format = reading.format
    request.documentLimit = size.limit
    let project = ProjectLoader.load(request)
    var output = GenerationOutput(
      try GenerationRun.result(project, at: try moment.moment, isForced: force))
    output.mode = check ? .checked : diff ? .shown : .written
    let status = try output.write()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

/// Prints one table.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print the table of a tier or unsupported list, as the registry gives it.")

  @Argument(help: ArgumentHelp("The tier or unsupported list: its id or name.", valueName: "tier"))
  var tier: String

  @Option(help: "How to write it.")
  var format: TableFormat = .grid

  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let registry = try registry.registry()
    let tables = RegistryTables(registry, at: try moment.moment)
    try StandardStream.output.write(tables.bytes(of: try registry.place(named: tier), as: format))
  }
}

extension TableFormat: ExpressibleByArgument {}
