import Diagnostics
import Documents
import Policy

/// NEP 57: a tier's contact is somebody who commits to take the responsibility.
extension Rule {
  static let unacknowledgedContact = Rule(
    id: "unacknowledged-contact", family: .review, severity: .warning,
    summary: "somebody is named as a contact, and nothing shows that they agreed to it",
    rationale: """
      To be a contact is a commitment for years, and nobody can make it for somebody else. A name that was put there by \
      another is no contact at all once CI breaks. That a row links an issue or a thread does not show it: it may be about \
      anything. They say so in the pull request, which the review is told, or a registry records it.
      """,
    remedy: """
      Ask them to say so in the pull request, and run the review with `--acknowledged "NAME=URL"` of what they said, or \
      give the commit a trailer `Acked-by: NAME <ADDRESS>`. A registry records it: `acknowledged: {date: …, url: …}` of \
      the contact.
      """,
    accepted: [
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
          contacts: [ada, {person: grace, acknowledged: {date: 2026-11-20, url: 'https://x.example/o/pull/7'}}]
          moves: [{date: 2026-02-09, to: tier-3}]
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
    ],
    check: .change(check))

  private static func check(_ context: ReviewContext, report: (ReviewReport) -> Void) {
    let slips = reportSlips(context, report)
    for change in context.changes where !change.contactRequirements.isEmpty {
      for name in change.newContacts where context.head.registry?.registry.lacks(name) ?? false {
        var finding = ReviewReport(
          "\(name.quoted) becomes a contact for \(change.name.quoted), and 'people.yaml' knows nobody of that name",
          at: place(of: name, change, context),
          help: "add the person to 'people.yaml', with name, handle and role, or correct the name")
        finding.subject = change.name
        report(finding)
      }
      let because = change.contactRequirements.first { $0.answer == .missing }?.because ?? ""
      let advice = Advice(for: change.change, in: context.head)
      for name in change.unacknowledged where !slips.contains(name) {
        var finding = ReviewReport(
          "\(name.quoted) becomes a contact for \(change.name.quoted), and nothing shows that they agreed",
          at: place(of: name, change, context), help: advice.help(because, advice.acknowledgement(of: name)))
        finding.subject = change.name
        report(finding)
      }
    }
  }

  /// A new name that is close to one of the base, or of people whom a registry knows, which `lint` cannot see where the
  /// change leaves no row with that name.
  ///
  /// - Returns: those names: whether somebody agreed is asked once it is known who.
  private static func reportSlips(_ context: ReviewContext, _ report: (ReviewReport) -> Void) -> Set<String> {
    var slips: Set<String> = []
    let former = context.base.documentListings.flatMap { $0.people }
    let registered = [context.base, context.head].flatMap { state in
      (state.registry?.registry.people.values.map { $0.name } ?? []).map { (key: $0.folded, name: $0) }
    }
    let known = Dictionary(keepingFirst: (former + registered).map { ($0.key, $0.name) })
    let names = known.sorted { $0.key < $1.key }
    for change in context.changes where change.change.to?.tier != nil {
      for name in change.newContacts {
        let own = NamedContact(LocatedText(name, at: .fileStart))
        guard known[own.key] == nil,
          let meant = names.first(where: { PersonLikeness.areClose(own.words, $0.key.split(separator: " ")) })
        else { continue }
        var finding = ReviewReport(
          "\(name.quoted) is close to \(meant.value.quoted)", at: place(of: name, change, context),
          help: "write \(meant.value.quoted) if it is the same person; if not, tell them apart by their handles")
        finding.subject = change.name
        finding.rule = .misspeltContact
        finding.replaces = [Rule.misspeltContact.id]
        report(finding)
        slips.insert(name)
      }
    }
    return slips
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
        let index = platform.contacts.firstIndex { registry.registry.name(of: $0.person) == name }
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
      : "\(ask), and review with '--acknowledged \"\(name)=URL\"' or a trailer 'Acked-by: \(name) <ADDRESS>' of the commit"
  }
}
