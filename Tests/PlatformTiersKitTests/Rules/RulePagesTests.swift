import Checks
import Diagnostics
import Foundation
import PlatformTiersKit
import Testing
import TestSupport

/// The pages in `docs/rules/` are what the rules say of themselves.
@Suite("RulePages") struct RulePagesTests {
  private static let folder = URL(filePath: PackageFile.path("docs/rules"))
  private static let command = "PLATFORM_TIERS_RECORD=1 swift test --disable-xctest --filter RulePages"
  private static let isRecording = ProcessInfo.processInfo.environment["PLATFORM_TIERS_RECORD"] == "1"

  private static var pages: [String: String] {
    var pages = ["README.md": RulePage.index(RuleCatalogue.rules)]
    for rule in RuleCatalogue.rules { pages["\(rule.id).md"] = RuleCatalogue.markdownPage(of: rule) }
    return pages
  }

  @Test func pagesAreCurrent() throws {
    let pages = Self.pages
    let found = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path())) ?? []
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for name in found where pages[name] == nil {
        try FileManager.default.removeItem(at: Self.folder.appending(path: name))
      }
      for (name, page) in pages {
        try Data(page.utf8).write(to: Self.folder.appending(path: name))
      }
      Issue.record("the pages were written anew; run the tests without PLATFORM_TIERS_RECORD")
      return
    }
    #expect(found.sorted() == pages.keys.sorted(), "run \(Self.command)")
    for (name, page) in pages {
      let stored = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      let isCurrent = stored == page
      #expect(isCurrent, "docs/rules/\(name) is out of date: run \(Self.command)")
    }
  }

  @Test(arguments: RuleCatalogue.rules.map(\.id))
  func pagesHaveTheSameHeadings(id: String) throws {
    let page = RuleCatalogue.markdownPage(of: try RuleCatalogue.rule(id))
    var rest = page[...]
    let headings = [
      "# \(id)", "## What it does", "## Why", "## Examples flagged", "## Examples accepted", "## How to fix",
      "## Severity, family, fix",
    ]
    for heading in headings {
      let end = rest.range(of: heading + "\n")?.upperBound
      rest = rest[try #require(end, "\(heading) is missing or out of order")...]
    }
  }

  @Test func showsWhatNobodySees() throws {
    let page = RuleCatalogue.markdownPage(of: try RuleCatalogue.rule("control-character"))
    #expect(page.contains("⟨U+202E⟩"))
    #expect(!page.contains("\u{202E}"))
  }

  @Test func explainsOnATerminal() throws {
    let text = RuleCatalogue.page(of: try RuleCatalogue.rule("malformed-link"), Layout())
    #expect(text.hasPrefix("malformed-link (error, family document)\n"))
    #expect(text.replacing(/\n +/, with: " ").contains("has 30 characters and must have 32"))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
  }
}
