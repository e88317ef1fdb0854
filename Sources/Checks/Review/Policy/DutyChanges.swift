import Policy

/// What one revision of a policy asks more and less than another, in a few words each.
struct DutyChanges {
  var added: [String] = []
  var removed: [String] = []

  init(from old: Duties, to new: Duties) {
    compareCI(old.ci, new.ci)
    compareWheels(old.wheels.kind, new.wheels.kind)
    compare(old.blocking.causes, new.blocking.causes) { "failures of its \($0.words) block a release" }
    compareContacts(old.contacts, new.contacts)
  }

  /// What moves ask for, and the threshold of demand.
  init(ofMovesFrom old: Policy, to new: Policy) {
    compare(old.demandWords, new.demandWords) { $0 }
    switch (old.demandThreshold, new.demandThreshold) {
    case (let old?, let new?) where new < old:
      removed.append("a tier with wheels asks for \(new) % of users, not \(old) %")
    case (let old?, let new?) where new > old:
      added.append("a tier with wheels asks for \(new) % of users, not \(old) %")
    case (let old?, nil): removed.append("a tier with wheels asks for \(old) % of users")
    case (nil, let new?): added.append("a tier with wheels asks for \(new) % of users")
    default: break
    }
  }

  private mutating func compare<Item: Hashable>(_ old: [Item], _ new: [Item], words: (Item) -> String) {
    added += new.filter { !old.contains($0) }.map(words)
    removed += old.filter { !new.contains($0) }.map(words)
  }

  private mutating func compareCI(_ old: CIDuty?, _ new: CIDuty?) {
    guard let old, let new else {
      if old != nil { removed.append("regular CI") }
      if new != nil { added.append("regular CI") }
      return
    }
    for hosting in Hosting.allCases {
      let (before, after) = (old.acceptance(of: hosting), new.acceptance(of: hosting))
      if after > before {
        removed.append("CI on \(hosting.words) is \(after == 2 ? "accepted" : "accepted by exception")")
      } else if after < before {
        added.append("CI on \(hosting.words) is \(after == 1 ? "accepted by exception only" : "no longer accepted")")
      }
    }
  }

  private mutating func compareWheels(_ old: WheelDuty.Kind, _ new: WheelDuty.Kind) {
    switch (old, new) {
    case (.released, .none), (.released, .unstated): removed.append("wheels are released")
    case (.none, .released), (.unstated, .released): added.append("wheels are released")
    case (.none, .unstated): removed.append("no wheels are released")
    case (.unstated, .none): added.append("no wheels are released")
    default: break
    }
  }

  private mutating func compareContacts(_ old: ContactDuty, _ new: ContactDuty) {
    if old.isShared != new.isShared {
      let words = "all maintainers are responsible together"
      if old.isShared { removed.append(words) } else { added.append(words) }
    }
    if new.minimum != old.minimum {
      let words = "at least \(max(new.minimum, old.minimum)) contact\(max(new.minimum, old.minimum) == 1 ? "" : "s")"
      if new.minimum > old.minimum { added.append(words) } else { removed.append(words) }
    }
    guard old.minimum > 0, new.minimum > 0 else { return }
    removed += new.roles.filter { !old.roles.contains($0) }.map { "a \($0.rawValue) is enough as contact" }
    added += old.roles.filter { !new.roles.contains($0) }.map { "a \($0.rawValue) is no longer enough as contact" }
  }
}

extension CIDuty {
  /// 2 where the hosting is accepted, 1 by exception, else 0.
  fileprivate func acceptance(of hosting: Hosting) -> Int {
    accepted.contains(hosting) ? 2 : byException.contains(hosting) ? 1 : 0
  }
}

extension BlockingDuty.Cause {
  fileprivate var words: String {
    switch self {
    case .ci: "CI"
    case .wheelBuild: "wheel builds"
    }
  }
}

extension Policy {
  /// `a promotion into a tier with wheels asks for mailing-list`
  fileprivate var demandWords: [String] {
    moveDemands.flatMap { demand in
      demand.evidence.map { evidence in
        "\(demand.kind.words)\(demand.onlyWithWheels ? " where wheels are released" : "") asks for '\(evidence.rawValue)'"
      }
    }
  }
}

extension MoveDemand.Kind {
  /// With its article.
  var words: String {
    switch self {
    case .promotion: "a promotion"
    case .demotion: "a demotion"
    case .addition: "an addition"
    case .removal: "a removal"
    case .newEntry: "a new entry"
    case .contact: "a new contact"
    case .droppedWheels: "dropping wheels"
    }
  }
}
