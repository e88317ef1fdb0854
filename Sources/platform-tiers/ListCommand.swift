import ArgumentParser
import PlatformTiersKit

/// Lists platforms.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the registry's platforms, by tier and name.",
    discussion: "An option given several times matches any of its values.")

  @Option(help: ArgumentHelp("Only this tier or unsupported list: its id or name.", valueName: "tier"))
  var tier: [String] = []

  @Option(help: ArgumentHelp("Only platforms of this contact: an id, name or handle.", valueName: "person"))
  var contact: [String] = []

  @Option(help: ArgumentHelp("Only platforms with this operating system.", valueName: "name"))
  var os: [String] = []

  @Option(help: ArgumentHelp("Only platforms with this CPU architecture.", valueName: "name"))
  var arch: [String] = []

  @Flag(help: "In text: show ids, systems and processors too.")
  var wide = false

  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions

  @Option(
    help: ArgumentHelp("How to print them: text, json or csv.", valueName: "format"),
    transform: OutputFormat.among(.text, .json, .csv))
  var format = OutputFormat.text

  func run() throws {
    var request = PlatformListRequest(at: try moment.moment)
    request.tiers = tier
    request.contacts = contact
    request.systems = os
    request.architectures = arch
    let list = try PlatformList(registry.registry(), request)
    for remark in list.remarks { ErrorOutput.note(remark) }
    switch format {
    case .json: try StandardStream.output.write(list.json)
    case .csv: try StandardStream.output.write(list.csv)
    default: try StandardStream.output.write(list.text(StandardStream.output.layout(), isWide: wide))
    }
  }
}
