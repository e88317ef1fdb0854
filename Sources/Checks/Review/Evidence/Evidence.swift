import Diagnostics
import Documents
import Policy

/// What the head shows for one platform: its rows with their links, and its record in the registry.
struct Evidence {
  let change: PlatformChange
  let head: PolicyState
  /// Of the rows, and of the registry's note.
  private let links: [RowLinks.Found]
  private let notes: [String]

  /// - Parameter rowLinks: of the head's documents, in their order.
  init(of change: PlatformChange, in head: PolicyState, rowLinks: [RowLinks]) {
    self.change = change
    self.head = head
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
    self.links = links
    notes = change.heads.map(\.note)
  }

  /// The registry's record of the move, where it tells of the same place.
  private var move: Move? {
    change.registry?.head.flatMap { $0.place.id == change.to?.id ? $0.move : nil }
  }

  private var platform: Platform? { change.registry?.head?.platform }

  func answer(_ evidence: MoveDemand.Evidence) -> Requirement.Answer {
    switch evidence {
    case .mailingList: first(move?.mailingList.first, isOnMailingList)
    case .council: first(move?.council) { Self.names(["council", "steering"], $0) }
    case .announcement:
      first(move?.announcement ?? platform?.notices.compactMap(\.announced).last) { Self.names(["announce"], $0) }
    // What is reviewed is the pull request.
    case .pullRequest: .found("this change")
    case .acknowledgement: unacknowledged.isEmpty ? .found("acknowledged") : .missing
    case .ci: ci
    case .contacts: contacts
    case .release: (move?.release?.description ?? notes.lazy.compactMap(\.release).first).map { .found($0) } ?? .missing
    case .note: notes.first(where: \.mentionsWheels).map { .found($0) } ?? .missing
    case .unsupportedListing: change.to.map { .found($0.name) } ?? .missing
    }
  }

  private func first(_ recorded: String?, _ fits: (RowLinks.Found) -> Bool) -> Requirement.Answer {
    (recorded ?? links.first(where: fits)?.uri).map { .found($0) } ?? .missing
  }

  /// The new contacts of whom nothing says that they have agreed: no record in the registry, and no link of the row to
  /// where it was talked over.
  var unacknowledged: [String] {
    let names = change.parts.reduce(into: [String]()) { names, part in
      names += part.newContacts.filter { !names.contains($0) }
    }
    guard !names.isEmpty, !links.contains(where: { isOnMailingList($0) || $0.leadsToDiscussion }) else { return [] }
    let recorded = acknowledged
    return names.filter { !recorded.contains($0.folded) }
  }

  private var acknowledged: Set<String> {
    guard let registry = head.registry?.registry, let platform else { return [] }
    let contacts = platform.contacts.filter { $0.acknowledgement != .unknown || $0.confirmed != nil }
    return Set(contacts.map { (registry.people[$0.person]?.name ?? $0.person).folded })
  }

  private func isOnMailingList(_ link: RowLinks.Found) -> Bool {
    guard let list = head.policy.document.mailingList else {
      return link.uri.contains("/archives/list/") || link.uri.contains("/pipermail/")
    }
    // An archive may be moved; the list's name stays.
    let name = list.split(separator: "/").last.map(String.init) ?? list
    return link.uri.contains(name) && link.uri.utf8.count > list.utf8.count
  }

  private static func names(_ words: [String], _ link: RowLinks.Found) -> Bool {
    let text = (link.text + " " + link.uri).lowercased()
    return words.contains { text.contains($0) }
  }
}

// MARK: - What a tier asks for

extension Evidence {
  private func standing(_ duty: DutyFinding.Duty) -> DutyFinding? {
    guard let tier = change.to?.tier, let platform, let registry = head.registry?.registry else { return nil }
    return DutyAssessment(of: platform, in: tier, registry: registry).findings.first { $0.duty == duty }
  }

  private var ci: Requirement.Answer {
    guard change.to?.tier?.duties.ci != nil else { return .found("not asked for") }
    if let finding = standing(.ci), finding.standing == .met, hasWorkflow { return .found(finding.reason) }
    if let note = notes.first(where: \.mentionsCI) { return .found(note) }
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
    return platform.ci.filter { $0.shortcoming(for: duty) == nil }.map(\.workflow).reduce(into: []) { paths, path in
      if !paths.contains(path) { paths.append(path) }
    }
  }

  private var contacts: Requirement.Answer {
    guard let duty = change.to?.tier?.duties.contacts, duty.minimum > 0 else { return .found("not asked for") }
    if let finding = standing(.contacts), finding.standing != .unmet { return .found(finding.reason) }
    let people = change.heads.filter { $0.row != nil }.map(\.people).max { $0.count < $1.count } ?? []
    return people.count >= duty.minimum ? .found(people.map(\.name).joined(separator: ", ")) : .missing
  }
}

extension RowLinks.Found {
  /// An issue, a pull request, a thread.
  fileprivate var leadsToDiscussion: Bool {
    ["/issues/", "/pull/", "/discussions/", "/archives/list/"].contains { uri.contains($0) }
  }

  fileprivate var leadsToCI: Bool {
    [".github/workflows/", "/actions/"].contains { uri.contains($0) }
  }
}

extension String {
  /// `Runs on regular runners`, `tested in CI`, `.github/workflows/linux.yml`.
  fileprivate var mentionsCI: Bool {
    let words = lowercased().split { !$0.isLetter }
    return words.contains { ["ci", "runner", "runners", "workflow", "workflows", "buildbot"].contains($0) }
      || lowercased().contains("github actions")
  }

  fileprivate var mentionsWheels: Bool {
    lowercased().split { !$0.isLetter }.contains { $0 == "wheel" || $0 == "wheels" }
  }

  /// A version that the text names, such as `2.6.0` or `2.4.x`; those of Python are not the project's.
  fileprivate var release: String? {
    let words = split { $0.isWhitespace || ",;:()<>=".contains($0) }
    for (index, word) in words.enumerated() {
      let parts = word.drop { $0 == "v" }.split(separator: ".")
      guard parts.count >= 2, parts.allSatisfy({ $0 == "x" || $0.allSatisfy(\.isNumber) }), parts[0] != "x" else {
        continue
      }
      let previous = index > 0 ? words[index - 1].lowercased() : ""
      if !previous.hasSuffix("python") { return parts.joined(separator: ".") }
    }
    return nil
  }
}
