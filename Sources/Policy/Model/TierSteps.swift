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
    demands(from: place, to: .tier(tier)).filter { $0.kind != .newEntry }
  }

  /// What the policy asks of a move, in its own order.
  ///
  /// - Parameter from: nil for a platform that was listed nowhere.
  /// - Parameter to: nil for one that is listed no more.
  package func demands(from: Place?, to: Place?) -> [MoveDemand] {
    let source = from?.tier
    let target = to?.tier
    guard source != nil || target != nil, from?.id != to?.id else { return [] }
    let gains = target?.duties.wheels.kind == .released
    let drops = source?.duties.wheels.kind == .released && !gains
    var kinds: Set<MoveDemand.Kind> = drops ? [.droppedWheels] : []
    var concernsWheels = gains
    switch (source, target) {
    case (nil, _):
      kinds.formUnion([.addition, .newEntry])
      if from != nil, gains { kinds.insert(.promotion) }
    case (_, nil):
      kinds.insert(.removal)
      concernsWheels = drops
    case (let source?, let target?):
      let rises = rank(target) < rank(source)
      kinds.insert(rises ? .promotion : .demotion)
      if !rises { concernsWheels = source.duties.wheels.kind == .released }
    }
    return moveDemands.filter { demand in
      kinds.contains(demand.kind) && (!demand.onlyWithWheels || concernsWheels || demand.kind == .droppedWheels)
    }
  }

  /// 0 for the highest tier; one of another revision of the policy ranks last.
  private func rank(_ tier: Tier) -> Int { tiers.firstIndex { $0.id == tier.id } ?? tiers.count }

  /// The release cycle that a notice runs against: the first whose middle had not passed when the duty ceased to be met,
  /// since an announcement in time was possible in that one. Nil when the policy has no such cycle.
  package func releaseCycle(for notice: Notice) -> ReleaseCycle? {
    releaseCycles.filter { $0.middle >= notice.since }.min { $0.middle < $1.middle }
  }
}
