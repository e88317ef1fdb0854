// Each duty may be written in short, without its reason; the reason is then put together from the tier's name, since
// messages quote it.

extension ValueReader where Value == CIDuty {
  static func ciDuty(of tier: String) -> Self {
    let because = "\(tier) needs regular CI"
    return mapping("CI duty") { keys in
      let accepted = keys.required("accepted", .oneOrMore(of: ValueReader<Hosting>.word))
      let byException = keys.optional("by-exception", .oneOrMore(of: ValueReader<Hosting>.word), default: [])
      let reason = keys.optional("because", .name)
      guard let accepted else { return nil }
      return CIDuty(accepted: accepted, byException: byException, because: reason ?? because)
    }
    .orSequence(
      ValueReader<[Hosting]>.list(of: .word).map { CIDuty(accepted: $0, because: because) }
    )
    .orScalar(ValueReader<Hosting>.word.map { CIDuty(accepted: [$0], because: because) })
  }
}

extension ValueReader where Value == WheelDuty {
  static func wheelDuty(of tier: String) -> Self {
    func because(_ kind: WheelDuty.Kind) -> String {
      switch kind {
      case .released: "wheels are released for \(tier)"
      case .none: "no wheels are released for \(tier)"
      case .unstated: ""
      }
    }
    return mapping("wheel duty") { keys in
      let kind = keys.required("kind", ValueReader<WheelDuty.Kind>.word)
      let reason = keys.optional("because", .name)
      return kind.map { WheelDuty($0, because: reason ?? because($0)) }
    }
    .orScalar(ValueReader<WheelDuty.Kind>.word.map { WheelDuty($0, because: because($0)) })
  }
}

extension ValueReader where Value == BlockingDuty {
  static func blockingDuty(of tier: String) -> Self {
    func because(_ causes: [BlockingDuty.Cause]) -> String {
      causes.isEmpty ? "nothing in \(tier) blocks a release" : "failures in \(tier) block a release"
    }
    return mapping("release-blocking duty") { keys in
      let causes = keys.required("causes", .oneOrMore(of: ValueReader<BlockingDuty.Cause>.word))
      let reason = keys.optional("because", .name)
      return causes.map { BlockingDuty($0, because: reason ?? because($0)) }
    }
    .orSequence(
      ValueReader<[BlockingDuty.Cause]>.list(of: .word).map { BlockingDuty($0, because: because($0)) }
    )
    .orScalar(ValueReader<BlockingDuty.Cause>.word.map { BlockingDuty([$0], because: because([$0])) })
  }
}

extension ValueReader where Value == ContactDuty {
  static func contactDuty(of tier: String) -> Self {
    func because(_ minimum: Int) -> String {
      minimum == 0 ? "\(tier) asks for no contact" : "\(tier) asks for \(minimum) contact\(minimum == 1 ? "" : "s")"
    }
    return mapping("contact duty") { keys in
      let isShared = keys.optional("shared", .flag, default: false)
      let minimum = keys.optional("minimum", .count) ?? (isShared ? 0 : nil)
      if !isShared { keys.requirePresence(of: "minimum") }
      let roles = keys.optional(
        "roles", .oneOrMore(of: ValueReader<ContactRole>.word), default: ContactRole.allCases)
      let reason = keys.optional("because", .name)
      guard let minimum else { return nil }
      let because = isShared ? "all maintainers are responsible for \(tier) together" : because(minimum)
      return ContactDuty(minimum: minimum, roles: roles, isShared: isShared, because: reason ?? because)
    }
    .orScalar(ValueReader<Int>.count.map { ContactDuty(minimum: $0, because: because($0)) })
  }
}

extension ValueReader where Value == MoveDemand {
  static var moveDemand: Self {
    mapping("move") { keys in
      let kind = keys.required("kind", ValueReader<MoveDemand.Kind>.word)
      let onlyWithWheels = keys.optional("only-with-wheels", .flag, default: false)
      let evidence = keys.required("evidence", .oneOrMore(of: ValueReader<MoveDemand.Evidence>.word))
      let because = keys.required("because", .name)
      guard let kind, let evidence, let because else { return nil }
      return MoveDemand(kind: kind, onlyWithWheels: onlyWithWheels, evidence: evidence, because: because)
    }
  }
}
