import Diagnostics
import Documents
import Policy

/// NEP 57: what a tier promises is what its definition says.
extension Rule {
  static let weakenedPolicy = Rule(
    id: "weakened-policy", family: .review, severity: .warning,
    summary: "a duty is taken out of a tier's definition, or the policy asks less of moves",
    rationale: """
      A tier that asks for less promises less to the users of all its platforms at once, though no platform moves. That \
      may be what is wanted, and then it is a decision about the policy, not a slip while editing. In a document a duty \
      counts as taken out when the tier's section no longer speaks of it; the same duty in other words is the same. That \
      a tier releases no more wheels is an error: all its platforms lose them.
      """,
    remedy: "Restore the duty, or have the change of the policy decided as such and say so in the pull request.",
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          - Must have regular CI.
          - CI failures block releases.
          """),
        to: .markdown(
          """
          ## Tier 3

          - Releases are blocked by failures of CI.
          - Is part of the regular CI for the main branch.
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          - Must have regular CI.
          - CI failures block releases.
          """),
        to: .markdown(
          """
          ## ↓Tier 3

          - Must have regular CI.
          - CI failures do not block releases.
          """)),
      .change(
        from: .files(
          """
          --- policy.yaml
          id: moon
          name: Moon
          tiers:
            - {id: tier-1, name: Tier 1, columns: [Platform], ci: github}
            - {id: tier-2, name: Tier 2, columns: [Platform, Contacts], ci: github, contacts: 2}
          """),
        to: .files(
          """
          --- policy.yaml
          id: moon
          name: Moon
          tiers:
            - {id: tier-1, name: Tier 1, columns: [Platform], ci: github}
            - {id: ↓tier-2, name: Tier 2, columns: [Platform, Contacts], ci: [github, self-hosted], contacts: 1}
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for move in context.policyMoves where move.kind == .dutyRemoved {
      guard let spot = move.head ?? move.registryHead ?? heading(of: move, in: context.head) else { continue }
      let changes = move.details.changes
      let losers = changes.contains(StatedDuties.Duty.wheels.words) ? platforms(of: move, in: context.base) : []
      let loss =
        losers.isEmpty
        ? "" : "; \(losers.count) platform\(losers.count == 1 ? "" : "s") would lose them: \(losers.listed)"
      var finding = ReviewReport(
        "\(move.subject.quoted) promises less than before: \(changes.joined(separator: "; "))\(loss)", at: spot,
        help:
          "this changes what all its platforms are promised; restore it, or say in the pull request where it was decided"
      )
      finding.subject = move.subject
      if !losers.isEmpty { finding.severity = .error }
      report(finding)
    }
  }

  /// Where a document has the tier, of a policy whose file nobody has read with its places.
  private static func heading(of move: ReviewedMove, in head: PolicyState) -> Location? {
    let headings = head.documents.lazy.compactMap { document in
      document.located.listings.first { $0.place.id == move.to }.map {
        Location(file: document.file.path, range: $0.heading.titleRange)
      }
    }
    return headings.first ?? head.documents.first.map { Location(file: $0.file.path, range: .fileStart) }
  }

  /// The names of those that the base lists in the tier of a move, each once.
  private static func platforms(of move: ReviewedMove, in base: PolicyState) -> [String] {
    let listings = base.documents.isEmpty ? base.registryListings : base.documentListings
    return listings.filter { $0.place.id == move.from }.map { $0.name }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
