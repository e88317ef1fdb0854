// Each duty may be written in short, without its reason; the reason is then put together from the tier's name, since
// messages quote it.

extension YAMLForm where Value == CIDuty {
  static func ciDuty(of tier: String) -> Self {
    let because = "\(tier) needs regular CI"
    return mapping("CI duty") { keys in
      let accepted = keys.required("accepted", .oneOrMore(of: .word)) { $0.accepted }
      let byException = keys.optional("by-exception", .oneOrMore(of: .word), default: []) { $0.byException }
      let reason = keys.reason { $0.because }
      guard let accepted else { return nil }
      return CIDuty(accepted: accepted, byException: byException, because: reason ?? because)
    }
    .orSequence(.list(of: .word)) { CIDuty(accepted: $0, because: because) }
    .orScalar(.word) { CIDuty(accepted: [$0], because: because) }
  }
}

extension YAMLForm where Value == WheelDuty {
  static func wheelDuty(of tier: String) -> Self {
    func because(_ kind: WheelDuty.Kind) -> String {
      switch kind {
      case .released: "wheels are released for \(tier)"
      case .none: "no wheels are released for \(tier)"
      case .unstated: ""
      }
    }
    return mapping("wheel duty") { keys in
      let kind = keys.required("kind", .word) { $0.kind }
      let reason = keys.reason { $0.because }
      return kind.map { WheelDuty($0, because: reason ?? because($0)) }
    }
    .orScalar(.word) { WheelDuty($0, because: because($0)) }
  }
}

extension YAMLForm where Value == BlockingDuty {
  static func blockingDuty(of tier: String) -> Self {
    func because(_ causes: [BlockingDuty.Cause]) -> String {
      causes.isEmpty ? "nothing in \(tier) blocks a release" : "failures in \(tier) block a release"
    }
    return mapping("release-blocking duty") { keys in
      let causes = keys.required("causes", .oneOrMore(of: .word)) { $0.causes }
      let reason = keys.reason { $0.because }
      return causes.map { BlockingDuty($0, because: reason ?? because($0)) }
    }
    .orSequence(.list(of: .word)) { BlockingDuty($0, because: because($0)) }
    .orScalar(.word) { BlockingDuty([$0], because: because([$0])) }
  }
}

extension YAMLForm where Value == ContactDuty {
  static func contactDuty(of tier: String) -> Self {
    func because(_ minimum: Int) -> String {
      minimum == 0 ? "\(tier) asks for no contact" : "\(tier) asks for \(minimum) contact\(minimum == 1 ? "" : "s")"
    }
    return mapping("contact duty") { keys in
      let isShared = keys.optional("shared", .flag, default: false) { $0.isShared }
      let minimum =
        keys.optional("minimum", .count) { $0.isShared && $0.minimum == 0 ? nil : $0.minimum } ?? (isShared ? 0 : nil)
      if !isShared { keys.requirePresence(of: "minimum") }
      let roles = keys.optional("roles", .oneOrMore(of: .word), default: ContactRole.allCases) { $0.roles }
      let reason = keys.reason { $0.because }
      guard let minimum else { return nil }
      let because = isShared ? "all maintainers are responsible for \(tier) together" : because(minimum)
      return ContactDuty(minimum: minimum, roles: roles, isShared: isShared, because: reason ?? because)
    }
    .orScalar(.count) { ContactDuty(minimum: $0, because: because($0)) }
  }
}

extension YAMLForm where Value == StatedDuty {
  static var statedDuty: Self {
    mapping("stated duty") { keys in
      let id = keys.required("id", .identifier) { $0.id }
      let because = keys.required("because", .name) { $0.because }
      guard let id, let because else { return nil }
      return StatedDuty(id: id, because: because)
    }
  }
}

extension YAMLKeys {
  /// A duty without a reason gets one of its form's.
  fileprivate func reason(_ part: (Whole) -> String) -> String? {
    optional("because", .name) { whole in
      let reason = part(whole)
      return reason.isEmpty ? nil : reason
    }
  }
}

extension YAMLForm where Value == MoveDemand {
  static var moveDemand: Self {
    mapping("move") { keys in
      let kind = keys.required("kind", .word) { $0.kind }
      let onlyWithWheels = keys.optional("only-with-wheels", .flag, default: false) { $0.onlyWithWheels }
      let evidence = keys.required("evidence", .oneOrMore(of: .word)) { $0.evidence }
      let because = keys.required("because", .name) { $0.because }
      guard let kind, let evidence, let because else { return nil }
      return MoveDemand(kind: kind, onlyWithWheels: onlyWithWheels, evidence: evidence, because: because)
    }
  }
}
