import Diagnostics
package import Policy
package import Rendering

/// The documentation pages of a registry: an index, a page for each place and each platform, and the contacts; with
/// evidence also what an audit found, and the releases.
package struct RegistryPages: Sendable {
  let registry: Registry
  /// What decides which moves are in force. Pages of the present name no day, so that they do not change with the clock.
  let moment: RegistryMoment
  /// Nil for pages of what the registry records alone.
  let audit: PagesAudit?
  /// The platforms that stand somewhere, by place and then by name.
  let reports: [PlatformReport]
  let span: TimelineSpan
  private let ranks: [String: Int]

  /// - Parameters:
  ///   - audit: of the same registry and moment.
  package init(_ registry: Registry, at moment: RegistryMoment, audit: PagesAudit? = nil) {
    self.registry = registry
    self.moment = moment
    self.audit = audit
    let ranks = Dictionary(keepingFirst: zip(registry.policy.places.map { $0.id }, 0...))
    self.ranks = ranks
    let audits = audit?.platforms ?? [:]
    reports = registry.platforms.map { PlatformReport($0, in: registry, at: moment, audit: audits[$0.id]) }
      .filter { $0.place != nil }
      .sorted { left, right in
        let (first, second) = (ranks[left.move?.to ?? ""] ?? .max, ranks[right.move?.to ?? ""] ?? .max)
        return first != second ? first < second : left.platform.comesBefore(right.platform)
      }
    span = TimelineSpan(of: reports.flatMap { $0.moves }, until: moment.asked)
  }

  /// Index first.
  package var pages: [Page] {
    let places = registry.policy.places.map { PlacePage($0, of: self).page }
    let platforms = reports.map { PlatformPage($0, of: self).page }
    let others = places + platforms + evidence + [ContactsPage(of: self).page]
    return [IndexPage(of: self).page(above: others.map { $0.path })] + others
  }

  /// What evidence gives besides what stands on the other pages.
  private var evidence: [Page] {
    guard let audit else { return [] }
    let releases = audit.history.map { ReleasesPage(of: $0, on: self).page }
    return [AuditPage(of: audit, on: self).page] + (releases.map { [$0] } ?? [])
  }

  package var frame: PageFrame {
    let places = registry.policy.places.map { PageFrame.Entry($0.title, path(of: $0)) }
    let evidence = evidence.map { PageFrame.Entry($0.title.text, $0.path) }
    return PageFrame(
      title: title,
      navigation: [PageFrame.Entry("Overview", Self.index)] + places + evidence
        + [PageFrame.Entry("Contacts", Self.contacts)],
      data: PlatformsFile.name)
  }

  static let index = PagePath("index")
  static let contacts = PagePath("contacts")
  static let auditPage = PagePath("audit")
  static let releases = PagePath("releases")
  /// The pages that a set has only with evidence.
  static let ofEvidence = [auditPage, releases]

  var title: String { "Platform support (\(registry.policy.name))" }

  func path(of place: Place) -> PagePath { PagePath("tiers", id: place.id) }

  func path(of platform: Platform) -> PagePath { PagePath("platforms", id: platform.id) }

  func reports(in place: Place) -> [PlatformReport] { reports.filter { $0.move?.to == place.id } }

  func tone(of place: Place) -> PageTone { place.tier == nil ? .unsupported : .tier(ranks[place.id] ?? 0) }

  /// Where a platform stands, which leads to the place's page.
  func label(of place: Place) -> PageText { .label(place.standing, tone(of: place), page: path(of: place)) }

  /// The platform's name, which leads to its page.
  func link(to platform: Platform) -> PageText { .label(platform.name, page: path(of: platform)) }

  /// The platform's name, which leads to its page where it has one.
  func name(of platform: Platform) -> PageText {
    reports.contains { $0.platform.id == platform.id } ? link(to: platform) : PageText(platform.name)
  }

  /// The word that leads to what evidence shows.
  var auditLink: PageText { .label("audit", page: Self.auditPage) }

  /// The names of people.
  func names(of contacts: [Contact]) -> PageText {
    contacts.map { PageText(registry.name(of: $0.person)) }.joined(separator: ", ")
  }

  /// A sentence for pages that were asked for a day or a release; nothing for the present.
  var momentSentence: PageText { moment.words.map { " Places are those \($0)." } ?? "" }
}
