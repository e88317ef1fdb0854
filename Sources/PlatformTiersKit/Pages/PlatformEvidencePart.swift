import Checks
import Diagnostics
import Evidence
import Policy
import Rendering

/// What evidence shows of a platform besides its duties: the release's wheels, its jobs, and findings in its file.
struct PlatformEvidencePart {
  private let shown: PlatformAudit
  private let audit: PagesAudit
  private let site: RegistryPages

  init(_ shown: PlatformAudit, by audit: PagesAudit, on site: RegistryPages) {
    self.shown = shown
    self.audit = audit
    self.site = site
  }

  private var platform: Platform { shown.platform }

  /// Its wheels; nil without a listing.
  var release: PageSection? {
    guard let coverage = shown.coverage, let title = audit.releaseTitle else { return nil }
    let place = shown.releasePlace.map(site.label) ?? "no place: its first move came later"
    let history = audit.history.flatMap { PlatformReleases(of: platform, in: $0) }
    let facts = [
      PageDefinition("Place then", place), PageDefinition("Wheels", words(of: coverage)),
      PageDefinition("Pythons", pythons(of: coverage)),
      PageDefinition("Holes", holes(of: coverage)),
      PageDefinition("All releases", history?.words ?? PageText()),
    ]
    return PageSection(
      "release", "Wheels of \(title)", [.definitions(facts.filter { !$0.text.isEmpty })])
  }

  private func words(of coverage: PlatformCoverage) -> PageText {
    guard coverage.hasTags else { return "The registry does not say how they are tagged." }
    if coverage.isServedByGeneralWheel { return "None of its own; one for any system serves it." }
    let count = coverage.files.count
    guard count > 0 else { return audit.isComplete ? "None." : "None in the part of the listing that can be read." }
    return PageText("\(count) file\(count == 1 ? "" : "s")")
  }

  /// Where wheels were promised, and all that there are were listed.
  private func holes(of coverage: PlatformCoverage) -> PageText {
    guard audit.isComplete, shown.releasePlace?.tier?.duties.wheels.kind == .released else { return "" }
    return PageText(coverage.holes.map { $0.words }.joined(separator: "; "))
  }

  private func pythons(of coverage: PlatformCoverage) -> PageText {
    guard !coverage.served.isEmpty else { return "" }
    let served = coverage.served.map { $0.label }
    let missing = coverage.expected.map { $0.label }.filter { !served.contains($0) }
    let rest = missing.isEmpty || !audit.isComplete ? "" : "; not for \(missing.joined(separator: ", "))"
    return PageText("\(served.count) of \(coverage.expected.count): \(served.joined(separator: ", "))\(rest)")
  }

  /// Nil where no workflows were given, or no such jobs are listed.
  func jobs(_ caption: PageText, buildWheels: Bool) -> PageTable? {
    let jobs = (shown.jobs ?? []).filter { $0.buildsWheels == buildWheels }
    guard !jobs.isEmpty else { return nil }
    let rows = jobs.map { job in
      [
        PageText(job.title), job.status.label, PageText(job.reason.sentence), Self.place(of: job.location),
        PageText([job.hosting?.words, job.execution?.rawValue].compactMap { $0 }.joined(separator: ", ")),
        PageText(job.blocks.map { $0 ? "counts" : "does not count" } ?? ""),
      ]
    }
    return PageTable(
      caption, .wideRecords,
      columns: ["Job", "Status", "Evidence", "Where", "How it runs", "A failure"],
      rows: rows
    ).withoutEmptyColumns
  }

  private static func place(of location: Verdict.Location?) -> PageText {
    location.map { .code("\($0.file):\($0.range.start.line)") } ?? PageText()
  }

  /// Nil where there are none.
  var findings: PageSection? {
    FindingsTable(audit.findings(of: platform), of: audit).table("What evidence contradicts").map { table in
      PageSection("findings", "Findings of the audit", [.table(table)])
    }
  }
}
