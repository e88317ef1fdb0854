import Diagnostics
import Policy

/// NEP 57: a platform of a tier meets all that the tier asks for, and a tier says what that is.
extension Rule {
  static let incompleteAddition = Rule(
    id: "incomplete-addition", family: .review, severity: .error,
    summary: "a platform enters the tiers, or a tier is added, without all that it needs",
    rationale: """
      A tier is a promise, kept by CI that runs and people who answer for it. A row that names neither promises in the \
      project's name and leaves the keeping to nobody. The same goes for a new tier: it has to say which CI it needs, \
      whether wheels are released, what blocks a release, and who is responsible.
      """,
    remedy: """
      Name the contacts in the row, and in its note the machines that run the tests, or link the workflow; in a \
      registry, give the platform `ci` and `contacts`. In a new tier's section, or its entry in `policy.yaml`, state all \
      four duties.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                                                    | Contacts     |
          |----------|----------------------------------------------------------|--------------|
          | Plan 9   |                                                          | Ada Lovelace |
          | Haiku    | [CI](https://github.com/haiku/ci/actions/) on every push | Ada Lovelace |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes      | Contacts     |
          |----------|------------|--------------|
          | Plan 9   |            | Ada Lovelace |
          | ↓Haiku    | Works well |              |
          """)),
      .change(
        from: .rst(
          """
          Tier 1
          ------

          - Must have regular CI.
          """),
        to: .rst(
          """
          Tier 1
          ------

          - Must have regular CI.

          ↓Tier 4
          ------

          - Must have CI once a week.
          - No wheels are released.
          """)),
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Plan 9   |       | Ada Lovelace |

          ↓Tier 4 platforms:

          | Platform | Notes      | Contacts     |
          |----------|------------|--------------|
          | Haiku    | Works well | Ada Lovelace |
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes {
      let missing = change.missing([.ci, .contacts])
      guard !missing.isEmpty, let tier = change.change.to?.tier else { continue }
      var finding = ReviewReport(
        "\(change.name.quoted) \(change.journey), without \(missing.map { words(for: $0.evidence, change) }.listed)",
        at: change.spot(in: context),
        help: missing.map { help(for: $0.evidence, change, tier, context.policy) }.joined(separator: "; "))
      finding.subject = change.name
      finding.replaces = ["missing-contact", "missing-ci"]
      finding.replacedRange = change.wholeRow
      report(finding)
    }
    for move in context.policyMoves where move.kind == .tierAdded { check(move, context, report) }
  }

  private static func words(for evidence: MoveDemand.Evidence, _ change: ReviewedChange) -> String {
    guard evidence == .ci, !change.absentWorkflows.isEmpty else { return evidence.words }
    let isOne = change.absentWorkflows.count == 1
    return
      "the \(isOne ? "file" : "files") \(change.absentWorkflows.map { $0.quoted }.listed) of its CI \(isOne ? "job" : "jobs")"
  }

  private static func help(
    for evidence: MoveDemand.Evidence, _ change: ReviewedChange, _ tier: Tier, _ policy: Policy
  ) -> String {
    guard evidence == .ci else { return "\(tier.duties.contacts.because): name who has agreed to it" }
    let because = tier.duties.ci?.because ?? policy.name
    return change.absentWorkflows.isEmpty
      ? "\(because): say in the note where it runs, as in 'Runs on regular runners'"
      : "\(because): add \(change.absentWorkflows.map { $0.quoted }.listed), or mend 'workflow' in the registry"
  }

  /// A tier that is new, by its section and by its entry in the policy's file.
  private static func check(_ move: ReviewedMove, _ context: ReviewContext, _ report: (ReviewReport) -> Void) {
    if let spot = move.head, let listing = context.head.tierListings.first(where: { context.head.spot(of: $0) == spot })
    {
      let stated = StatedDuties(of: listing, in: context.head.documents[listing.document])
      let action = "state each in a sentence of \(listing.hasHeading ? "the section" : "a section of its own")"
      tell(of: move, stated.lacking, at: spot, action, report)
    }
    if let spot = move.registryHead, let tier = context.policy.tiers.first(where: { $0.id == move.to }) {
      tell(
        of: move, tier.duties.lacking, at: spot,
        "add the keys 'ci', 'wheels', 'blocks-release' or 'contacts' that it lacks", report)
    }
  }

  private static func tell(
    of move: ReviewedMove, _ lacking: [String], at spot: Location, _ action: String,
    _ report: (ReviewReport) -> Void
  ) {
    guard !lacking.isEmpty else { return }
    var finding = ReviewReport(
      "the new tier \(move.subject.quoted) does not say \(lacking.listed)", at: spot,
      help: "a tier is a promise: CI, wheels, what blocks a release, and who is responsible; \(action)")
    finding.subject = move.subject
    report(finding)
  }
}

extension Duties {
  /// What a tier has to say and these duties do not, in words.
  fileprivate var lacking: [String] {
    var lacking: [String] = []
    if ci == nil { lacking.append("which CI it needs") }
    if wheels.kind == .unstated { lacking.append("whether wheels are released") }
    if blocking.causes.isEmpty { lacking.append("what blocks a release") }
    if contacts.minimum == 0, !contacts.isShared { lacking.append("who is responsible") }
    return lacking
  }
}
