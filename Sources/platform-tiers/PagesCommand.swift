import ArgumentParser
import PlatformTiersKit
import TableRendering

/// Writes the documentation pages of a registry.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Write documentation pages from the registry: an index, tiers, platforms, contacts.",
    discussion: """
      The folder is made where it is missing. Files in it that 'pages' did not write are neither overwritten nor \
      removed. Beside the pages stands 'platforms.json' with the same facts.
      """)

  @Option(help: ArgumentHelp("The folder to write them to.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(help: "How to write them: rst is for Sphinx.")
  var format: PageFormat = .html

  @Option(
    help: ArgumentHelp("A stylesheet whose rules win over those of the pages, for html.", valueName: "file"),
    completion: .file())
  var stylesheet: String?

  @Option(
    help: ArgumentHelp("Markup of the same format to start each page with, written as it is.", valueName: "file"),
    completion: .file())
  var header: String?

  @Option(
    help: ArgumentHelp("Markup of the same format to end each page with, written as it is.", valueName: "file"),
    completion: .file())
  var footer: String?

  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions

  func validate() throws {
    if stylesheet != nil, format != .html { throw ValidationError("'--stylesheet' is for '--format html'") }
    if output.isEmpty { throw ValidationError("'--output' takes the name of a folder") }
  }

  func run() throws {
    var request = PagesRequest(
      output: output, moment: try moment.momentOrToday, shown: moment.moment)
    request.format = format
    request.stylesheet = stylesheet
    request.header = header
    request.footer = footer
    try PagesRun.write(try registry.registry(), request)
  }
}

extension PageFormat: ExpressibleByArgument {}
