import Diagnostics
import Documents
import Policy

/// NEP 57: a note tells more of a platform; what it is promised, its tier says.
extension Rule {
  static let doubtfulNote = Rule(
    id: "doubtful-note", family: .review, severity: .error,
    summary: "a note that a change adds may take back what the platform's tier promises",
    rationale: """
      'Wheels for Python 3.12 and later only' or 'unmaintained, best effort' leaves the row in its tier and makes the \
      promise smaller, for one platform and without a move that anybody would have to decide. What such words mean, only \
      people can tell: somebody has to look. What plainly says the contrary of the tier is a `contradicting-note`.
      """,
    remedy: """
      Say it so that nobody can take it for less than the tier promises, or move the platform to the tier that fits. If it \
      is meant and in order, say so above the table: `platform-tiers: ignore doubtful-note -- REASON`.
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
          ## Tier 1

          | Platform | Notes                    |
          |----------|--------------------------|
          | Haiku    | Built with GCC on x86-64 |
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
          ## Tier 1

          | Platform | Notes                     |
          |----------|---------------------------|
          | Haiku    | ↓Wheels for Python 3.15 only |
          """)),
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes          | Contacts     |
          |----------|----------------|--------------|
          | Haiku    | Runs on our CI | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                       | Contacts     |
          |----------|-----------------------------|--------------|
          | Haiku    | ↓Runs on our CI, best effort | Ada Lovelace |
          """)),
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes {
      for part in change.change.parts {
        guard let head = part.head, let duties = head.place.tier?.duties else { continue }
        if head.name.takesBack, part.base?.name.takesBack != true {
          report(doubtful(head.name, "the name", at: head.location, change, head))
          break
        }
        if let contact = part.newlyLimitedContact {
          report(doubtful(contact, "a contact", at: head.location, change, head))
          break
        }
        guard NoteClaim.contradictions(of: duties, in: head.note).isEmpty else { continue }
        let others = context.policy.tiers.filter { $0.id != head.place.id && $0.id != part.from?.id }.map {
          $0.name.folded
        }
        let known = Set((part.base?.note ?? "").clauses.map { $0.folded })
        let doubtful = head.note.clauses.first { clause in
          let (text, folded) = (String(clause), clause.folded)
          guard !known.contains(folded), !text.isPlanned else { return false }
          if others.contains(where: { " \(folded) ".holds(" \($0) ") }) { return true }
          return text.takesBack && (duties.wheels.kind == .released || !text.speaksOfWheels)
        }
        guard let doubtful else { continue }
        let place = Location(file: head.location.file, range: head.row?.notes?.range ?? head.location.range)
        report(self.doubtful(doubtful.words.spaced, "the note", at: place, change, head))
        break
      }
    }
  }

  private static func doubtful(
    _ text: String, _ what: String, at place: Location, _ change: ReviewedChange, _ head: Listing
  ) -> ReviewReport {
    var finding = ReviewReport(
      "\(what) of \(change.name.quoted) says \(text.quoted) now, which may take back what \(head.place.name.quoted) promises",
      at: place,
      help: "say it so that it is no less than the tier promises, or move the platform to the tier that fits; if it is "
        + "in order, write 'platform-tiers: ignore doubtful-note -- REASON' as a comment above the table")
    finding.subject = change.name
    return finding
  }
}

extension ListingChange {
  /// A contact who stays and of whom brackets say less than before: `Ada Lovelace (stepped down)`.
  fileprivate var newlyLimitedContact: String? {
    let known = Set(base?.contacts ?? [])
    return head?.contacts?.first { contact in
      !known.contains(contact) && contact.drop { !"(<[".contains($0) }.takesBack
    }
  }
}
