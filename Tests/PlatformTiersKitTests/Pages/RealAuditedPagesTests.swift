import Foundation
import PlatformTiersKit
import Policy
import Rendering
import Testing
import TestSupport

/// This repository's registry and the real evidence, as pages.
@Suite("NumPy's pages with an audit", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RealAuditedPagesTests {
  static func site(commit: String? = nil) throws -> RegistryPages {
    let shared = SharedFolder.path ?? ""
    var request = EvidenceRequest()
    request.index = shared + "/evidence/index/numpy.json"
    request.workflows = ["numpy", "numpy-release"].map { name in
      WorkflowLocation(repository: "numpy/\(name)", commit: commit, folder: "\(shared)/evidence/\(name)")
    }
    let moment = RegistryMoment.present
    let loaded = try ProjectLoader.load(.registry(PackageFile.path("registry"))).soundRegistry()
    var source = RegistrySource(of: loaded)
    let audit = try AuditRun.pages(of: loaded, at: moment, by: request, allReleases: true, source: &source)
    return RegistryPages(loaded.registry, at: moment, audit: audit, source: source)
  }

  @Test("say of the wheels what the listing has")
  func wheels() throws {
    let pages = try Self.site().pages
    func releases(_ id: String) -> String? {
      let page = pages.first { $0.path == PagePath("platforms", id: id) }
      for case .definitions(let facts) in page?.sections.first(where: { $0.anchor == "release" })?.blocks ?? [] {
        return facts.last?.text.text
      }
      return nil
    }
    #expect(
      releases("macos-x86-64")
        == "wheels in 67 of 67, 1.21.0 of 2021-06-22 to 2.5.5 of 2026-11-15; a gap in 11, last in 2.5.5")
    #expect(releases("windows-x86") == "wheels in 67 of 67, 1.21.0 of 2021-06-22 to 2.5.5 of 2026-11-15")
    #expect(releases("pypy")?.contains(" to 2.4.6 of 2026-05-18") == true)
    #expect(releases("linux-i686")?.contains("1.21.6 of ") == true)
    let matrix = pages.first { $0.path.text == "releases" }?.sections.last?.blocks.last
    guard case .table(let table) = matrix else {
      Issue.record("no matrix")
      return
    }
    #expect(table.rows.count == 67)
    #expect(table.rows.first?.first?.text == "2.5.5 2026-11-15")
    #expect(table.columns.count == 14)
  }

  @Test("are well made", .enabled(if: Oracle.isPresent("python3"), "skipped: no python3"))
  func markup() throws {
    let reading = try PageSet(try Self.site(), as: .html).read("html")
    #expect(reading.problems == [])
    #expect(reading.pages.count == 40)
    #expect(
      reading.pages["audit.html"]?.cells.contains(
        "numpy 2.5.5 serves 'macOS x86-64' on cp314t from macOS 14.0 on only, and on other Pythons from 10.13 or 10.15 on."
      ) == true)
    #expect(reading.pages["platforms/windows-x86.html"]?.headings.contains("Wheels of numpy 2.5.5") == true)
  }

  @Test(
    "build with Sphinx, warnings being errors",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: PackageFile.path(".build/venv/bin/sphinx-build")),
      "skipped: run Scripts/test-tools first"))
  func sphinx() throws {
    let set = try PageSet(try Self.site(), as: .rst)
    try set.folder.write("project = 'pages'\n", to: "conf.py")
    _ = try Oracle(PackageFile.path(".build/venv/bin/sphinx-build"))
      .run(["-W", "-n", "-q", set.folder.path, set.folder["built"]])
  }
}
