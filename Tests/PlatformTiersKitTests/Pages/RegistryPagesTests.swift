import Documents
import PlatformTiersKit
import Rendering
import Testing

/// What stands on the pages of a small registry.
@Suite("Documentation pages of a registry")
struct RegistryPagesTests {
  private func site(at moment: RegistryMoment = .present) throws -> RegistryPages {
    RegistryPages(try SampleRegistry.make(), at: moment)
  }

  private func page(_ path: String, at moment: RegistryMoment = .present) throws -> Page {
    try #require(try site(at: moment).pages.first { $0.path.text == path })
  }

  private func tables(of page: Page, in section: String) throws -> [[[String]]] {
    let section = try #require(page.sections.first { $0.anchor == section })
    return section.blocks.compactMap { block in
      if case .table(let table) = block { ([table.columns] + table.rows).map { $0.map(\.text) } } else { nil }
    }
  }

  @Test("there is an index, a page for each place and each platform, and one of contacts")
  func set() throws {
    let paths = try site().pages.map(\.path.text)
    #expect(paths.first == "index")
    #expect(paths.contains("tiers/tier-1"))
    #expect(paths.contains("tiers/known-interest"))
    #expect(paths.contains("platforms/haiku"))
    #expect(paths.last == "contacts")
    #expect(try site().pages[0].children.map(\.text) == Array(paths.dropFirst()))
  }

  @Test("without an audit how platforms stand to each duty stands with how the tiers work")
  func matrix() throws {
    let table = try #require(try tables(of: page("policy"), in: "duties").first)
    let haiku = try #require(table.first { $0.first == "Haiku" })
    let cells = Dictionary(zip(table[0], haiku)) { first, _ in first }
    #expect(cells["Place"] == "Tier 3")
    #expect(cells["CI"] == "broken")
    #expect(cells["Contacts"] == "kept")
    #expect(cells["Acknowledged"] == "unknown")
  }

  @Test("a tier's page has its duties, what a move there asks, and its platforms")
  func tier() throws {
    let page = try page("tiers/tier-3")
    #expect(page.sections.map(\.anchor) == ["duties", "platforms", "ways"])
    let table = try #require(try tables(of: page, in: "platforms").first)
    let haiku = try #require(table.first { $0.first == "Haiku" })
    #expect(
      Array(haiku.dropFirst()) == [
        "2026-02-01", "Supported by its port, and to be dropped by the end of 2026", "Grace Hopper, Ada Lovelace",
        "CI broken, Blocks releases unknown, Acknowledged unknown, Wheels unknown",
      ])
  }

  @Test("a platform's page has its history with links, its duties, and what separates it from the next tier")
  func platform() throws {
    let page = try page("platforms/haiku")
    #expect(
      page.sections.map(\.title.text) == [
        "Contacts", "History", "Duties of Tier 3", "What separates it from Tier 2", "CI", "Notices",
      ])
    #expect(
      try tables(of: page, in: "history") == [
        [
          ["Date", "Place", "Decided in", "Remark"],
          ["2026-02-01", "Tier 3", "pull request #12, mailing list", "Asked for by its port"],
          ["2025-05-01", "Known interest", "issue #7", ""],
        ]
      ])
    let cells = page.sections.flatMap(\.blocks).flatMap { block -> [PageText] in
      if case .table(let table) = block { table.rows.flatMap { $0 } } else { [] }
    }
    let links = cells.flatMap(\.parts).compactMap { part -> String? in
      if case .element(.link(text: _, let uri)) = part { return uri }
      return nil
    }
    #expect(links.contains("https://github.com/numpy/numpy/pull/12"))
    #expect(links.contains("https://example.org/list/1"))
    #expect(try tables(of: page, in: "next").first?.compactMap(\.first).prefix(3) == ["Duty", "CI", "Blocks releases"])
  }

  @Test("places are those of the day that is asked for, and the pages say so")
  func moment() throws {
    let moment = RegistryMoment(date: try SampleRegistry.day("2025-12-31"))
    let page = try page("platforms/haiku", at: moment)
    #expect(
      page.lead.first
        == .paragraph(
          .label("Known interest", .unsupported, page: PagePath("tiers", id: "known-interest")) + " since "
            + .day("2025-05-01") + ". Places are those on 2025-12-31."))
    #expect(page.sections.map(\.anchor).contains("duties") == false)
    let early = RegistryMoment(date: try SampleRegistry.day("2020-01-01"))
    #expect(try site(at: early).pages.map(\.path.text).filter { $0.hasPrefix("platforms/") } == [])
  }

  @Test("what decides, and is not shown, leaves no trace of the day")
  func clock() throws {
    let registry = try SampleRegistry.make()
    let days = [
      RegistryMoment(today: try SampleRegistry.day("2026-09-01")),
      RegistryMoment(today: try SampleRegistry.day("2026-09-02")),
    ]
    for format in PageFormat.allCases {
      let sets = days.map { day in
        let site = RegistryPages(registry, at: day)
        return PagesRun.files(of: site, as: format, in: site.frame).map(\.bytes)
      }
      #expect(sets[0] == sets[1])
    }
  }

  @Test("the timeline has all tiers, and bars where the platform stood")
  func timeline() throws {
    let blocks = try page("platforms/haiku").sections.flatMap(\.blocks)
    let timeline = try #require(
      blocks.compactMap { block in if case .timeline(let timeline) = block { timeline } else { nil } }.first)
    #expect(timeline.summary == "Known interest from 2025-05-01 to 2026-02-01; Tier 3 since 2026-02-01.")
    #expect(timeline.lanes.map(\.name) == ["Tier 1", "Tier 2", "Tier 3", "Known interest"])
    #expect(timeline.lanes.map(\.stays.count) == [0, 0, 1, 1])
    #expect(timeline.lanes[2].stays.first?.end == 1000)
    #expect(timeline.lanes[3].stays.first?.end == timeline.lanes[2].stays.first?.start)
    // The last move of all platforms is the last day that anything is known of.
    #expect(timeline.marks.map(\.label) == ["2025-05-01", "2026-02-01", "2026-03-01"])
  }

  @Test("contacts stand with what they answer for, and those who answer for nothing now apart")
  func contacts() throws {
    let table = try #require(try tables(of: page("contacts"), in: "people").first)
    #expect(table[0] == ["Name", "Handle", "Role", "Platforms"])
    let grace = try #require(table.first { $0.first == "Grace Hopper" })
    #expect(grace[2] == "contributor")
    #expect(grace[3].contains("Haiku"))
  }
}
