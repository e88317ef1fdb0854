package import Diagnostics
import Evidence
package import Policy

/// Says how a platform stands to the duties of a tier: the only place that decides it.
package struct Assessor: Sendable {
  let platform: Platform
  let duties: Duties
  let registry: Registry
  /// The day that counts for what closes, ends or begins.
  let today: CalendarDate
  /// The release that is looked at; the next one, where nil.
  let release: ReleaseVersion?
  let places: ValuePlaces?
  let evidence: PlatformEvidence
  /// Whether what is recorded of CI, wheels and what others support is of another place than the one that is asked about:
  /// it has no history, so that it refutes nothing of then.
  var isOfAnotherTime = false
  /// Whether the tier is one that it may rise to: what an earlier release has is no promise of the next.
  var isRise = false

  /// - Parameters:
  ///   - platform: with its contacts and notices as they are to count.
  ///   - places: where its file says what; without, what the registry says has no location.
  package init(
    of platform: Platform, in tier: Tier, registry: Registry, today: CalendarDate, release: ReleaseVersion? = nil,
    places: ValuePlaces? = nil
  ) {
    self.init(platform, tier, registry, today: today, release: release, places: places, by: PlatformEvidence())
  }

  init(
    _ platform: Platform, _ tier: Tier, _ registry: Registry, today: CalendarDate, release: ReleaseVersion?,
    places: ValuePlaces?, by evidence: PlatformEvidence
  ) {
    self.platform = platform
    duties = tier.duties
    self.registry = registry
    self.today = today
    self.release = release
    self.places = places
    self.evidence = evidence
  }

  /// One for each thing that the tier asks for.
  package var verdicts: [Verdict] {
    (Verdict.Duty.builtIn + duties.stated.map { .stated($0.id) }).compactMap { verdict(on: $0) }
  }

  /// Nil for what the tier does not ask for.
  package func verdict(on duty: Verdict.Duty) -> Verdict? {
    assess(duty).map { verdict in
      var verdict = isOfAnotherTime ? verdict.ofThen : verdict
      verdict.warnings += evidence.workflows?.warnings[duty] ?? []
      return heeding(verdict)
    }
  }

  private func assess(_ duty: Verdict.Duty) -> Verdict? {
    let releasesWheels = duties.wheels.kind == .released
    switch duty {
    case .ci: return duties.ci.map(ci)
    case .blocking: return duties.blocking.causes.isEmpty ? nil : blocking
    case .contacts: return duties.contacts.isShared || duties.contacts.minimum > 0 ? contacts : nil
    case .acknowledgement: return platform.contacts.isEmpty ? nil : acknowledgement
    case .wheels: return wheels
    case .publishing: return releasesWheels ? publishing : nil
    case .publicBuild: return releasesWheels ? publicBuild : nil
    case .demand: return releasesWheels ? registry.policy.demandThreshold.map(demand) : nil
    case .employment: return releasesWheels && !platform.contacts.isEmpty ? employment : nil
    case .prerequisites: return prerequisites
    case .stated(let id): return duties.stated.first { $0.id == id }.map(stated)
    }
  }

  /// A notice says that the duty is not met, whatever else is recorded; what evidence shows, it does not change.
  private func heeding(_ verdict: Verdict) -> Verdict {
    guard let index = platform.notices.lastIndex(where: { $0.duty.rawValue == verdict.duty.rawValue }),
      verdict.status != .broken
    else { return verdict }
    let notice = platform.notices[index]
    let remark = notice.remark.map { ": \($0)" } ?? ""
    let words = "not met since \(notice.since), as a notice says\(remark)"
    var verdict = verdict
    guard verdict.status == .unknown || verdict.source == .record else {
      verdict.warnings.append(words)
      return verdict
    }
    verdict.lacksEvidence = false
    (verdict.status, verdict.reason, verdict.source) = (.broken, words, .record)
    verdict.location = location { $0["notices", .element(index)] }
    return verdict
  }

  /// Where the registry says something, or where what it belongs to begins.
  func location(_ find: (ValuePlaces) -> SourceRange) -> Verdict.Location? {
    places.map { Verdict.Location(file: $0.file.path, range: find($0)) }
  }

  func names(_ contacts: [Contact]) -> String {
    contacts.map { registry.people[$0.person]?.name ?? $0.person }.joined(separator: ", ")
  }
}

extension Verdict {
  /// What a record without history says of an earlier time.
  fileprivate var ofThen: Verdict {
    guard source == .record, duty.hasNoHistory, status == .broken else { return self }
    var open = self
    open.status = .unknown
    open.reason = "by what is recorded now, \(reason); of then nothing is"
    return open
  }
}

/// What evidence there is of one platform; nil for what was not given.
struct PlatformEvidence: Sendable {
  /// Its wheels in the release that is looked at.
  var wheels: ReleasedWheels?
  /// Whether a listing was given, and does not have that release.
  var lacksRelease = false
  var workflows: PlatformWorkflows?
  /// Its measured share of users.
  var demand: Demand?
  /// What others support of what it depends on.
  var prerequisites: Prerequisites?
}
