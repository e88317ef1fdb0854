import Policy
import Rendering

/// The page of all who answer for platforms.
struct ContactsPage {
  private let site: RegistryPages

  init(of site: RegistryPages) {
    self.site = site
  }

  var page: Page {
    Page(
      path: RegistryPages.contacts, title: "Contacts",
      lead: [.paragraph("Who answers for which platform, by what the registry records." + site.momentSentence)],
      sections: [people, shared, former].compactMap { $0 })
  }

  private var platforms: [String: [PlatformReport]] {
    var platforms: [String: [PlatformReport]] = [:]
    for report in site.reports {
      for contact in report.platform.contacts { platforms[contact.person, default: []].append(report) }
    }
    return platforms
  }

  private func people(where isWanted: (Person) -> Bool) -> [Person] {
    site.registry.people.values.filter(isWanted).sorted { left, right in
      let (first, second) = (left.name.lowercased(), right.name.lowercased())
      return first != second ? first < second : left.id < right.id
    }
  }

  private var people: PageSection {
    let platforms = platforms
    let rows = people { platforms[$0.id] != nil }.map { person in
      [
        PageText(person.name), handle(of: person), PageText(person.role.value?.rawValue ?? "unknown"),
        (platforms[person.id] ?? []).map { site.link(to: $0.platform) }.joined(separator: ", "),
      ]
    }
    let table = PageTable(
      "Contacts by name, and the platforms they answer for", columns: ["Name", "Handle", "Role", "Platforms"],
      rows: rows)
    return PageSection(
      "people", "People", rows.isEmpty ? [.paragraph("Nobody is named.")] : [.table(table.withoutEmptyColumns)])
  }

  /// Handles are names on GitHub where the policy's issues are there.
  private func handle(of person: Person) -> PageText {
    guard let handle = person.handle.value else { return PageText() }
    guard site.registry.policy.document.issueRepository != nil else { return PageText("@\(handle)") }
    return PageText("@\(handle)", uri: "https://github.com/\(handle)")
  }

  private var shared: PageSection? {
    let tiers = site.registry.policy.tiers.filter { $0.duties.contacts.isShared }
    return tiers.isEmpty
      ? nil
      : PageSection(
        "shared", "Shared responsibility",
        [.list(tiers.map { site.label(of: .tier($0)) + " \($0.duties.contacts.because.sentence)" })])
  }

  private var former: PageSection? {
    let platforms = platforms
    let former = people { platforms[$0.id] == nil }
    return former.isEmpty
      ? nil : PageSection("former", "No contact of any platform at present", [.list(former.map { PageText($0.name) })])
  }
}
