import ArgumentParser
import PlatformTiersKit
import Policy

/// Holds the registry against evidence.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check what the tiers promise against evidence in files: wheels, workflows, downloads.",
    discussion: """
      Nothing is fetched. A duty without evidence is unknown, not kept. Wheels are judged by the tier that was in force \
      for their release, everything else by the present one. docs/audit.md says how to get each file.

        curl -H 'Accept: application/vnd.pypi.simple.v1+json' https://pypi.org/simple/numpy/ |
          platform-tiers audit --index -
      """)

  /// What `--require` takes.
  enum Requirement: String, CaseIterable, ExpressibleByArgument {
    case kept
  }

  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp("The release to check; by default the newest final one.", valueName: "version"))
  var release: ReleaseVersion?

  @Flag(help: "Show the wheels of all platforms in all releases instead; this reports no findings.")
  var allReleases = false

  @OptionGroup var registry: RegistryOptions

  @Option(help: "How to print it.")
  var format: AuditFormat = .text

  @Option(help: "Exit with 1 unless every duty is kept; neither a broken nor an unknown one will do.")
  var require: Requirement?

  @OptionGroup var reporting: ReportingOptions

  @Option(
    name: [.customLong("today"), .customLong("at")],
    help: ArgumentHelp("Use the tiers of this day instead of today's (in UTC).", valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  func validate() throws {
    if allReleases, evidence.index == nil { throw ValidationError("'--all-releases' needs '--index'") }
    if release != nil, evidence.index == nil { throw ValidationError("'--release' needs '--index'") }
    if allReleases, release != nil { throw ValidationError("give '--release' or '--all-releases', not both") }
  }

  func run() throws {
    let sound = try registry.sound()
    let request = evidence.request(release: release)
    if allReleases {
      return try AuditOutput.write(AuditRun.history(of: sound.registry, by: request), as: format, reporting.options)
    }
    var output = AuditOutput(try AuditRun.result(of: sound, by: request, today: try today ?? Clock.day()))
    output.format = format
    output.options = reporting.options
    output.requiresKept = require != nil
    let status = try output.write()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

extension AuditFormat: ExpressibleByArgument {}
