import Checks
import Diagnostics
import Evidence
package import Policy
package import Rendering

/// The documentation pages of a registry: an index that answers a user, a page for each place and each platform, how the
/// tiers work, what is due, and the contacts; with evidence also what an audit found, and the releases.
package struct RegistryPages: Sendable {
  let registry: Registry
  /// What decides which moves are in force. Pages of the present name no day, so that they do not change with the clock.
  let moment: RegistryMoment
  /// Nil for pages of what the registry records alone.
  let audit: PagesAudit?
  /// Where the registry is from.
  let source: RegistrySource
  /// The platforms that stand somewhere, by place and then by name.
  let reports: [PlatformReport]
  let span: TimelineSpan
  /// The last day that anything is known of: what was asked for, else that of the evidence or of the registry's last
  /// commit, and never before the last move that is in force.
  let asOf: CalendarDate?
  private let ranks: [String: Int]
  /// Of platforms whose names are not enough to tell them apart.
  private let names: [String: String]

  /// - Parameters:
  ///   - audit: of the same registry and moment.
  package init(
    _ registry: Registry, at moment: RegistryMoment, audit: PagesAudit? = nil,
    source: RegistrySource = RegistrySource()
  ) {
    self.registry = registry
    self.moment = moment
    self.audit = audit
    self.source = source
    let ranks = Dictionary(
      zip(registry.policy.places.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    self.ranks = ranks
    let audits = audit?.platforms ?? [:]
    reports = registry.platforms.map { PlatformReport($0, in: registry, at: moment, audit: audits[$0.id]) }
      .filter { $0.place != nil }
      .sorted { left, right in
        let (first, second) = (ranks[left.move?.to ?? ""] ?? .max, ranks[right.move?.to ?? ""] ?? .max)
        return first != second ? first < second : left.platform.comesBefore(right.platform)
      }
    names = PlatformNames.distinct(reports.map(\.platform))
    let moves = reports.flatMap(\.movesInForce)
    let known = [audit?.day, source.day, moves.map(\.date).max()].compactMap { $0 }.max()
    asOf = moment.asked ?? known
    span = TimelineSpan(of: moves, until: asOf)
  }

  /// Index first.
  package var pages: [Page] {
    let places = registry.policy.places.map { PlacePage($0, of: self).page }
    let platforms = reports.map { PlatformPage($0, of: self).page }
    let others =
      places + platforms + [PolicyPage(of: self).page] + evidence + [
        DuePage(of: self).page, ContactsPage(of: self).page,
      ]
      + rules
    return [IndexPage(of: self).page(above: others.map(\.path))] + others
  }

  /// What evidence gives besides what stands on the other pages.
  private var evidence: [Page] {
    guard let audit else { return [] }
    let releases = audit.showsReleases ? audit.history.map { ReleasesPage(of: $0, on: self).page } : nil
    return [AuditPage(of: audit, on: self).page] + (releases.map { [$0] } ?? [])
  }

  private var rules: [Page] { audit.map { FindingsTable($0.findings, of: $0).rules } ?? [] }

  package var frame: PageFrame {
    let places = registry.policy.places.map { PageFrame.Entry($0.standing, path(of: $0)) }
    let evidence = evidence.map { PageFrame.Entry($0.title.text, $0.path) }
    var frame = PageFrame(
      title: title,
      navigation: [PageFrame.Entry("Overview", Self.index)] + places
        + [PageFrame.Entry("Policy", Self.policyPage)] + evidence
        + [PageFrame.Entry("Due", Self.due), PageFrame.Entry("Contacts", Self.contacts)],
      data: PlatformsFile.name)
    frame.address = source.address
    frame.feeds = [
      PageFrame.Feed("Moves between tiers", type: "application/atom+xml", MovesFeed.file),
      PageFrame.Feed("What falls due", type: "text/calendar", DuePage.file),
    ]
    return frame
  }

  static let index = PagePath("index")
  static let contacts = PagePath("contacts")
  static let policyPage = PagePath("policy")
  static let due = PagePath("due")
  static let auditPage = PagePath("audit")
  static let releases = PagePath("releases")
  /// The pages that a set has only with evidence.
  static let ofEvidence = [auditPage, releases]

  /// The project whose platforms these are, as people write it; nil where nothing says.
  var project: String? {
    let repository = registry.policy.document.issueRepository?.split(separator: "/").last.map(String.init)
    return registry.policy.project ?? audit?.audit.evidence.index?.project ?? repository
  }

  /// Of the set.
  var title: String {
    project.map { "\($0) platform support" } ?? "Platform support (\(registry.policy.name))"
  }

  func path(of place: Place) -> PagePath { PagePath("tiers", id: place.id) }

  func path(of platform: Platform) -> PagePath { PagePath("platforms", id: platform.id) }

  func reports(in place: Place) -> [PlatformReport] { reports.filter { $0.move?.to == place.id } }

  func tone(of place: Place) -> PageTone { place.tier == nil ? .unsupported : .tier(ranks[place.id] ?? 0) }

  /// Where a platform stands, which leads to the place's page.
  func label(of place: Place) -> PageText { .label(place.standing, tone(of: place), page: path(of: place)) }

  /// The platform's name, with what tells it from others of that name.
  func title(of platform: Platform) -> String { names[platform.id] ?? platform.name }

  /// Whether its name has its note in it.
  func isNamedByNote(_ platform: Platform) -> Bool {
    names[platform.id].map { $0 != "\(platform.name) (\(platform.id))" } ?? false
  }

  /// The platform's name, which leads to its page.
  func link(to platform: Platform) -> PageText { .label(title(of: platform), page: path(of: platform)) }

  /// The platform's name, which leads to its page where it has one.
  func name(of platform: Platform) -> PageText {
    reports.contains { $0.platform.id == platform.id } ? link(to: platform) : PageText(platform.name)
  }

  /// The word that leads to what evidence shows.
  var auditLink: PageText { .label("audit", page: Self.auditPage) }

  /// The names of people, which lead to where they can be reached.
  func names(of contacts: [Contact]) -> PageText {
    contacts.map { name(of: $0.person) }.joined(separator: ", ")
  }

  /// Handles are names on GitHub where the policy's issues are there.
  func name(of person: String) -> PageText {
    let name = registry.name(of: person)
    if let handle = registry.people[person]?.handle.value, registry.policy.document.issueRepository != nil {
      return PageText(name, uri: "https://github.com/\(handle)")
    }
    return .label(name, page: Self.contacts)
  }

  /// The file of a job's workflow, at the commit that was looked at where that is known.
  func link(to job: CIJob) -> PageText {
    let repository = job.repository ?? registry.policy.document.issueRepository
    let words = job.repository.map { "\($0): \(job.workflow)" } ?? job.workflow
    guard let repository, WorkflowLocation.isRepository(repository[...]) else { return .code(words) }
    let commit = source.commits[repository] ?? "HEAD"
    return PageText(words, uri: CommittedFolder.address(repository, commit, job.workflow))
  }

  /// A sentence for pages that were asked for a day or a release; nothing for the present.
  var momentSentence: PageText { moment.words.map { " Places are those \($0)." } ?? "" }
}

/// Names that tell platforms apart where a policy has several of one name.
enum PlatformNames {
  /// By the platform's id; only those that need more than their name.
  static func distinct(_ platforms: [Platform]) -> [String: String] {
    let groups = Dictionary(grouping: platforms, by: \.name)
    var names: [String: String] = [:]
    for (name, group) in groups where group.count > 1 {
      let notes = group.map { CellContent(markdown: $0.notes).text }
      let isEnough = Set(notes).count == notes.count && !notes.contains("")
      for (platform, note) in zip(group, notes) { names[platform.id] = "\(name) (\(isEnough ? note : platform.id))" }
    }
    return names
  }
}

extension PlatformReport {
  /// The moves that hold for the day, and for the release where one is asked for, oldest first.
  var movesInForce: [Move] {
    moves.filter { move in moment.release.map { asked in move.release.map(asked.isCovered) ?? true } ?? true }
  }
}
