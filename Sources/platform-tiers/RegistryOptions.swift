import ArgumentParser
import PlatformTiersKit
import Policy

/// Where the registry is.
struct RegistryOptions: ParsableArguments {
  @Option(
    name: .customLong("registry"),
    help: ArgumentHelp(
      "The registry's folder; without it the one that '.platform-tiers.yaml' names, or 'registry'.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  /// - Throws: when it cannot be read, or is at fault; the faults are printed before.
  func registry() throws -> Registry { try sound().registry }

  /// The registry with its files.
  func sound() throws -> SoundRegistry { try ProjectLoader.load(.registry(folder)).soundRegistry() }
}

/// The day and the release that a registry is asked for.
struct MomentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Places as they were at the end of this day.", valueName: "yyyy-mm-dd"))
  var at: CalendarDate?

  @Option(help: ArgumentHelp("Places as they hold for this release.", valueName: "version"))
  var release: ReleaseVersion?

  var moment: RegistryMoment { RegistryMoment(date: at, release: release) }
}

extension ReleaseVersion: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
