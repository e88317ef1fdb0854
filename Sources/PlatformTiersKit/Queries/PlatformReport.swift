package import Checks
package import Policy

/// All that a registry tells of one platform, for `show`.
package struct PlatformReport: Sendable {
  let registry: Registry
  let moment: RegistryMoment
  /// With the notes, contacts and notices of the moment that is asked for.
  let platform: Platform
  /// Nil before the first move.
  let move: Move?
  let place: Place?
  /// The moves until then, oldest first.
  let moves: [Move]
  /// Those that are decided for later, oldest first.
  let coming: [Move]
  /// How it stands to its tier's duties; nil outside the tiers.
  let duties: TierVerdicts?
  /// How it stands to the duties of the next higher tier; nil in the highest, and before the first move.
  let next: TierVerdicts?
  /// What the policy asks of the move into that tier.
  let moveDemands: [MoveDemand]

  /// What evidence shows of it; nil where none was given.
  let audit: PlatformAudit?

  /// - Parameter audit: of the same platform and moment; its duties have what evidence shows.
  package init(
    _ platform: Platform, in registry: Registry, at moment: RegistryMoment,
    audit: PlatformAudit? = nil
  ) {
    self.registry = registry
    self.moment = moment
    self.audit = audit
    let move = moment.move(of: platform)
    let place = move.flatMap { registry.policy.place($0.to) }
    let recorded = move.map { platform.recorded(after: $0, at: moment.day) } ?? platform
    let tier = place.flatMap { registry.policy.tier(above: $0) }
    self.platform = recorded
    self.move = move
    self.place = place
    moves = platform.moves.filter { $0.date <= moment.day }
    coming = moment.coming(of: platform)
    let assessed =
      audit ?? PlatformAudit(of: platform, since: move, in: registry, today: moment.day, release: moment.release)
    duties = assessed.duties
    next = assessed.next
    moveDemands =
      if let tier, let place { registry.policy.demands(ofRisingTo: tier, from: place) } else { [] }
  }

  /// The addresses behind a move, each with what it is.
  func links(of move: Move) -> [(kind: String, uri: String)] {
    func all(_ kind: String, _ uris: [String]) -> [(kind: String, uri: String)] { uris.map { (kind, $0) } }
    return all("pull request", move.pullRequests.map { uri(of: $0, "pull") })
      + all("issue", move.issues.map { uri(of: $0, "issues") }) + all("mailing list", move.mailingList)
      + all("council", [move.council].compactMap { $0 })
      + all("announcement", [move.announcement].compactMap { $0 })
  }

  private func uri(of reference: IssueReference, _ kind: String) -> String {
    switch reference {
    case .url(let uri): uri
    case .number(let number):
      registry.policy.document.issueRepository.map { "https://github.com/\($0)/\(kind)/\(number)" } ?? "#\(number)"
    }
  }
}
