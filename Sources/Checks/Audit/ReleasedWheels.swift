import Evidence
import Policy

/// The wheels of a platform in a release, and what was promised of them.
struct ReleasedWheels: Sendable {
  /// `numpy 2.5.5`
  var title: String
  var coverage: PlatformCoverage
  /// Where the platform stood for that release; nil before its first move.
  var place: Place?
  /// Whether the listing was read to its end.
  var isComplete: Bool

  /// Whether there are wheels where none were promised: by the tier that was in force, or because none supported it. The
  /// last wheels of a platform that was supported once are in order.
  func areForbidden(_ release: IndexRelease, of platform: Platform) -> Bool {
    guard !coverage.files.isEmpty, let place else { return false }
    switch place {
    case .tier(let tier): return tier.duties.wheels.kind == .none
    case .unsupported: return platform.wheels.lastRelease.map { release.version > $0 } ?? true
    }
  }

  /// What they show of the duty of the tier that was in force for the release; nil where it asked nothing of wheels.
  ///
  /// - Parameter present: where the platform stands now.
  func evidence(present: Place?) -> DutyEvidence? {
    guard let tier = place?.tier, var evidence = evidence(for: tier.duties.wheels.kind) else { return nil }
    if let present, present.id != tier.id { evidence.reason += ", which counts by \(tier.name)" }
    return evidence
  }

  /// What they show of a duty of wheels; nil where it says nothing.
  func evidence(for kind: WheelDuty.Kind) -> DutyEvidence? {
    guard kind != .unstated else { return nil }
    guard coverage.hasTags else {
      return DutyEvidence(.unknown, "the registry does not say how its wheels are tagged")
    }
    let count = coverage.files.count
    if count == 0, kind == .released, coverage.isServedByGeneralWheel {
      return DutyEvidence(.met, "\(title) has a wheel for any system")
    }
    guard count > 0 || isComplete else {
      return DutyEvidence(.unknown, "\(title) has no wheel in the part of the listing that can be read")
    }
    let number = count == 0 ? "no wheel" : "\(count) wheel\(count == 1 ? "" : "s")"
    guard count > 0, kind == .released else {
      return DutyEvidence((count > 0) == (kind == .released) ? .met : .unmet, "\(title) has \(number)")
    }
    let expected = coverage.expected.count
    let pythons =
      expected > 0 ? ", for \(coverage.served.count) of \(expected) Python\(expected == 1 ? "" : "s")" : ""
    let holes = isComplete ? coverage.holes.map(\.words) : []
    return DutyEvidence(.met, (["\(title) has \(number)\(pythons)"] + holes).joined(separator: "; "))
  }
}
