import ArgumentParser
import PlatformTiersKit
import Policy

/// Holds the registry against evidence.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Hold what the tiers promise against evidence in files: wheels, workflows, usage.",
    discussion: """
      Nothing is fetched. A duty that no evidence is given for is unknown, not kept. For wheels the tier counts that was \
      in force for the release, for all else the present one. docs/audit.md says how to get each file.

        curl -H 'Accept: application/vnd.pypi.simple.v1+json' https://pypi.org/simple/numpy/ |
          platform-tiers audit --index -
      """)

  /// What `--require` takes.
  enum Requirement: String, CaseIterable, ExpressibleByArgument {
    case kept
  }

  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp("The release to look at; without it the newest final one.", valueName: "version"))
  var release: ReleaseVersion?

  @Flag(help: "Draw the wheels of all platforms in all releases instead; nothing in it counts as a finding.")
  var allReleases = false

  @OptionGroup var registry: RegistryOptions

  @Option(help: "How to print it.")
  var format: AuditFormat = .text

  @Option(help: "Exit with 1 unless every duty is kept: a broken or an unknown one counts.")
  var require: Requirement?

  @OptionGroup var reporting: ReportingOptions

  @Option(
    name: [.customLong("today"), .customLong("at")],
    help: ArgumentHelp("The day whose tiers count, instead of the clock's in UTC.", valueName: "yyyy-mm-dd"))
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
