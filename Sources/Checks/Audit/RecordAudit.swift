import Diagnostics
import Evidence
import Policy

/// Runs rules about what a registry records over what evidence says in its place.
struct RecordAudit {
  let platform: Platform
  private let registry: Registry
  private let places: ValuePlaces
  private let today: CalendarDate

  init(_ platform: Platform, registry: Registry, places: ValuePlaces, today: CalendarDate) {
    self.platform = platform
    self.registry = registry
    self.places = places
    self.today = today
  }

  /// What the rules with these ids find of another version of the platform.
  func diagnostics(of changed: Platform, rules ids: [String]) -> [Diagnostic] {
    var registry = registry
    registry.platforms = [changed]
    let rules = ids.compactMap { AllRules.rule($0) }
    return PlatformRunner.diagnostics(for: registry, places: [changed.id: places], rules: rules, today: today)
  }
}

/// Holds measured shares of users against what a tier asks for.
struct DemandAudit {
  private let shares: UsageShares?

  init(_ shares: UsageShares?) {
    self.shares = shares
  }

  func diagnostics(of record: RecordAudit) -> [Diagnostic] {
    guard let shares else { return [] }
    var platform = record.platform
    platform.demand = shares.demand(of: platform)
    let day = shares.table.date.map { ", \($0)" } ?? ", of an unknown day"
    return record.diagnostics(of: platform, rules: ["low-demand", "unknown-demand"]).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.help = (diagnostic.help.map { $0 + "; " } ?? "") + "measured by '\(shares.table.file.path)'\(day)"
      return diagnostic
    }
  }
}

/// Holds what platforms depend on against what others support.
struct PrerequisiteAudit {
  private let table: PrerequisiteTable

  init(_ table: PrerequisiteTable) {
    self.table = table
  }

  /// One finding for each prerequisite that the table says is unmet; what it does not tell is left to the registry.
  func diagnostics(of record: RecordAudit) -> [Diagnostic] {
    PrerequisiteTable.Kind.allCases.flatMap { kind -> [Diagnostic] in
      guard let entry = table.entries[kind], table.state(kind, of: record.platform) == .unmet else { return [] }
      var platform = record.platform
      for other in PrerequisiteTable.Kind.allCases { platform.prerequisites[other] = .known(.met) }
      platform.prerequisites[kind] = .known(.unmet)
      let tags = platform.wheels.tags.map { "'\($0)'" }.joined(separator: " or ")
      return record.diagnostics(of: platform, rules: ["unmet-prerequisite"]).map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.help =
          "\(entry.sources.first ?? "its source") did not have \(tags) on \(entry.date); give newer facts with "
          + "'--prerequisites', or move the platform to a tier that does without"
        return diagnostic
      }
    }
  }
}
