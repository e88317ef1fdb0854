import Diagnostics
import Documents
import Policy

/// A document and the registry are one policy: what the one says that happened, the other says too.
enum OneSidedMove: ReviewRule {
  static let description = RuleDescription(
    id: "one-sided-move", family: .review, severity: .error,
    summary: "a platform moves in the document and not in the registry, or the other way round",
    rationale: """
      Pages are made from the registry and people read the document. A change that moves a platform in one of them only \
      leaves two answers to what is promised, and whoever comes next cannot tell which one was decided. A document that \
      catches up with its registry is in order.
      """,
    remedy: "Make the same move in both: `platform-tiers generate` writes the registry's into the document.",
    accepted: [
      .change(
        from: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}, {date: 2026-05-28, to: formerly-supported}]
          --- platforms.md
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}, {date: 2026-05-28, to: formerly-supported}]
          --- platforms.md
          ## Unsupported platforms

          Previously in a supported tier:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """))
    ],
    flagged: [
      .change(
        from: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}]
          --- platforms.md
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}]
          --- platforms.md
          ## Tier 3

          | Platform | Notes           | Contacts     |
          |----------|-----------------|--------------|
          | ↓Haiku    | Runs on runners | Ada Lovelace |
          """)),
      .change(
        from: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}]
          --- platforms.md
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: known-interest}, {date: 2026-05-28, to: ↓formerly-supported}]
          --- platforms.md
          ## Unsupported platforms

          Known interest:

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """)),
    ])

  static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    guard let registry = context.head.registry?.registry, context.base.registry != nil,
      context.base.documents.contains(where: { !$0.located.listings.isEmpty }),
      context.head.documents.contains(where: { !$0.located.listings.isEmpty })
    else { return }
    for change in context.changes {
      let listed = change.change.documents.first
      let recorded = change.change.registry
      guard listed?.changesPlace ?? false || recorded?.changesPlace ?? false else { continue }
      let standing = recorded?.head?.platform.flatMap { registry.place(of: $0, at: context.today) }
      guard standing?.id != listed?.to?.id else { continue }
      report(finding(change, inDocument: listed?.changesPlace ?? false, standing, context))
    }
  }

  private static func finding(
    _ change: ReviewedChange, inDocument: Bool, _ standing: Place?, _ context: ReviewContext
  ) -> ReviewReport {
    let part = inDocument ? change.change.documents.first : change.change.registry
    let spot = part?.head?.location ?? change.spot(in: context)
    let journey = part.map { ReviewedChange.journey(from: $0.from, to: $0.to) } ?? ""
    let (here, there) = inDocument ? ("the document", "the registry") : ("the registry", "the document")
    let elsewhere = inDocument ? standing : change.change.documents.first?.to
    let other = elsewhere.map { "\(there) has it under \($0.name.quoted)" } ?? "\(there) does not have it"
    var finding = ReviewReport(
      "\(change.name.quoted) \(journey) in \(here), and \(other)", at: spot,
      help: inDocument
        ? "add the same move to its file in the registry, or take it out of the document"
        : "run 'platform-tiers generate', or take the move out of the registry")
    finding.subject = change.name
    finding.replaces = ["tier-disagrees", "unlisted-platform", "unregistered-platform"]
    finding.replacedRange = (change.change.documents.first?.head ?? part?.head)?.row?.range
    return finding
  }
}
