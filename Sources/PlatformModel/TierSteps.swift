extension Policy {
  /// The tier that a platform would rise to: the next higher one, or the lowest for an unsupported platform. Nil for the
  /// highest.
  package func tier(above place: Place) -> Tier? {
    switch place {
    case .unsupported: tiers.last
    case .tier(let tier):
      tiers.firstIndex { $0.id == tier.id }.flatMap { $0 > 0 ? tiers[$0 - 1] : nil }
    }
  }

  /// What the policy asks of the move into a higher tier: a promotion from another tier, else an addition.
  package func demands(ofRisingTo tier: Tier, from place: Place) -> [MoveDemand] {
    let kind: MoveDemand.Kind = place.tier == nil ? .addition : .promotion
    return moveDemands.filter { $0.kind == kind && (!$0.onlyWithWheels || tier.duties.wheels.kind == .released) }
  }

  /// The release cycle that a notice runs against: the first whose middle had not passed when the duty ceased to be met,
  /// since an announcement in time was possible in that one. Nil when the policy has no such cycle.
  package func releaseCycle(for notice: Notice) -> ReleaseCycle? {
    releaseCycles.filter { $0.middle >= notice.since }.min { $0.middle < $1.middle }
  }
}
