import Checks
import Policy
import Rendering

/// The page of a platform: its place, its history, duties kept and broken, and what separates it from the next tier.
struct PlatformPage {
  private let report: PlatformReport
  private let site: RegistryPages

  private var platform: Platform { report.platform }

  init(_ report: PlatformReport, of site: RegistryPages) {
    self.report = report
    self.site = site
  }

  var page: Page {
    var page = Page(
      path: site.path(of: platform), title: PageText(site.title(of: platform)),
      lead: [.paragraph(standing), .definitions(facts)] + columns,
      sections: [evidence?.release, contacts, history, duties, next, jobs, builds, notices, evidence?.findings]
        .compactMap { $0 })
    page.summary = summary
    page.editAddress = site.source.editAddress.map { "\($0)platforms/\(platform.id).yaml" }
    return page
  }

  private var user: PlatformFacts { PlatformFacts(report, of: site) }

  private var summary: String {
    let subject = site.project.map { "\($0) on \(platform.name)" } ?? platform.name
    let place = report.place.map { ": \($0.standing)" } ?? ""
    let install = user.installText
    return subject + place + (install.saysNothing ? "" : ", \(install.text)") + "."
  }

  /// Nil without an audit.
  private var evidence: PlatformEvidencePart? {
    guard let audit = site.audit, let shown = report.audit else { return nil }
    return PlatformEvidencePart(shown, by: audit, on: site)
  }

  private var standing: PageText {
    guard let place = report.place, let move = report.move else { return PageText() }
    if user.isOlderThanRegistry {
      let words: PageText = platform.was == nil ? " since " : ", "
      return site.label(of: place) + words + user.since + "." + site.momentSentence
    }
    let release = move.release.map { ", from \($0) on" } ?? ""
    return site.label(of: place) + " since " + .day(move.date.description) + "\(release)." + site.momentSentence
  }

  private var facts: [PageDefinition] {
    let wheels = platform.wheels
    let user = user
    let facts = [
      PageDefinition(
        "To install",
        user.installText.saysNothing ? "" : user.installText + (user.needs.saysNothing ? "" : ", needs " + user.needs)),
      PageDefinition("Ahead", user.ahead.joined(separator: " ")),
      PageDefinition("Target", PageText(report.targetWords)),
      PageDefinition("Notes", PageText(CellContent(markdown: platform.notes))),
      PageDefinition("Wheels", wheels.tags.map(PageText.code).joined(separator: " ")),
      PageDefinition("Last release with wheels", PageText(wheels.lastRelease?.description ?? "")),
      PageDefinition("Demand", PageText(report.demandWords ?? "not recorded")),
    ]
    return facts.filter { !$0.text.isEmpty }
  }

  /// What further columns of the policy's tables say of it.
  private var columns: [PageBlock] {
    let titles = site.registry.furtherTitles(of: [platform.columns])
    guard !titles.isEmpty else { return [] }
    let rows = titles.map { [PageText($0), PageText(CellContent(markdown: platform.columns[$0] ?? ""))] }
    return [
      .table(PageTable("What the tables say of \(platform.name) besides", columns: ["Column", "Text"], rows: rows))
    ]
  }

  private var history: PageSection {
    let rows = report.moves.reversed().map { move in
      [
        .day(move.date.description), site.registry.policy.place(move.to).map(site.label) ?? PageText(move.to),
        PageText(move.release.map { "from \($0) on" } ?? ""), links(of: move), PageText(move.remark ?? ""),
      ]
    }
    let table = PageTable(
      "Places of \(platform.name), latest first",
      columns: ["Date", "Place", "Releases", "Decided in", "Remark"], rows: rows)
    return PageSection(
      "history", "History", [.timeline(PlatformTimeline(report, of: site).timeline), .table(table.withoutEmptyColumns)])
  }

  private func links(of move: Move) -> PageText {
    report.links(of: move).map { link in
      PageText(Self.number(in: link.uri).map { "\(link.kind) #\($0)" } ?? link.kind, uri: link.uri)
    }.joined(separator: ", ")
  }

  /// The number that an issue or pull request is known by, from its address.
  private static func number(in uri: String) -> Substring? {
    let steps = uri.split { "/#".contains($0) }.suffix(2)
    guard let number = steps.last, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return steps.count == 1 || steps.first == "pull" || steps.first == "issues" ? number : nil
  }

  private var duties: PageSection? {
    guard let duties = report.duties else { return nil }
    return PageSection(
      "duties", "Duties of \(duties.tier.name)",
      source + promise + [
        .table(table("How \(platform.name) stands to \(duties.tier.name)", duties.tier, duties.verdicts))
      ])
  }

  private func table(_ caption: PageText, _ tier: Tier, _ verdicts: [Verdict]) -> PageTable {
    DutyTable.of(verdicts, in: tier, caption, of: report, by: site.audit)
  }

  private var next: PageSection? {
    guard let next = report.next else { return nil }
    var blocks: [PageBlock] = []
    if next.open.isEmpty {
      blocks.append(.paragraph("Nothing that is recorded separates it from \(next.tier.name)."))
    } else {
      blocks =
        source + (duties == nil ? promise : []) + [
          .table(table("What \(platform.name) lacks for \(next.tier.name)", next.tier, next.open))
        ]
    }
    if !report.moveDemands.isEmpty {
      blocks += [
        .paragraph("The move itself asks for more:"), .list(report.moveDemands.map { PageText($0.because.sentence) }),
      ]
    }
    return PageSection("next", "What separates it from \(next.tier.name)", blocks)
  }

  /// Only moves, notes, contacts and notices are dated.
  private var source: [PageBlock] {
    site.moment.words == nil ? [] : [.paragraph("By the CI, wheels and demand that are recorded now.")]
  }

  /// How to read the tables of an audit; the first of them says it.
  private var promise: [PageBlock] {
    guard site.audit != nil else { return [] }
    return [
      .paragraph(
        "What the registry records stands beside what evidence shows, and evidence decides. The " + site.auditLink
          + " says what it went by.")
    ]
  }

  private var contacts: PageSection? {
    guard !platform.contacts.isEmpty else { return nil }
    let rows = platform.contacts.map { contact in
      [
        site.name(of: contact.person),
        PageText(site.registry.role(of: contact).value?.rawValue ?? "role unknown"),
        agreement(of: contact),
      ]
    }
    let table = PageTable(
      "Who answers for \(platform.name)", columns: ["Name", "Role", "Agreed to be listed"], rows: rows)
    return PageSection("contacts", "Contacts", [.table(table)])
  }

  private func agreement(of contact: Contact) -> PageText {
    let acknowledged = contact.acknowledgement.value.map { given -> PageText in
      let words = "acknowledged on \(given.date)"
      return given.url.map { PageText(words, uri: $0) } ?? PageText(words)
    }
    let confirmed = contact.confirmed.map { PageText("confirmed on \($0)") }
    let all = [acknowledged, confirmed].compactMap { $0 }
    return all.isEmpty ? "not recorded" : all.joined(separator: ", ")
  }

  private var jobs: PageSection? {
    if platform.isUnknown(.ci) { return PageSection("ci", "CI", [.paragraph("What tests it is not recorded.")]) }
    if platform.ci.isEmpty { return nil }
    let table = table("Jobs that test \(platform.name)", platform.ci)
    return PageSection("ci", "CI", [.table(table)] + shown("What workflows show of them", buildWheels: false))
  }

  private var builds: PageSection? {
    if platform.isUnknown(.wheels) {
      return PageSection("wheels", "Wheel builds", [.paragraph("Whether wheels are built for it is not recorded.")])
    }
    let jobs = platform.wheels.jobs
    if jobs.isEmpty { return nil }
    let table = table("Jobs that build wheels of \(platform.name)", jobs)
    return PageSection(
      "wheels", "Wheel builds", [.table(table)] + shown("What workflows show of these", buildWheels: true))
  }

  /// Nothing where no workflows were given.
  private func shown(_ caption: PageText, buildWheels: Bool) -> [PageBlock] {
    evidence?.jobs(caption, buildWheels: buildWheels).map { [.table($0)] } ?? []
  }

  private func table(_ caption: PageText, _ jobs: [CIJob]) -> PageTable {
    let rows = jobs.map { job in
      [
        PageText.code(job.job), PageText(job.matrix.joined(separator: ", ")), site.link(to: job),
        PageText(job.runner ?? ""), PageText(job.hosting.words),
        PageText(PlatformReport.remarks(on: job).joined(separator: ", ")),
      ]
    }
    return PageTable(
      caption, columns: ["Job", "Matrix", "Workflow", "Runner", "Hosting", "Execution"], rows: rows
    ).withoutEmptyColumns
  }

  private var notices: PageSection? {
    guard !platform.notices.isEmpty else { return nil }
    let rows = platform.notices.map { notice in
      [
        .day(notice.since.description), PageText(notice.duty.rawValue),
        notice.announced.map { PageText("announced", uri: $0) } ?? "not announced", PageText(notice.remark ?? ""),
      ]
    }
    let table = PageTable(
      "Duties that \(platform.name) no longer meets", columns: ["Since", "Duty", "Announcement", "Remark"], rows: rows)
    return PageSection("notices", "Notices", [.table(table.withoutEmptyColumns)])
  }
}
