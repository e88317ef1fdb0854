import ArgumentParser
import PlatformTiersKit

/// Shows one platform.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a platform: its place, duties met and unmet, contacts, CI, moves.",
    discussion: "It also says what separates the platform from the next higher tier.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("The platform's id or name.", valueName: "platform"))
  var platform: String

  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions

  @Option(help: "How to print it.")
  var format: Format = .text

  func run() throws {
    let registry = try registry.registry()
    let report = PlatformReport(try registry.platform(named: platform), in: registry, at: moment.moment)
    switch format {
    case .text: try StandardStream.output.write(report.text)
    case .json: try StandardStream.output.write(report.json)
    }
  }
}
