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
  @Option(
    name: [.customLong("at"), .customLong("today")],
    help: ArgumentHelp(
      "Use the tiers as they are at the end of this day instead of today (in UTC).", valueName: "yyyy-mm-dd"))
  var at: CalendarDate?

  @Option(help: ArgumentHelp("Use the tiers as they apply to this release.", valueName: "version"))
  var release: ReleaseVersion?

  /// Moves that are decided for a later day are not in force.
  var moment: RegistryMoment {
    get throws {
      if let at { return RegistryMoment(date: at, release: release) }
      return RegistryMoment(today: try Clock.day(), release: release)
    }
  }
}

extension ReleaseVersion: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
