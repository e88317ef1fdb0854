import Foundation
import PlatformTiersKit
import Rendering
import Testing
import TestSupport

/// What evidence puts on the pages of a small registry.
@Suite("Documentation pages with an audit")
struct AuditedPagesTests {
  private let evidence: SampleEvidence
  private let site: RegistryPages

  init() throws {
    evidence = try SampleEvidence()
    site = try evidence.site()
  }

  private func page(_ path: String, of site: RegistryPages? = nil) throws -> Page {
    try #require((site ?? self.site).pages.first { $0.path.text == path })
  }

  private func section(_ anchor: String, _ page: Page) throws -> PageSection {
    try #require(page.sections.first { $0.anchor == anchor })
  }

  private func tables(_ anchor: String, _ page: Page) throws -> [PageTable] {
    try section(anchor, page).blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The row with this head, by the titles of its columns.
  private func row(_ head: String, _ table: PageTable) throws -> [String: PageText] {
    let row = try #require(table.rows.first { $0.first?.text == head })
    return Dictionary(zip(table.columns.map(\.text), row)) { first, _ in first }
  }

  @Test("an audit and the releases have a page each, which every page leads to")
  func set() throws {
    let rules = ["forbidden-wheels", "wheel-gap", "missing-job", "unlisted-ci"].map { "rules/\($0)" }
    let own = ["policy", "audit", "releases", "due", "contacts"]
    #expect(Set(site.pages.map(\.path.text).suffix(9)) == Set(own + rules))
    #expect(site.pages[0].children.map(\.text) == site.pages.dropFirst().map(\.path.text))
    #expect(site.frame.navigation.map(\.text).suffix(4) == ["Audit", "Releases", "Due", "Contacts"])
  }

  @Test("the audit says what evidence shows of each duty, and what there was to go by")
  func matrix() throws {
    let table = try #require(try tables("duties", page("audit")).first)
    let haiku = try row("Haiku", table)
    #expect(haiku["Wheels"] == .sign("✗", "broken", .unmet, isShort: true))
    #expect(try row("Plan 9", table)["CI"] == .sign("?", "unknown", .unknown, isShort: true))
    guard case .list(let sources) = try section("sources", page("audit")).blocks.last else { throw PageFault() }
    #expect(
      sources.first?.text == "demo 3.0.0 of 2026-04-01, 2 wheels and 0 source distributions, as 'index.json' lists it")
    #expect(sources[1] == "1 workflow of numpy/numpy, in 'numpy/numpy'")
    #expect(sources.last == "prerequisites of 2026-11-24 to 2026-11-30, built in")
  }

  @Test("a platform's page has the promise beside the evidence")
  func duties() throws {
    let table = try #require(try tables("duties", page("platforms/haiku")).first)
    #expect(table.columns.map(\.text) == ["Duty", "Status", "Registry", "Evidence", "What the policy says"])
    let wheels = try row("Wheels", table)
    #expect(wheels["Status"] == .sign("✗", "broken", .unmet))
    #expect(wheels["Registry"] == "No job builds wheels to release.")
    #expect(wheels["Evidence"] == "demo 3.0.0 has 1 wheel. (" + .code("index.json:4") + ")")
    #expect(wheels["What the policy says"] == "No wheels are released on PyPI for Tier 3.")
    // There is no evidence of it but the record.
    #expect(try row("Contacts", table)["Evidence"] == .label("–", .blank))
  }

  @Test("what separates a platform from the next tier is by evidence too")
  func next() throws {
    let table = try #require(try tables("next", page("platforms/haiku")).first)
    #expect(
      try row("Wheels", table)["Evidence"]?.text.hasPrefix("demo 3.0.0 has 1 wheel, for 1 of 2 Pythons; no wheel for")
        == true)
    #expect(try row("Demand", table)["Evidence"] == "None given.")
    // Met by what is recorded, which without evidence is not listed.
    let record = try #require(try tables("next", page("platforms/plan9")).first)
    #expect(try row("CI", record)["Status"] == .sign("?", "unknown", .unknown))
    #expect(table.rows.allSatisfy { ["broken", "unknown"].contains($0[1].text) })
  }

  @Test("the release's wheels are there with their holes, and all releases in a few words")
  func release() throws {
    let section = try section("release", page("platforms/plan9"))
    #expect(section.title == "Wheels of demo 3.0.0")
    guard case .definitions(let facts) = section.blocks.first else { throw PageFault() }
    #expect(
      facts.map { "\($0.term): \($0.text.text)" } == [
        "Place then: Tier 1", "Wheels: 1 file", "Pythons: 1 of 2: 3.13; not for 3.14", "Holes: no wheel for cp314",
        "All releases: wheels in 2 of 3, 2.0.0 of 2024-01-05 to 3.0.0 of 2026-04-01; missing in 2.9.0; a gap in 3.0.0",
      ])
    // Nothing was promised there.
    guard case .definitions(let others) = try self.section("release", page("platforms/haiku")).blocks.first else {
      throw PageFault()
    }
    #expect(!others.map(\.term).contains("Holes"))
    #expect(others.last?.text.text.hasSuffix("; forbidden in 2, last in 3.0.0") == true)
  }

  @Test("workflows show each job that is listed, with file and line")
  func jobs() throws {
    let tables = try tables("ci", page("platforms/plan9"))
    #expect(tables.count == 2)
    let gone = try row("'gone' of .github/workflows/ci.yml", tables[1])
    #expect(gone["Status"] == .sign("?", "unknown", .unknown))
    #expect(gone["Evidence"] == "The registry is stale: there is no job 'gone' in '.github/workflows/ci.yml'.")
    let runs = try row("'plan9' of .github/workflows/ci.yml", tables[1])
    #expect(runs["Where"] == .code("numpy/numpy/.github/workflows/ci.yml:5"))
    #expect(runs["How it runs"] == "GitHub")
    #expect(runs["A failure"] == "counts")
  }

  @Test("findings stand on the platform's page, and on that of the audit with what their rules look for")
  func findings() throws {
    let own = try #require(try tables("findings", page("platforms/plan9")).first)
    #expect(own.rows.map { $0[0].text } == ["missing-job", "wheel-gap"])
    let all = try section("findings", page("audit"))
    guard case .table(let table) = all.blocks.first else { throw PageFault() }
    #expect(table.rows.map { $0[1].text } == ["error", "error", "error", "info"])
    let first = try #require(table.rows.first)
    #expect(first[2] == "demo 3.0.0 has 1 wheel of 'Haiku', and 'Tier 3' has none.")
    #expect(
      first[4]
        == .code("registry/platforms/haiku.yaml:3:16") + "; in 'Tier 3' for 3.0.0: " + .code("6:28"))
    #expect(first[0] == .label("forbidden-wheels", page: PagePath("rules", id: "forbidden-wheels")))
  }

  @Test("the page of the audit counts, and has the platforms of each cause")
  func audit() throws {
    let page = try page("audit")
    #expect(page.sections.map(\.anchor) == ["sources", "duties", "broken", "unknown", "findings"])
    #expect(
      page.lead == [
        .paragraph(
          "What the tiers promise, held against evidence: 0 duties are kept, 6 broken, and 5 not known to be kept. "
            + "Nothing else is amiss.")
      ])
    let unknown = try #require(try tables("unknown", page).first)
    #expect(
      try row("Prerequisites", unknown).mapValues(\.text) == [
        "Duty": "Prerequisites", "Why": "Not recorded for CPython.", "Where": "", "Platforms": "Haiku, Plan 9",
      ])
  }

  @Test("the releases are a matrix, newest first, with a word for every colour")
  func releases() throws {
    let table = try #require(try tables("releases", page("releases")).first)
    #expect(table.kind == .longMatrix)
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["3.0.0 2026-04-01", "1 forbidden", "1/2 gap"], ["2.9.0 2025-06-02", "1 forbidden", "missing"],
        ["2.0.0 2024-01-05", "–", "(1)"],
      ])
    #expect(
      table.columns == [
        "Release", .label("Haiku", page: PagePath("platforms", id: "haiku")),
        .label("Plan 9", page: PagePath("platforms", id: "plan9")),
      ])
    #expect(table.rows[0][1] == .label("1 forbidden", .unmet))
    #expect(table.rows[0][2] == .label("1/2 gap", .partial))
    #expect(table.rows[1][2] == .label("missing", .unmet))
    #expect(table.rows[2] == ["2.0.0 " + .day("2024-01-05"), .label("–", .blank), "(1)"])
  }

  @Test("without files the registry's record is all, and what was not given is named")
  func nothingGiven() throws {
    let site = try evidence.site(hasEvidence: false)
    #expect(!site.pages.map(\.path.text).contains("releases"))
    let page = try page("audit", of: site)
    let unknown = try section("unknown", page)
    #expect(unknown.blocks.last == .paragraph("No evidence was given of these: CI, Wheels."))
    let plan9 = try self.page("platforms/plan9", of: site)
    #expect(!plan9.sections.map(\.anchor).contains("release"))
    #expect(try tables("ci", plan9).count == 1)
  }

  @Test("a notice of a later day leaves no trace")
  func notices() throws {
    func contacts(on day: String) throws -> PageText? {
      let site = try evidence.site(at: RegistryMoment(today: try SampleRegistry.day(day)))
      return try row("Contacts", #require(try tables("duties", page("platforms/plan9", of: site)).first))["Status"]
    }
    #expect(try contacts(on: "2026-08-02") == .sign("✓", "kept", .met))
    #expect(try contacts(on: "2026-08-03") == .sign("✗", "broken", .unmet))
  }

  @Test("what decides, and is not shown, leaves no trace of the day", arguments: PageFormat.allCases)
  func clock(format: PageFormat) throws {
    let sets = try ["2026-09-01", "2026-09-02"].map { day in
      let site = try evidence.site(at: RegistryMoment(today: try SampleRegistry.day(day)))
      return PagesRun.files(of: site, as: format, in: site.frame).map(\.bytes)
    }
    #expect(sets[0] == sets[1])
  }

  @Test("platforms.json has what was looked at")
  func json() throws {
    let data = Data(PlatformsFile.bytes(site, besides: .html))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let audit = try #require(root["audit"] as? [String: Any])
    #expect(audit["release"] as? String == "3.0.0")
    #expect((audit["findings"] as? [[String: Any]])?.count == 4)
    #expect((audit["releases"] as? [[String: Any]])?.count == 3)
    let platforms = try #require(root["platforms"] as? [[String: Any]])
    let haiku = try #require(platforms.first { $0["id"] as? String == "haiku" })
    let wheels = (haiku["audit"] as? [String: Any])?["wheels"] as? [String: Any]
    #expect(wheels?["files"] as? [String] == ["demo-3.0.0-cp314-cp314-haiku_1.whl"])
    let duties = try #require(haiku["duties"] as? [[String: Any]])
    #expect(duties.first { $0["duty"] as? String == "wheels" }?["status"] as? String == "broken")
  }
}

/// A page that is not made as the test takes it to be.
private struct PageFault: Error {}
