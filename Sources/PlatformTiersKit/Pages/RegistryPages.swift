package import PlatformModel
package import TableRendering

/// The documentation pages of a registry: an index, a page for each place and each platform, and the contacts.
package struct RegistryPages: Sendable {
  let registry: Registry
  /// What the pages are asked for; the present where both are nil, and then they name no day.
  let shown: RegistryMoment
  /// The platforms that stand somewhere, by place and then by name.
  let reports: [PlatformReport]
  let span: TimelineSpan
  private let ranks: [String: Int]

  /// - Parameters:
  ///   - moment: what decides which moves are in force.
  ///   - shown: what the pages say of it, so that they do not change with the clock.
  package init(_ registry: Registry, at moment: RegistryMoment, shown: RegistryMoment) {
    self.registry = registry
    self.shown = shown
    let ranks = Dictionary(
      zip(registry.policy.places.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    self.ranks = ranks
    reports = registry.platforms.map { PlatformReport($0, in: registry, at: moment) }.filter { $0.place != nil }
      .sorted { left, right in
        let (first, second) = (ranks[left.move?.to ?? ""] ?? .max, ranks[right.move?.to ?? ""] ?? .max)
        return first != second ? first < second : left.platform.comesBefore(right.platform)
      }
    span = TimelineSpan(of: reports.flatMap(\.moves), until: shown.date)
  }

  /// Index first.
  package var pages: [Page] {
    let places = registry.policy.places.map { PlacePage($0, of: self).page }
    let platforms = reports.map { PlatformPage($0, of: self).page }
    let others = places + platforms + [ContactsPage(of: self).page]
    return [IndexPage(of: self).page(above: others.map(\.path))] + others
  }

  package var frame: PageFrame {
    let places = registry.policy.places.map { PageFrame.Entry($0.title, path(of: $0)) }
    return PageFrame(
      title: title,
      navigation: [PageFrame.Entry("Overview", Self.index)] + places + [PageFrame.Entry("Contacts", Self.contacts)],
      data: PlatformsFile.name)
  }

  static let index = PagePath("index")
  static let contacts = PagePath("contacts")

  var title: String { "Platform support (\(registry.policy.name))" }

  func path(of place: Place) -> PagePath { PagePath("tiers", id: place.id) }

  func path(of platform: Platform) -> PagePath { PagePath("platforms", id: platform.id) }

  func reports(in place: Place) -> [PlatformReport] { reports.filter { $0.move?.to == place.id } }

  func tone(of place: Place) -> PageTone { place.tier == nil ? .unsupported : .tier(ranks[place.id] ?? 0) }

  /// Where a platform stands, which leads to the place's page.
  func label(of place: Place) -> PageText { .label(place.standing, tone(of: place), page: path(of: place)) }

  /// The platform's name, which leads to its page.
  func link(to platform: Platform) -> PageText { .label(platform.name, page: path(of: platform)) }

  /// The names of people.
  func names(of contacts: [Contact]) -> PageText {
    contacts.map { PageText(registry.people[$0.person]?.name ?? $0.person) }.joined(separator: ", ")
  }

  /// A sentence for pages that were asked for a day or a release; nothing for the present.
  var momentSentence: PageText { shown.words.map { " Places are those \($0)." } ?? "" }
}
