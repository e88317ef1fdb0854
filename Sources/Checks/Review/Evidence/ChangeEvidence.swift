import Diagnostics
import Documents
import Policy

/// What a change shows for one platform: the links and words that it adds to its rows, and the platform's record in the
/// registry.
struct ChangeEvidence {
  let change: PlatformChange
  let head: PolicyState
  /// By which the change is judged.
  private let policy: Policy
  /// Who agreed to be listed, as the review was told: the source by the folded name.
  let acknowledged: [String: String]
  /// The links that the rows, and the registry's note, have now.
  private let allLinks: [RowLinks.Found]
  /// Those of them that stood nowhere before.
  private let links: [RowLinks.Found]
  /// The notes now.
  private let notes: [String]
  /// What the notes say now and did not say before.
  private let newClauses: [String]
  private let known: KnownLinks
  /// On which services are open or closed.
  private let today: CalendarDate

  /// - Parameters:
  ///   - rowLinks: of the head's documents, in their order.
  ///   - known: the links of the base.
  init(
    of change: PlatformChange, in head: PolicyState, policy: Policy, rowLinks: [RowLinks], known: KnownLinks,
    acknowledged: [String: String], today: CalendarDate
  ) {
    self.change = change
    self.head = head
    self.policy = policy
    self.known = known
    self.acknowledged = acknowledged
    self.today = today
    var links: [RowLinks.Found] = []
    for listing in change.heads {
      switch listing.source {
      case .row(let row):
        let index = head.document(of: listing)
        if let index, rowLinks.indices.contains(index) { links += rowLinks[index].links(in: row.range) }
      case .platform(let platform, let move):
        for element in MarkdownInline.parse(platform.notes(after: move)) {
          if case .link(let text, let uri) = element { links.append(RowLinks.Found(uri: uri, text: text)) }
        }
      }
    }
    allLinks = links
    self.links = links.filter { !known.contains($0.uri) }
    notes = change.heads.map { $0.note }
    let before = Set(change.parts.compactMap { $0.base }.flatMap { $0.note.clauses.map { $0.folded } })
    newClauses = notes.flatMap { $0.clauses }.filter { !before.contains($0.folded) }.map(String.init)
  }

  /// The registry's record of the move, where it tells of the same place.
  private var move: Move? {
    change.registry?.head.flatMap { $0.place.id == change.to?.id ? $0.move : nil }
  }

  private var places: DecisionPlaces { DecisionPlaces(policy.document) }

  private var platform: Platform? { change.registry?.head?.platform }

  func answer(_ evidence: MoveDemand.Evidence) -> Requirement.Answer {
    switch evidence {
    case .mailingList: first(move?.mailingList ?? [], places.isOnMailingList) { _ in true }
    case .council:
      first([move?.council].compactMap { $0 }, places.holdsDecision) { says(["council", "steering"], $0) }
    case .announcement: announcement
    // What is reviewed is the pull request.
    case .pullRequest: .found("this change")
    case .acknowledgement: acknowledgement
    case .ci: ci
    case .contacts: contacts
    case .release: release.map { .found($0) } ?? .missing
    case .note: newClauses.first(where: { $0.saysThatWheelsEnd }).map { .found($0) } ?? .missing
    case .unsupportedListing: change.to.map { .found($0.name) } ?? .missing
    }
  }

  /// What the registry records of the move itself, else a link that the change adds to the row.
  ///
  /// - Parameter isThere: whether an address is one where the policy has such decisions.
  private func first(
    _ recorded: [String], _ isThere: (String) -> Bool, where fits: (RowLinks.Found) -> Bool
  ) -> Requirement.Answer {
    let own = (isRecordedBefore ? recorded : recorded.filter { !known.contains($0) }).filter(isThere)
    return (own.first ?? links.first { isThere($0.uri) && fits($0) }?.uri).map { .found($0) } ?? .missing
  }

  /// Whether a link is called by one of some words, and neither its text nor the clause that it stands in says that it has
  /// not come to it.
  private func says(_ words: [String], _ link: RowLinks.Found) -> Bool {
    guard Self.names(words, link) else { return false }
    let clauses = notes.flatMap { $0.clauses }.filter { $0.folded.holds(link.text.folded) }
    return !link.text.deniesDecision && !clauses.contains { String($0).deniesDecision }
  }

  /// Whether the registry had the move already, and documents follow it now.
  private var isRecordedBefore: Bool {
    guard let move, let base = change.registry?.base?.platform else { return false }
    return base.moves.contains { $0.date == move.date && $0.to == move.to }
  }

  /// That support will end is said ahead of the move: a notice of the registry, or a link that the row had, counts too.
  private var announcement: Requirement.Answer {
    let recorded = [move?.announcement].compactMap { $0 } + (platform?.notices.compactMap { $0.announced } ?? [])
    if let uri = recorded.last { return .found(uri) }
    return allLinks.first { says(["announce"], $0) }.map { .found($0.uri) } ?? .missing
  }

  /// The registry's, else the one that a sentence on the end of the wheels names.
  private var release: String? {
    move?.release?.description ?? newClauses.lazy.filter { $0.saysThatWheelsEnd }.compactMap { $0.release }.first
  }

  private var acknowledgement: Requirement.Answer {
    let missing = unacknowledged
    guard missing.isEmpty else { return .missing }
    return .found(
      newContacts.compactMap(source).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: ", "))
  }

  var newContacts: [String] {
    change.parts.reduce(into: []) { names, part in names += part.newContacts.filter { !names.contains($0) } }
  }

  /// The new contacts of whom nothing says that they have agreed: neither the registry nor what the review was told. That
  /// a row links an issue or a thread shows nothing: it may be about anything.
  var unacknowledged: [String] { newContacts.filter { source(of: $0) == nil } }

  /// Where somebody's agreement stands.
  private func source(of name: String) -> String? {
    let key = LocatedText(name, at: .fileStart).personKey
    if let source = acknowledged[key] { return source }
    guard let registry = head.registry?.registry, let platform else { return nil }
    let contact = platform.contacts.first { contact in
      let person = registry.people[contact.person]?.name ?? contact.person
      return LocatedText(person, at: .fileStart).personKey == key
    }
    if let acknowledged = contact?.acknowledgement.value {
      return acknowledged.url ?? "acknowledged on \(acknowledged.date)"
    }
    return contact?.confirmed.map { "confirmed on \($0)" }
  }

  private static func names(_ words: [String], _ link: RowLinks.Found) -> Bool {
    let text = (link.text + " " + link.uri).lowercased()
    return words.contains(where: text.holds)
  }
}

// MARK: - What a tier asks for

extension ChangeEvidence {
  private func verdict(on duty: Verdict.Duty) -> Verdict? {
    guard let tier = change.to?.tier, let platform, let registry = head.registry?.registry else { return nil }
    return Assessor(of: platform, in: tier, registry: registry, today: today).verdict(on: duty)
  }

  private var ci: Requirement.Answer {
    guard change.to?.tier?.duties.ci != nil else { return .found("not asked for") }
    if let verdict = verdict(on: .ci), verdict.isClaimed, hasWorkflow { return .found(verdict.reason) }
    if let clause = notes.flatMap({ $0.clauses }).map(String.init).first(where: { $0.claimsCI }) {
      return .found(clause)
    }
    return links.first { $0.leadsToCI }.map { .found($0.uri) } ?? .missing
  }

  /// Whether a job of the registry is one of a workflow that is there; one of another repository or service may be.
  private var hasWorkflow: Bool {
    guard let workflows = head.workflows, let platform else { return true }
    return platform.ci.contains { job in
      job.repository != nil || !job.workflow.hasPrefix(".github/workflows/") || workflows.contains(job.workflow)
    }
  }

  /// The paths of the workflows whose jobs the tier would accept, were they there; none where CI is not asked for.
  var absentWorkflows: [String] {
    guard let duty = change.to?.tier?.duties.ci, let platform, !hasWorkflow else { return [] }
    return platform.ci.filter { $0.shortcoming(for: duty, on: today) == nil }.map({ $0.workflow }).reduce(into: []) {
      paths, path in
      if !paths.contains(path) { paths.append(path) }
    }
  }

  private var contacts: Requirement.Answer {
    guard let duty = change.to?.tier?.duties.contacts, duty.minimum > 0 else { return .found("not asked for") }
    if let verdict = verdict(on: .contacts), verdict.status != .broken { return .found(verdict.reason) }
    let rows = change.heads.filter { $0.row != nil }.map { listing in
      listing.people.filter { policy.mayBePerson(LocatedText($0.name, at: .fileStart)) }
    }
    let people = rows.max { $0.count < $1.count } ?? []
    return people.count >= duty.minimum ? .found(people.map { $0.name }.joined(separator: ", ")) : .missing
  }
}

extension RowLinks.Found {
  fileprivate var leadsToCI: Bool {
    [".github/workflows/", "/actions/"].contains(where: uri.holds)
  }
}

extension String {
  /// A version that the text names, such as `2.6.0` or `2.4.x`; those of Python are not the project's.
  fileprivate var release: String? {
    let words = split { $0.isWhitespace || ",;:()<>=".contains($0) }
    for (index, word) in words.enumerated() {
      let parts = word.drop { $0 == "v" }.split(separator: ".")
      guard parts.count >= 2, parts.allSatisfy({ $0 == "x" || $0.allSatisfy({ $0.isNumber }) }), parts[0] != "x" else {
        continue
      }
      let previous = index > 0 ? words[index - 1].lowercased() : ""
      if !previous.hasSuffix("python") { return parts.joined(separator: ".") }
    }
    return nil
  }
}
