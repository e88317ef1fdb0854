import ArgumentParser
import PlatformTiersKit

/// Shows one platform.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a platform: its tier, which duties are kept, contacts, CI, moves.",
    discussion: """
      It also says what separates the platform from the next higher tier. With evidence, each duty is judged by what \
      that shows, and what the registry says stands beside it; '--release' then also picks the release whose wheels are \
      checked.
      """)

  @Argument(help: ArgumentHelp("The platform's id or name.", valueName: "platform"))
  var platform: String

  @OptionGroup var moment: MomentOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var registry: RegistryOptions

  @Option(
    help: ArgumentHelp("How to print it: text or json.", valueName: "format"),
    transform: OutputFormat.among(.text, .json))
  var format = OutputFormat.text

  func run() throws {
    let loaded = try registry.sound()
    let platform = try loaded.registry.platform(named: platform)
    let moment = try moment.moment
    let request = evidence.request()
    let audit =
      request.isEmpty
      ? nil
      : try AuditRun.audit(of: platform, in: loaded, at: moment, by: request)
    let report = PlatformReport(platform, in: loaded.registry, at: moment, audit: audit)
    switch format {
    case .json: try StandardStream.output.write(report.json)
    default: try StandardStream.output.write(report.text(StandardStream.output.layout()))
    }
  }
}
