import Checks
import Evidence
import Policy
import Rendering

/// The first page: whether a platform is supported, and how.
struct IndexPage {
  private let site: RegistryPages
  private let directory: PlatformDirectory

  init(of site: RegistryPages) {
    self.site = site
    directory = PlatformDirectory(site)
  }

  func page(above children: [PagePath]) -> Page {
    var page = Page(
      path: RegistryPages.index, title: PageText(title), lead: [.paragraph(asOf)] + figures,
      sections: [platforms] + [timeline, files].compactMap { $0 }, children: children)
    page.summary = summary
    page.editAddress = site.source.editAddress
    return page
  }

  /// The table alone, to stand in another page.
  var embedded: Page {
    var table = directory.directory.table
    table.filters = []
    var page = Page(path: PagePath("embed"), title: PageText(title), lead: [.directory(table)])
    page.isBare = true
    return page
  }

  private var title: String {
    site.project.map { "Does \($0) support your platform?" } ?? "Is your platform supported?"
  }

  private var summary: String {
    let supported = site.reports.filter { $0.place?.tier != nil }.count
    let subject = site.project ?? site.registry.policy.name
    let wheels = directory.facts.contains { $0.install == .wheels } ? "wheels, " : ""
    return "\(subject) supports \(supported) of \(site.reports.count) listed platforms: \(wheels)who answers for each, "
      + "since when, and what lies ahead."
  }

  /// As of which release, day and commit.
  private var asOf: PageText {
    let policy = site.registry.policy
    var parts: [PageText] = []
    if let title = site.audit?.releaseTitle {
      parts.append(
        PageText(title) + (site.audit?.audit.evidence.release?.date.map { " of " + .day($0.description) } ?? ""))
    }
    if let day = site.source.day {
      let commit = site.source.commit.map { ", commit " + .code(String($0.prefix(9))) } ?? ""
      parts.append("registry as of " + .day(day.description) + commit)
    } else if let day = site.asOf {
      parts.append("as of " + .day(day.description))
    }
    parts.append("policy " + (policy.url.map { PageText(policy.name, uri: $0) } ?? PageText(policy.name)))
    return parts.joined(separator: " · ") + "." + site.momentSentence
  }

  // MARK: Figures

  private var figures: [PageBlock] {
    site.reports.isEmpty ? [] : [.figures([supported, pythons ?? people, losing, ending])]
  }

  private var supported: PageFigure {
    let count = site.reports.count
    if site.audit?.releaseTitle != nil {
      let wheels = directory.facts.count { $0.install == .wheels }
      return PageFigure("\(wheels) of \(count)", "platforms get wheels")
    }
    return PageFigure("\(site.reports.count { $0.place?.tier != nil }) of \(count)", "platforms stand in a tier")
  }

  /// From the first to the last ordinary one, and the others.
  private var pythons: PageFigure? {
    let names = directory.pythons.map(\.name)
    let plain = names.filter { $0.allSatisfy { $0.isNumber || $0 == "." } }
    let others = names.filter { !plain.contains($0) }
    guard let first = plain.first, let last = plain.last else { return nil }
    let range = first == last ? first : "\(first) to \(last)"
    return PageFigure("Python \(range)", others.isEmpty ? "" : PageText("and \(others.joined(separator: ", "))"))
  }

  private var people: PageFigure {
    let people = Set(site.reports.flatMap(\.platform.contacts).map(\.person))
    return PageFigure("\(people.count)", .label("people are named as contacts", page: RegistryPages.contacts))
  }

  private var losing: PageFigure {
    let losing = directory.facts.filter { $0.wheelsEnd != nil }
    guard !losing.isEmpty else {
      let faults = directory.facts.filter { !$0.ahead.isEmpty }
      return PageFigure(faults.isEmpty ? "None" : "\(faults.count)", "with something ahead or amiss")
    }
    let releases = Set(losing.compactMap { $0.wheelsEnd?.description }).sorted()
    let verb = losing.count == 1 ? "loses its" : "lose their"
    return PageFigure("\(losing.count)", "\(verb) wheels in \(releases.joined(separator: ", ")): " + names(losing))
  }

  private var ending: PageFigure {
    let ending = directory.facts.filter { $0.endWords != nil }
    let when = Set(ending.compactMap(\.endWords)).sorted().joined(separator: ", ")
    guard !ending.isEmpty else { return PageFigure("None", "expected to end") }
    return PageFigure("\(ending.count)", "\(ending.count == 1 ? "ends" : "end") \(when): " + names(ending))
  }

  private func names(_ facts: [PlatformFacts]) -> PageText {
    let links = facts.prefix(3).map { site.link(to: $0.report.platform) }
    return Array(links).joined(separator: ", ") + (facts.count > 3 ? ", and \(facts.count - 3) more" : "")
  }

  // MARK: Sections

  private var platforms: PageSection {
    guard !site.reports.isEmpty else {
      return PageSection("platforms", "Platforms", [.paragraph("No platform stands anywhere.")])
    }
    let (table, silent) = directory.directory
    var blocks: [PageBlock] = [.directory(table)]
    if table.columns.contains(where: { $0.kind == .mark }) { blocks.append(.paragraph(Self.key)) }
    if !silent.isEmpty {
      let titles = silent.map { PageText("“") + $0 + "”" }.joined(separator: ", ")
      blocks.append(.paragraph("Not known of any platform, and so not shown: " + titles + "."))
    }
    if site.audit != nil {
      blocks.append(.paragraph("Whether what the tiers promise is kept says the " + site.auditLink + "."))
    }
    return PageSection("platforms", "Platforms", blocks)
  }

  private static let key: PageText =
    "● a wheel, ◐ a wheel for newer systems only, · none: an installer builds from source, where that can be built."

  private var timeline: PageSection? {
    guard let chart = RegistryTimeline(site).chart else { return nil }
    let picture = PagePicture(
      RegistryTimeline.file, text: chart.summary, width: type(of: chart).width, height: chart.height)
    return PageSection("timeline", "Since when, until when", [.picture(picture)])
  }

  private var files: PageSection? {
    PageSection(
      "files", "For programs",
      [
        .files([
          PageFileLink("All facts (JSON)", StaticFile(PlatformsFile.name)),
          PageFileLink("The interface (OpenAPI)", InterfaceFiles.description),
          PageFileLink("Moves between tiers (Atom)", MovesFeed.file),
          PageFileLink("What falls due (iCalendar)", DuePage.file),
          PageFileLink("Drawing (SVG)", RegistryTimeline.file),
        ])
      ])
  }
}
