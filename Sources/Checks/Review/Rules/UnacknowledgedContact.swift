import Diagnostics
import Documents
import Policy

/// NEP 57: a tier's contact is somebody who commits to take the responsibility.
enum UnacknowledgedContact: ReviewRule {
  static let description = RuleDescription(
    id: "unacknowledged-contact", family: .review, severity: .warning,
    summary: "somebody is named as a contact, and nothing shows that they agreed to it",
    rationale: """
      To be a contact is a commitment for years, and nobody can make it for somebody else. A name that was put there by \
      another is no contact at all once CI breaks. An issue, a pull request or a thread that the row links is where they \
      can have said so; a registry records it.
      """,
    remedy: """
      Ask them to say so in the pull request, and link where they did in the row's note, or record it in the registry: \
      `acknowledged: {date: …, url: …}` of the contact.
      """,
    accepted: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes                                                   | Contacts     |
          |----------|---------------------------------------------------------|--------------|
          | Haiku    | Hosted CI, [gh-7](https://github.com/numpy/numpy/pull/7) | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes                                                   | Contacts                   |
          |----------|---------------------------------------------------------|----------------------------|
          | Haiku    | Hosted CI, [gh-7](https://github.com/numpy/numpy/pull/7) | Ada Lovelace, Grace Hopper |
          """))
    ],
    flagged: [
      .change(
        from: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts     |
          |----------|-------|--------------|
          | Haiku    |       | Ada Lovelace |
          """),
        to: .markdown(
          """
          ## Tier 3

          | Platform | Notes | Contacts                   |
          |----------|-------|----------------------------|
          | Haiku    |       | Ada Lovelace, ↓Grace Hopper |
          """)),
      .change(
        from: .files(
          """
          --- people.yaml
          ada: {name: Ada Lovelace, role: maintainer}
          grace: {name: Grace Hopper, role: maintainer}
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          contacts: [ada]
          moves: [{date: 2026-02-09, to: tier-3}]
          """),
        to: .files(
          """
          --- people.yaml
          ada: {name: Ada Lovelace, role: maintainer}
          grace: {name: Grace Hopper, role: maintainer}
          --- platforms/haiku.yaml
          name: Haiku
          target: {os: haiku, arch: x86-64, interpreter: cpython}
          contacts: [ada, ↓grace]
          moves: [{date: 2026-02-09, to: tier-3}]
          """)),
    ])

  static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    for change in context.changes where !change.unacknowledged.isEmpty {
      let because = change.contactRequirements.first { $0.answer == .missing }?.because ?? ""
      let advice = Advice(for: change.change, in: context.head)
      for name in change.unacknowledged {
        var finding = ReviewReport(
          "\(name.quoted) becomes a contact for \(change.name.quoted), and nothing shows that they agreed",
          at: place(of: name, change, context), help: advice.help(because, advice.acknowledgement(of: name)))
        finding.subject = change.name
        report(finding)
      }
    }
  }

  /// The name in the row, or the contact in the platform's file.
  private static func place(of name: String, _ change: ReviewedChange, _ context: ReviewContext) -> Location {
    for listing in change.change.heads {
      switch listing.source {
      case .row(let row):
        guard let contact = row.contacts.first(where: { $0.text == name }) else { continue }
        return Location(file: listing.location.file, range: contact.range)
      case .platform(let platform, _):
        guard let registry = context.head.registry, let places = registry.places[platform.id] else { continue }
        let people = registry.registry.people
        let index = platform.contacts.firstIndex { (people[$0.person]?.name ?? $0.person) == name }
        guard let index else { continue }
        let range = places["contacts", .element(index)]
        return Location(file: places.file.path, range: range)
      }
    }
    return change.spot(in: context)
  }
}

extension Advice {
  fileprivate func acknowledgement(of name: String) -> String {
    let ask = "ask \(name.quoted) to say so in the pull request"
    return format == nil
      ? "\(ask) and record it: 'acknowledged: {date: YYYY-MM-DD, url: \"https://…\"}'"
      : "\(ask) and link it in the note"
  }
}
