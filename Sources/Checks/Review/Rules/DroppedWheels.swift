import Diagnostics
import Policy

/// NEP 57, "Backward compatibility": without a wheel pip builds from source, so wheels are dropped with great reluctance.
extension Rule {
  static let droppedWheels = Rule(
    id: "dropped-wheels", family: .review, severity: .error,
    summary: "a platform leaves the tiers with wheels without the first release that has none, or a note about it",
    rationale: """
      A demotion breaks nobody's installation, unless wheels stop: then `pip install` tries to build from source, and \
      fails on most machines. Who pins a version has to know from which release on, and the page is where they look. A \
      tier holds for each release line, so without that release nobody can tell which wheels are in order.
      """,
    remedy: """
      Say in the note from which release on there are no wheels; in a registry, give the move its `release`. Link the \
      discussion on the mailing list.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                            | Contacts     |
          |----------|----------------------------------|--------------|
          | Haiku    | No wheels from 2.6.0 on, [why][] | Ada Lovelace |

          [why]: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 1

          | Platform | Notes |
          |----------|-------|
          | Haiku    |       |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                  | Contacts     |
          |----------|------------------------|--------------|
          | ↓Haiku    | Needs more RAM, [why][] | Ada Lovelace |

          [why]: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
          """)),
      .change(
        from: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          moves: [{date: 2026-02-09, to: tier-1}]
          """),
        to: .files(
          """
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          notes: Its wheels were too large
          moves:
            - {date: 2026-02-09, to: tier-1}
            - {date: 2026-06-16, to: ↓tier-3}
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where change.change.to != nil {
      // A link that the move itself asks for is asked for once.
      let asked = Set(change.missing([.mailingList]).map { $0.evidence })
      let missing = change.wheelRequirements.filter { $0.answer == .missing && !asked.contains($0.evidence) }
      guard let first = missing.first else { continue }
      let advice = Advice(for: change.change, in: context.head)
      let kinds = Set(missing.map { $0.evidence })
      let actions = [
        kinds.isDisjoint(with: [.release, .note]) ? nil : advice.release(kinds),
        kinds.contains(.mailingList) ? advice.mailingList : nil,
      ].compactMap { $0 }
      var finding = ReviewReport(
        "\(change.name.quoted) loses its wheels, without \(missing.map { $0.evidence.words }.listed)",
        at: change.spot(in: context), help: advice.help(first.because, actions.joined(separator: "; ")))
      finding.subject = change.name
      report(finding)
    }
  }
}
