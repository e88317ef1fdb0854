import Checks
import Policy
import Rendering

/// The page of a tier, with its duties, or of a list of platforms outside the tiers.
struct PlacePage {
  private let place: Place
  private let site: RegistryPages

  init(_ place: Place, of site: RegistryPages) {
    self.place = place
    self.site = site
  }

  var page: Page {
    Page(
      path: site.path(of: place), title: PageText(place.title), lead: [.paragraph(introduction)],
      sections: [duties, ways, platforms].compactMap { $0 })
  }

  private var introduction: PageText {
    let policy = site.registry.policy
    let words: PageText =
      switch place {
      case .tier: "A tier of \(policy.name)."
      case .unsupported(let list) where list.kind == .knownInterest:
        "Platforms that no tier of \(policy.name) has, and that somebody would like to see in one."
      case .unsupported: "Platforms that no tier of \(policy.name) has any more."
      }
    return words + site.momentSentence
  }

  private var duties: PageSection? {
    guard let duties = place.tier?.duties else { return nil }
    let ci = duties.ci.map { PageText($0.because.sentence) + " Accepted: \(duties.ciWords)." } ?? "Not asked."
    return PageSection(
      "duties", "What it asks of a platform",
      [
        .definitions([
          PageDefinition("CI", ci), PageDefinition("Wheels", PageText(duties.wheels.because.sentence)),
          PageDefinition("What blocks a release", PageText(duties.blocking.because.sentence)),
          PageDefinition("Contacts", PageText(duties.contacts.because.sentence)),
        ])
      ])
  }

  /// What the policy asks of the moves that lead here.
  private var ways: PageSection? {
    let policy = site.registry.policy
    guard let tier = place.tier else { return nil }
    let below = policy.tiers.first { policy.tier(above: .tier($0))?.id == tier.id }
    var blocks: [PageBlock] = []
    func add(_ heading: PageText, _ demands: [MoveDemand]) {
      guard !demands.isEmpty else { return }
      blocks += [.paragraph(heading), .list(demands.map { PageText($0.because.sentence) })]
    }
    if let below { add("From a lower tier:", policy.demands(ofRisingTo: tier, from: .tier(below))) }
    if let list = policy.unsupportedLists.first {
      add("From outside the tiers:", policy.demands(ofRisingTo: tier, from: .unsupported(list)))
    }
    return blocks.isEmpty ? nil : PageSection("ways", "How a platform comes here", blocks)
  }

  private var platforms: PageSection {
    let reports = site.reports(in: place)
    guard !reports.isEmpty else {
      return PageSection("platforms", "Platforms", [.paragraph("No platform stands here.")])
    }
    let titles = site.registry.furtherTitles(of: reports.map { $0.platform.columns })
    let rows = reports.map { report -> [PageText] in
      let start: [PageText] = [
        site.link(to: report.platform), report.move.map { .day($0.date.description) } ?? PageText(),
        PageText(CellContent(markdown: report.platform.notes)),
      ]
      let further = titles.map { PageText(CellContent(markdown: report.platform.columns[$0] ?? "")) }
      return start + further + [site.names(of: report.platform.contacts), open(report)]
    }
    let start: [PageText] = ["Platform", "Since", "Notes"]
    let columns = start + titles.map { PageText($0) } + ["Contacts", "Open duties"]
    let table = PageTable(
      place.tier == nil
        ? PageText(place.title)
        : "Platforms of \(place.name), and what is broken, unknown or kept with a warning",
      columns: columns, rows: rows)
    return PageSection("platforms", "Platforms", [.table(table.withoutEmptyColumns)])
  }

  private func open(_ report: PlatformReport) -> PageText {
    guard let duties = report.duties else { return PageText() }
    let open = duties.verdicts.filter { $0.word != Verdict.Status.kept.rawValue }.map {
      PageText("\($0.duty.title) ") + $0.label
    }
    return open.isEmpty ? .label("none", .met) : open.joined(separator: ", ")
  }
}
