import Checks
import Policy
import Rendering

/// The first page: the tiers and what they ask, and the matrix of all platforms and duties.
struct IndexPage {
  private let site: RegistryPages

  init(of site: RegistryPages) {
    self.site = site
  }

  func page(above children: [PagePath]) -> Page {
    Page(
      path: RegistryPages.index, title: PageText(site.title), lead: [.paragraph(introduction)],
      sections: [tiers, platforms], children: children)
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

  private var platforms: PageSection {
    guard !site.reports.isEmpty else {
      return PageSection("platforms", "Platforms", [.paragraph("No platform stands anywhere.")])
    }
    let table = DutyMatrix(site.reports, of: site).table("Each platform's place and duties")
    guard let audit = site.audit else {
      return PageSection("platforms", "Platforms", [.paragraph(DutyMatrix.legend), .table(table)])
    }
    return PageSection(
      "platforms", "Platforms",
      [
        .paragraph(DutyMatrix.legend), .table(table), .paragraph("The " + site.auditLink + " went by:"),
        audit.sourceList,
      ])
  }
}
