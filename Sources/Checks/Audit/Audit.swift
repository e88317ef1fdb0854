package import Diagnostics
package import Evidence
package import Policy

/// Holds what a registry promises against evidence.
package struct Audit: Sendable {
  package let registry: Registry
  package let evidence: AuditEvidence
  /// In the order of the registry.
  package private(set) var platforms: [PlatformAudit] = []
  /// The downloads of each platform; nil where no table is given.
  package let usage: UsageShares?
  /// What the evidence contradicts, in report order.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - places: where each platform's file says what, by its id; nothing is reported of platforms without.
  ///   - today: the day that counts for what closes, ends or begins.
  ///   - release: the release that platforms are asked about, and that workflows build; the next one when nil. The wheels
  ///     of a release count by its own day and number all the same.
  ///   - move: the move by which a platform stands where it does; the last one of `today` when nil.
  package init(
    of registry: Registry, places: [String: ValuePlaces], by evidence: AuditEvidence, today: CalendarDate,
    release: ReleaseVersion? = nil, move: ((Platform) -> Move?)? = nil
  ) {
    self.registry = registry
    self.evidence = evidence
    let wheels = WheelAudit(registry, evidence)
    let usage = evidence.usage.map { UsageShares($0, platforms: registry.platforms) }
    self.usage = usage
    let demand = DemandAudit(usage)
    let contexts = registry.platforms.map { platform in
      PlatformContext(
        platform, in: registry, places: places[platform.id] ?? .nowhere, today: today,
        since: move.map { $0(platform) } ?? platform.move(at: today))
    }
    let workflows =
      evidence.workflows.isEmpty
      ? nil : WorkflowAudit(of: registry, contexts: contexts, sources: evidence.workflows, release: release)
    diagnostics =
      (wheels?.strangers ?? []) + (usage?.diagnostics ?? []) + (workflows?.faults ?? []) + (workflows?.findings ?? [])
    for context in contexts {
      let platform = context.platform
      let shown = PlatformEvidence(
        wheels: wheels?.wheels(of: platform), lacksRelease: evidence.asksForIndex && wheels == nil,
        workflows: workflows?.platforms[platform.id],
        demand: usage?.demand(of: platform),
        prerequisites: evidence.prerequisites?.prerequisites(of: platform, on: today))
      platforms.append(PlatformAudit(context, release: release, places: places[platform.id], by: shown))
      guard let places = places[platform.id] else { continue }
      if let released = shown.wheels {
        diagnostics += wheels?.diagnostics(of: platform, released, places: places) ?? []
      }
      let record = RecordAudit(context)
      diagnostics += demand.diagnostics(of: record)
      if let table = evidence.prerequisites { diagnostics += PrerequisiteAudit(table).diagnostics(of: record) }
    }
    diagnostics.sort(by: Diagnostic.reportOrder)
  }
}

extension ValuePlaces {
  /// Of a platform whose file is not given.
  fileprivate static var nowhere: ValuePlaces {
    ValuePlaces(file: SourceFile(path: "", bytes: [])) { _ in .fileStart }
  }
}

/// How a platform stands to what its tier and the next higher one ask, and what was looked at for that.
package struct PlatformAudit: Sendable {
  package let platform: Platform
  /// Where it stands; nil before its first move.
  package let place: Place?
  /// Where it stood for the release that is looked at; nil before its first move, and without a listing.
  package let releasePlace: Place?
  /// How it stands to its tier's duties; nil outside the tiers.
  package let duties: TierVerdicts?
  /// How it stands to the duties of the next higher tier; nil in the highest, and before the first move.
  package let next: TierVerdicts?
  /// What the release has for it; nil without a listing.
  package let coverage: PlatformCoverage?
  /// What workflows show of the jobs that the registry lists for it; nil where none were given.
  package let jobs: [JobAssessment]?

  /// By the registry alone.
  ///
  /// - Parameters:
  ///   - move: the move by which the platform stands where it does.
  ///   - places: where its file says what; without, verdicts by the registry have no location.
  package init(
    of platform: Platform, since move: Move?, in registry: Registry, today: CalendarDate,
    release: ReleaseVersion? = nil, places: ValuePlaces? = nil
  ) {
    let context = PlatformContext(platform, in: registry, places: places ?? .nowhere, today: today, since: move)
    self.init(context, release: release, places: places, by: PlatformEvidence())
  }

  init(
    _ context: PlatformContext, release: ReleaseVersion?, places: ValuePlaces?, by evidence: PlatformEvidence
  ) {
    let registry = context.registry
    let platform = context.move.map { context.platform.recorded(after: $0, at: context.today) } ?? context.platform
    let place = context.move.flatMap { registry.policy.place($0.to) }
    func verdicts(_ tier: Tier, _ wheels: ReleasedWheels?, isRise: Bool = false) -> TierVerdicts {
      var evidence = evidence
      evidence.wheels = wheels
      var assessor = Assessor(
        platform, tier, registry, today: context.today, release: release, places: places, by: evidence)
      assessor.isRise = isRise
      assessor.isOfAnotherTime = context.move != context.platform.moves.last
      return TierVerdicts(tier: tier, verdicts: assessor.verdicts)
    }
    self.platform = platform
    self.place = place
    releasePlace = evidence.wheels?.place
    coverage = evidence.wheels?.coverage
    jobs = evidence.workflows?.jobs
    duties = place?.tier.map { verdicts($0, evidence.wheels?.owed(present: $0)) }
    next = place.flatMap { registry.policy.tier(above: $0) }.map { verdicts($0, evidence.wheels, isRise: true) }
  }
}
