package import Diagnostics
package import Evidence
package import Policy

/// Holds what a registry promises against evidence.
package struct Audit: Sendable {
  package let registry: Registry
  package let evidence: AuditEvidence
  /// In the order of the registry.
  package private(set) var platforms: [PlatformAudit] = []
  /// What the evidence contradicts, in report order.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - places: where each platform's file says what, by its id; nothing is reported of platforms without.
  ///   - today: where platforms stand; for the wheels of a release its own day and number count.
  ///   - move: the move by which a platform stands where it does; the last one of `today` when nil.
  package init(
    of registry: Registry, places: [String: ValuePlaces], by evidence: AuditEvidence, today: CalendarDate,
    move: ((Platform) -> Move?)? = nil
  ) {
    self.registry = registry
    self.evidence = evidence
    let wheels = WheelAudit(registry, evidence)
    let usage = evidence.usage.map { UsageShares($0, platforms: registry.platforms) }
    let demand = DemandAudit(usage)
    let workflows =
      evidence.workflows.isEmpty
      ? nil : WorkflowAudit(of: registry, places: places, sources: evidence.workflows, today: today)
    diagnostics =
      (wheels?.strangers ?? []) + (usage?.diagnostics ?? []) + (workflows?.faults ?? []) + (workflows?.findings ?? [])
    for platform in registry.platforms {
      let released = wheels?.wheels(of: platform)
      var observations = Observations()
      observations.demand = usage?.demand(of: platform)
      observations.prerequisites = evidence.prerequisites?.prerequisites(of: platform)
      let last = move.map { $0(platform) } ?? platform.move(at: today)
      let recorded = last.map { platform.recorded(after: $0, at: today) } ?? platform
      platforms.append(
        PlatformAudit(
          recorded, since: last, in: registry,
          evidence: EvidenceOfPlatform(
            wheels: released, workflows: workflows?.platforms[platform.id], observations: observations)))
      guard let places = places[platform.id] else { continue }
      if let released { diagnostics += wheels?.diagnostics(of: platform, released, places: places) ?? [] }
      let subject = RecordAudit(platform, registry: registry, places: places, today: today)
      diagnostics += demand.diagnostics(of: subject)
      if let table = evidence.prerequisites { diagnostics += PrerequisiteAudit(table).diagnostics(of: subject) }
    }
    diagnostics.sort(by: Diagnostic.reportOrder)
  }
}

/// What evidence there is of one platform.
struct EvidenceOfPlatform {
  /// Its wheels in the release that is looked at; nil without a listing.
  var wheels: ReleasedWheels?
  /// Nil without workflows.
  var workflows: PlatformWorkflows?
  /// Its demand and prerequisites.
  var observations: Observations

  /// How it shows the platform to stand to a tier's duties.
  ///
  /// - Parameter wheels: what the release shows of the duty of wheels.
  func observations(in tier: Tier, wheels: DutyEvidence?) -> Observations {
    var result = observations
    result.shown = workflows?.evidence(in: tier) ?? [:]
    if let wheels { result.shown[.wheels] = wheels.joined(with: result.shown[.wheels]) }
    return result
  }
}

extension DutyEvidence {
  /// What a release has, and what the next one will be built by: broken where one of them is.
  fileprivate func joined(with build: DutyEvidence?) -> DutyEvidence {
    guard let build else { return self }
    let isBroken = standing == .unmet || build.standing == .unmet
    return DutyEvidence(isBroken ? .unmet : standing, "\(reason); \(build.reason)")
  }
}

/// What an audit finds of one platform.
package struct PlatformAudit: Sendable {
  package let platform: Platform
  /// Where it stands; nil before its first move.
  package let place: Place?
  /// Where it stood for the release that is looked at; nil before its first move, and without a listing.
  package let releasePlace: Place?
  /// How it stands to its tier's duties, with what evidence shows of each; nil outside the tiers.
  package let duties: DutyAssessment?
  /// How it stands to the duties of the next higher tier; nil in the highest, and before the first move.
  package let next: DutyAssessment?
  /// What the release has for it; nil without a listing.
  package let coverage: PlatformCoverage?
  /// What workflows show of the jobs that the registry lists for it; nil where none were given.
  package let jobs: [JobEvidence]?

  /// - Parameter platform: as it was recorded by then.
  init(_ platform: Platform, since move: Move?, in registry: Registry, evidence: EvidenceOfPlatform) {
    let place = move.flatMap { registry.policy.place($0.to) }
    let wheels = evidence.wheels
    self.platform = platform
    self.place = place
    releasePlace = wheels?.place
    coverage = wheels?.coverage
    jobs = evidence.workflows?.jobs
    duties = place?.tier.map { tier in
      let shown = evidence.observations(in: tier, wheels: wheels?.evidence(present: place))
      return DutyAssessment(of: platform, in: tier, registry: registry, observations: shown)
    }
    next = place.flatMap { registry.policy.tier(above: $0) }.map { tier in
      let shown = evidence.observations(in: tier, wheels: wheels?.evidence(for: tier.duties.wheels.kind))
      return DutyAssessment(of: platform, in: tier, registry: registry, observations: shown)
    }
  }
}
