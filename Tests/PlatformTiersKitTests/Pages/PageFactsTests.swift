import Foundation
import PlatformTiersKit
@testable import Policy
import Rendering
import Testing
import TestSupport

/// What the pages say of this repository's registry, on a day and for a release.
@Suite("What pages say of platforms")
struct PageFactsTests {
  private func site(_ day: String, release: String? = nil) throws -> RegistryPages {
    let moment = RegistryMoment(
      date: try SampleRegistry.day(day), release: try release.map { try SampleRegistry.version($0) })
    return RegistryPages(try registry(), at: moment)
  }

  private func registry() throws -> Registry {
    try ProjectLoader.load(.registry(PackageFile.path("registry"))).soundRegistry().registry
  }

  private func page(_ id: String, of site: RegistryPages) throws -> Page {
    try #require(site.pages.first { $0.path == PagePath("platforms", id: id) })
  }

  private func standing(_ id: String, of site: RegistryPages) throws -> String {
    guard case .paragraph(let text) = try page(id, of: site).lead.first else { return "" }
    return text.text
  }

  private func timeline(_ id: String, of site: RegistryPages) throws -> Timeline {
    let blocks = try page(id, of: site).sections.flatMap(\.blocks)
    return try #require(
      blocks.compactMap { block in if case .timeline(let timeline) = block { timeline } else { nil } }.first)
  }

  private func directory(of site: RegistryPages) throws -> PageDirectory {
    let blocks = try #require(site.pages.first).sections.flatMap(\.blocks)
    return try #require(
      blocks.compactMap { block in if case .directory(let table) = block { table } else { nil } }.first)
  }

  /// The cells of a platform's row, by the titles of their columns.
  private func row(_ id: String, _ table: PageDirectory) throws -> [String: PageText] {
    let row = try #require(table.groups.flatMap(\.rows).first { $0.anchor == "platform-\(id)" })
    return Dictionary(zip(table.columns.map(\.title.text), row.cells)) { first, _ in first }
  }

  private func text(_ path: String, of site: RegistryPages) throws -> String {
    let files = PagesRun.files(of: site, as: .html, in: site.frame)
    return String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("a drawing ends on the day that is asked for, so that a bar is as long as it lasted")
  func span() throws {
    let timeline = try timeline("windows-x86", of: site("2026-11-30"))
    // 125 of 292 days.
    #expect(timeline.lanes[0].stays == [Timeline.Stay(start: 0, end: 428)])
    #expect(timeline.lanes[2].stays == [Timeline.Stay(start: 428, end: 1000)])
    #expect(timeline.marks.last?.label == "2026-11-30")
  }

  @Test("words and drawings are those of the day and the release that are asked for")
  func moments() throws {
    let early = try site("2026-03-01")
    #expect(try standing("windows-x86", of: early).hasPrefix("Tier 1 since 2026-02-11."))
    #expect(try timeline("windows-x86", of: early).lanes.map(\.stays.count) == [1, 0, 0])
    #expect(!(try text("timeline.svg", of: early).contains("Windows x86: Tier 3")))
    let line = try site("2026-11-30", release: "2.5.5")
    #expect(try standing("windows-x86", of: line).hasPrefix("Tier 1 since 2026-02-11."))
    #expect(try timeline("windows-x86", of: line).lanes.map(\.stays.count) == [1, 0, 0])
    #expect(!(try text("timeline.svg", of: line).contains("Windows x86: Tier 3")))
    let now = try site("2026-11-30")
    #expect(try text("timeline.svg", of: now).contains("Windows x86: Tier 3 from 2026-06-16, for 2.6.0 and later"))
    #expect(try text("moves.atom", of: now).contains("<title>Windows x86: Tier 3, from 2.6.0 on</title>"))
    #expect(!(try text("moves.atom", of: line).contains("Windows x86: Tier 3")))
  }

  @Test("what was dropped before the registry began is not supported since then")
  func formerly() throws {
    let site = try site("2026-11-30")
    #expect(try standing("linux-i686", of: site).hasPrefix("Formerly supported, supported up to 1.21.x."))
    #expect(try standing("pypy", of: site).hasPrefix("Formerly supported, supported up to 2.4.x, in Tier 2."))
    #expect(try standing("linux-s390x", of: site).hasPrefix("Formerly supported since before 2026-02-11."))
    #expect(try standing("freebsd", of: site).hasPrefix("Formerly supported since 2026-05-04."))
  }

  @Test("an expected end is told as the note does, and hatched up to its day")
  func ends() throws {
    let site = try site("2026-11-30")
    #expect(try row("macos-x86-64", directory(of: site))["Ahead"]?.text == "expected to end by 2027/28")
    let drawing = try text("timeline.svg", of: site)
    #expect(drawing.contains("macOS x86-64: expected to end by 2027/28"))
    #expect(drawing.contains("ends by 2027/28</text>"))
    #expect(try text("due.ics", of: site).contains("DTSTART;VALUE=DATE:20281231"))
  }

  @Test("without a listing wheels are what the tier promises, and nothing is said of Pythons")
  func promises() throws {
    let table = try directory(of: site("2026-11-30"))
    #expect(table.columns.map(\.title.text) == ["Wheels", "Here since", "Who answers", "Ahead"])
    #expect(try row("linux-x86-64-musllinux", table)["Wheels"]?.text == "wheels, by its tier")
    #expect(try row("ios", table)["Wheels"]?.text == "no wheels, by its tier")
    #expect(table.filters.map(\.title) == ["Linux", "macOS", "Windows", "Others", "Something ahead"])
  }

  @Test("platforms of one name are told apart by their notes, or by their ids")
  func names() throws {
    var registry = try SampleRegistry.make()
    for (index, note) in ["glibc", "`musl`", ""].enumerated() {
      var platform = try SampleRegistry.haiku()
      (platform.id, platform.name, platform.notes) = ("twin-\(index)", "twin", note)
      registry.platforms.append(platform)
    }
    func titles() -> [String] {
      RegistryPages(registry, at: .present).pages.filter { $0.path.text.hasPrefix("platforms/twin") }.map(\.title.text)
    }
    #expect(Set(titles()) == ["twin (twin-0)", "twin (twin-1)", "twin (twin-2)"])
    registry.platforms.removeLast()
    #expect(Set(titles()) == ["twin (glibc)", "twin (musl)"])
  }

  @Test("a commit is named with the workflows that are of it")
  func commit() {
    let location = WorkflowLocation("numpy/numpy@0123abc=../numpy")
    #expect(location == WorkflowLocation(repository: "numpy/numpy", commit: "0123abc", folder: "../numpy"))
    #expect(WorkflowLocation("numpy/numpy@main=../numpy") == WorkflowLocation(folder: "numpy/numpy@main=../numpy"))
  }
}

@Suite("What pages say of NumPy by evidence", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RealPageFactsTests {
  private static func files() throws -> [(path: String, text: String)] {
    let site = try RealAuditedPagesTests.site(commit: "0123456789abcdef")
    return PageFormat.allCases.flatMap { format in
      PagesRun.files(of: site, as: format, in: site.frame).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
  }

  @Test("no path of this machine is published, and what shows a verdict is a link to its line")
  func paths() throws {
    let files = try Self.files()
    let shared = SharedFolder.path ?? ""
    for path in [shared, PackageFile.path(""), "../shared", NSTemporaryDirectory()] {
      #expect(files.filter { $0.text.contains(path) }.map(\.path) == [], "\(path)")
    }
    let platform = try #require(files.first { $0.path == "platforms/windows-x86.html" })
    #expect(
      platform.text.contains(
        "href=\"https://github.com/numpy/numpy/blob/0123456789abcdef/.github/workflows/windows.yml#L79\""))
  }

  @Test("wheels that are not there are not called kept, and warnings are on the index")
  func wheels() throws {
    let files = try Self.files()
    let audit = try #require(files.first { $0.path == "audit.md" }?.text)
    let rows = audit.split(separator: "\n")
    #expect(rows.contains { $0.contains("[iOS]") && $0.contains("none: ") == false && !$0.contains("✓ kept: Wheels") })
    #expect(audit.contains("8 warnings say what is amiss besides."))
    let index = try #require(files.first { $0.path == "index.html" }?.text)
    for words in [
      "asks for &#39;macos-14&#39;", "cp314t from macOS 14.0 on only", "is tested on a free-threaded Python",
    ] {
      #expect(index.contains(words))
    }
    #expect(!index.contains(">kept<"))
  }
}
