import Diagnostics
import Evidence
import Policy

/// Holds the wheels of one release against the tiers that were in force for it.
struct WheelAudit {
  private let registry: Registry
  private let release: IndexRelease
  private let listing: IndexListing
  private let coverage: ReleaseCoverage

  /// Nil without a release to look at.
  init?(_ registry: Registry, _ evidence: AuditEvidence) {
    guard let listing = evidence.index, let release = evidence.release else { return nil }
    self.registry = registry
    self.release = release
    self.listing = listing
    coverage = ReleaseCoverage(
      release, after: listing.isComplete ? listing.predecessor(of: release) : nil, platforms: registry.platforms
    ) { platform in
      registry.place(of: platform, in: release)?.tier?.duties.wheels.kind != .released
    }
  }

  func wheels(of platform: Platform) -> ReleasedWheels {
    ReleasedWheels(
      title: title, coverage: coverage.coverage(of: platform),
      place: registry.place(of: platform, in: release), isComplete: listing.isComplete, location: location)
  }

  private var location: Verdict.Location? {
    release.files.first.map { Verdict.Location(file: listing.file.path, range: listing.file.range($0.offsets)) }
  }

  /// What is not about a platform of the registry.
  var strangers: [Diagnostic] {
    Rule.unlistedWheels(
      coverage.strangers(among: registry.platforms), title: title, in: listing.file)
  }

  private var title: String { "\(listing.project ?? "the release") \(release.version)" }

  func diagnostics(of platform: Platform, _ wheels: ReleasedWheels, places: ValuePlaces) -> [Diagnostic] {
    let context = WheelContext(
      platform: platform, places: places, place: wheels.place,
      move: platform.move(forRelease: release.version, madeOn: release.date), release: release, wheels: wheels,
      listing: listing.file)
    var found: [Diagnostic] = []
    for rule in AllRules.family(.evidence) {
      guard case .wheels(let check) = rule.check else { continue }
      check(context) { found.append($0.diagnostic(of: rule, in: places.file, policy: registry.policy)) }
    }
    return found
  }
}

extension Registry {
  /// Where a platform stood for a release that is on an index.
  func place(of platform: Platform, in release: IndexRelease) -> Place? {
    platform.move(forRelease: release.version, madeOn: release.date).flatMap { policy.place($0.to) }
  }
}
