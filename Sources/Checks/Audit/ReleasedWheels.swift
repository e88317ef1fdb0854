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
  /// Where the wheels are listed; of the release, the first file.
  var location: Verdict.Location?
  /// What the tier that was in force asked of them, where that is not the present one's to ask: its name with its duty.
  private var earlier: (tier: String, kind: WheelDuty.Kind)?

  init(title: String, coverage: PlatformCoverage, place: Place?, isComplete: Bool, location: Verdict.Location?) {
    self.title = title
    self.coverage = coverage
    self.place = place
    self.isComplete = isComplete
    self.location = location
  }

  /// Whether there are wheels where none were promised: by the tier that was in force, or because none supported it. The
  /// last wheels of a platform that was supported once are in order.
  func areForbidden(_ release: IndexRelease, of platform: Platform) -> Bool {
    guard !coverage.files.isEmpty, let place else { return false }
    switch place {
    case .tier(let tier): return tier.duties.wheels.kind == .none
    case .unsupported: return platform.wheels.lastRelease.map { release.version > $0 } ?? true
    }
  }

  /// The wheels as what was owed for the release: by the tier that was in force, whatever the present one asks. Nil where
  /// that asked nothing of wheels.
  func owed(present: Tier) -> ReleasedWheels? {
    guard let tier = place?.tier, tier.duties.wheels.kind != .unstated else { return nil }
    var owed = self
    if tier.id != present.id { owed.earlier = (tier.name, tier.duties.wheels.kind) }
    return owed
  }

  /// What they show of a duty of wheels; nil where it says nothing.
  func verdict(for asked: WheelDuty.Kind) -> Verdict? {
    let kind = earlier?.kind ?? asked
    guard kind != .unstated else { return nil }
    var verdict = coverage.verdict(for: kind, title: title, isComplete: isComplete)
    verdict.location = location
    if let earlier { verdict.reason += ", which counts by \(earlier.tier)" }
    return verdict
  }
}

extension PlatformCoverage {
  fileprivate func verdict(for kind: WheelDuty.Kind, title: String, isComplete: Bool) -> Verdict {
    func verdict(_ status: Verdict.Status, _ reason: String) -> Verdict {
      Verdict(.wheels, status, reason, by: .index)
    }
    guard hasTags else { return verdict(.unknown, "the registry does not say how its wheels are tagged") }
    if files.isEmpty, kind == .released, isServedByGeneralWheel {
      return verdict(.kept, "\(title) has a wheel for any system")
    }
    guard !files.isEmpty || isComplete else {
      return verdict(.unknown, "\(title) has no wheel in the part of the listing that can be read")
    }
    let number = files.isEmpty ? "no wheel" : "\(files.count) wheel\(files.count == 1 ? "" : "s")"
    guard !files.isEmpty, kind == .released else {
      return verdict(files.isEmpty == (kind == .none) ? .kept : .broken, "\(title) has \(number)")
    }
    let pythons =
      expected.isEmpty ? "" : ", for \(served.count) of \(expected.count) Python\(expected.count == 1 ? "" : "s")"
    guard isComplete else {
      return verdict(.unknown, "\(title) has \(number)\(pythons) in the part of the listing that can be read")
    }
    let missing = holes.filter { $0.isMissing }
    if !missing.isEmpty {
      return verdict(.broken, (["\(title) has \(number)\(pythons)"] + missing.map { $0.words }).joined(separator: "; "))
    }
    var kept = verdict(.kept, "\(title) has \(number)\(pythons)")
    kept.warnings = holes.filter { !$0.isMissing }.map { $0.words }
    return kept
  }
}
