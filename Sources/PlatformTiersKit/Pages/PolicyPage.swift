import Policy
import Rendering

/// The page on how the tiers work: what each asks, and without an audit how platforms stand to that by the record.
struct PolicyPage {
  private let site: RegistryPages

  init(of site: RegistryPages) {
    self.site = site
  }

  var page: Page {
    var page = Page(
      path: RegistryPages.policyPage, title: "How the tiers work", lead: [.paragraph(introduction)],
      sections: [tiers] + (site.audit == nil ? [duties].compactMap { $0 } : []))
    page.editAddress = site.source.editAddress.map { $0 + "policy.yaml" }
    return page
  }

  private var introduction: PageText {
    let policy = site.registry.policy
    let name = policy.url.map { PageText(policy.name, uri: $0) } ?? PageText(policy.name)
    let supported = site.reports.filter { $0.duties != nil }.count
    let others = site.reports.count - supported
    let rest = others == 0 ? "" : " \(others) more \(others == 1 ? "is" : "are") listed outside the tiers."
    return name + " sorts platforms into tiers by what they are promised and what that asks of them. "
      + "\(supported) \(supported == 1 ? "stands" : "stand") in a tier.\(rest)" + site.momentSentence
  }

  private var tiers: PageSection {
    let blanks = Array(repeating: PageText.label("–", .blank), count: 4)
    let rows = site.registry.policy.places.map { place -> [PageText] in
      let count = PageText(String(site.reports(in: place).count))
      guard let duties = place.tier?.duties else { return [site.label(of: place), count] + blanks }
      return [
        site.label(of: place), count, PageText(duties.wheelWords), PageText(duties.ciWords),
        PageText(duties.blockingWords), PageText(duties.contactWords),
      ]
    }
    let table = PageTable(
      "The tiers, highest first, and the lists of platforms outside them",
      columns: ["Tier", "Platforms", "Wheels", "CI on", "Failures that block a release", "Contacts"], rows: rows)
    return PageSection("tiers", "Tiers", [.table(table)])
  }

  private var duties: PageSection? {
    let matrix = DutyMatrix(site.reports.filter { $0.duties != nil }, of: site)
    let blocks = matrix.blocks("How each platform stands to what its tier asks, as the registry records it")
    return blocks.isEmpty ? nil : PageSection("duties", "Duties", [.paragraph(DutyMatrix.legend)] + blocks)
  }
}
