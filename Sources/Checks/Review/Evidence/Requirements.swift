import Policy

/// A platform's change with what the policy asks of it.
package struct ReviewedChange: Sendable {
  let change: PlatformChange
  /// Added, promoted, demoted or removed; nil where its place stays the same.
  let kind: ReviewedMove.Kind?
  /// What is asked of the change of its place, each kind of evidence once.
  let requirements: [Requirement]
  /// What is asked because the platform loses its wheels.
  let wheelRequirements: [Requirement]
  /// What is asked of its new contacts.
  let contactRequirements: [Requirement]
  /// The people whom any of its rows, or the registry, names anew.
  let newContacts: [String]
  let unacknowledged: [String]
  /// The paths of the workflows that its record in the registry names and the head does not have, where it has none of
  /// those named.
  let absentWorkflows: [String]

  init(_ change: PlatformChange, shown evidence: ChangeEvidence, policy: Policy) {
    self.change = change
    kind = change.main?.placeKind(policy: policy)
    let demands = policy.demands(from: change.from, to: change.to)
    requirements = Self.requirements(demands.filter { $0.kind != .droppedWheels }, evidence)
    wheelRequirements = Self.requirements(demands.filter { $0.kind == .droppedWheels }, evidence)
    let lists = change.to?.tier != nil && change.parts.contains { !$0.newContacts.isEmpty }
    contactRequirements = lists ? Self.requirements(policy.moveDemands.filter { $0.kind == .contact }, evidence) : []
    newContacts = evidence.newContacts
    unacknowledged = contactRequirements.isEmpty ? [] : evidence.unacknowledged
    absentWorkflows = evidence.absentWorkflows
  }

  private static func requirements(_ demands: [MoveDemand], _ evidence: ChangeEvidence) -> [Requirement] {
    var requirements: [Requirement] = []
    for demand in demands {
      for kind in demand.evidence where !requirements.contains(where: { $0.evidence == kind }) {
        requirements.append(Requirement(kind, because: demand.because, answer: evidence.answer(kind)))
      }
    }
    return requirements
  }

  /// The moves, each with what is asked of it.
  func moves(policy: Policy) -> [ReviewedMove] {
    let changesPlace = change.from?.id != change.to?.id
    return change.moves(policy: policy).map { move in
      var move = move
      switch move.kind {
      case .added, .promoted, .demoted, .removed: move.requirements = requirements + contactRequirements
      case .wheelsDropped: move.requirements = wheelRequirements
      case .contactsChanged where !changesPlace: move.requirements = contactRequirements
      default: break
      }
      return move
    }
  }

  /// Into a tier, from a lower one or from none.
  var rises: Bool { (kind == .added || kind == .promoted) && change.to?.tier != nil }

  /// Into a lower tier, or out of all tiers into an unsupported list.
  var falls: Bool { kind == .demoted && change.from?.tier != nil }

  /// Out of all tiers.
  var leavesTiers: Bool { change.from?.tier != nil && change.to?.tier == nil }

  /// What is asked of the change and is not there, amongst these kinds of evidence.
  func missing(_ kinds: Set<MoveDemand.Evidence>) -> [Requirement] {
    requirements.filter { kinds.contains($0.evidence) && $0.answer == .missing }
  }
}

extension MoveDemand.Evidence {
  /// What is missing, as messages call it.
  var words: String {
    switch self {
    case .mailingList: "a link to the discussion on the mailing list"
    case .pullRequest: "a pull request"
    case .council: "a link to the council's decision"
    case .announcement: "a link to the announcement"
    case .acknowledgement: "the contacts' acknowledgement"
    case .ci: "a CI job"
    case .contacts: "a contact"
    case .release: "the first release that it applies to"
    case .note: "a note on what becomes of the wheels"
    case .unsupportedListing: "a row among the unsupported platforms"
    }
  }
}
