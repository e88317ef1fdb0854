import Diagnostics
import Documents
import Foundation
import PlatformTiersKit
import Policy
import Rendering
import Testing
import TestSupport

/// Registry text comes out as text in every format, wherever it stands.
@Suite("Pages of a registry whose texts look like markup")
struct HostilePagesTests {
  private static let texts = HostileRegistry.texts.map(\.shown)
  /// Texts that are shown as they are.
  private static let plain = HostileRegistry.texts.filter { $0.text == $0.shown }.map(\.text)

  private static let files = ["platforms.json", "openapi.json", "moves.atom", "due.ics", "timeline.svg"]

  /// With evidence that is no better.
  private static func site() throws -> RegistryPages {
    let registry = try HostileRegistry.make()
    return RegistryPages(
      registry, at: .present, audit: try HostileEvidence.make(of: registry))
  }

  private static let title = "<i>{{ project }}</i> platform support"
  private static let question = "Does <i>{{ project }}</i> support your platform?"

  @Test("in HTML, by html.parser", .enabled(if: Oracle.isPresent("python3"), "skipped: no python3"))
  func html() throws {
    let set = try PageSet(try Self.site(), as: .html)
    let reading = try set.read("html")
    #expect(reading.problems == [])
    let index = try #require(reading.pages["index.html"])
    #expect(index.title == "\(Self.question) – \(Self.title)")
    for (number, text) in Self.texts.enumerated() {
      let path = try #require(set.site.pages.first { $0.title.text.trimmed == text }?.path.text)
      let page = try #require(reading.pages[path + ".html"])
      #expect(page.title == "\(text) – \(Self.title)", "\(number)")
      #expect(page.headings.first == text)
      #expect(page.headings.contains("Duties of `Tier`_ | <i>1</i>"))
      #expect(page.cells.filter { $0 == text }.count >= 6, "job, matrix, runner, remark: \(text)")
      #expect(page.labels.contains("Places of \(text) over time"))
      #expect(index.cells.contains { $0.hasPrefix(text) })
      #expect(reading.pages["contacts.html"]?.cells.contains(text) == true)
    }
    let audit = try #require(reading.pages["audit.html"])
    for text in Self.plain {
      #expect(audit.cells.contains(text), "the rule")
      #expect(audit.cells.contains("'\(text)' is odd."))
      #expect(audit.cells.contains("::error::'\(text)'."))
      let name = text.hasPrefix("../") || text == ".." ? ".." : text
      #expect(audit.cells.contains("\(name):1:1; \(text): 1:1"))
      #expect(audit.texts.contains("by '\(text)'"))
    }
    #expect(audit.cells.contains("'<U+202E>rtl' is odd."))
    #expect(audit.cells.contains("'line break' is odd."))
  }

  @Test(
    "in reStructuredText, by docutils", .enabled(if: Oracle.isPresent("python3", "rst2html"), "skipped: no docutils"))
  func restructuredText() throws {
    let set = try PageSet(try Self.site(), as: .rst)
    let reading = try set.read("rst")
    #expect(reading.problems == [])
    let index = try #require(reading.pages["index.rst"])
    #expect(index.title == Self.question)
    for text in Self.texts {
      let path = try #require(set.site.pages.first { $0.title.text.trimmed == text }?.path.text)
      let page = try #require(reading.pages[path + ".rst"])
      #expect(page.title == text)
      #expect(page.headings.contains("Duties of `Tier`_ | <i>1</i>"))
      #expect(page.labels.contains("platform-tiers-" + path.split(separator: "/").joined(separator: "-")))
      #expect(page.cells.filter { $0 == text }.count >= 6, "\(text)")
      #expect(index.cells.contains { $0.hasPrefix(text) })
      #expect(reading.pages["contacts.rst"]?.cells.contains(text) == true)
    }
    let audit = try #require(reading.pages["audit.rst"])
    for text in Self.plain {
      #expect(audit.cells.contains("'\(text)' is odd."))
      #expect(audit.cells.contains("::error::'\(text)'."))
      let name = text.hasPrefix("../") || text == ".." ? ".." : text
      #expect(audit.cells.contains("\(name):1:1; \(text): 1:1"))
      #expect(audit.texts.contains("by '\(text)'"))
    }
    #expect(audit.cells.contains("'<U+202E>rtl' is odd."))
  }

  @Test("in Markdown, by libcmark")
  func markdown() throws {
    let site = try Self.site()
    for page in site.pages {
      let file = SourceFile(path: "x.md", bytes: PageRenderer.render(page, as: .markdown, in: site.frame))
      let document = DocumentReader.read(file, as: .markdown)
      #expect(document.faults.isEmpty, "\(page.title.text)")
      #expect(document.title?.title == page.title.text.trimmed)
      let tables = page.sections.flatMap(\.blocks).flatMap { block -> [Int] in
        switch block {
        case .table(let table): [table.rows.count]
        case .directory(let directory): directory.groups.map(\.rows.count)
        default: []
        }
      }
      #expect(document.tables.map { $0.rows.count - 1 } == tables)
      #expect(document.tables.allSatisfy { table in table.rows.allSatisfy { $0.count <= 5 } })
      let titles = page.sections.flatMap { section in
        [section.title.text.trimmed]
          + section.blocks.flatMap { block in
            if case .directory(let directory) = block { directory.groups.map(\.title.text.trimmed) } else { [String]() }
          }
      }
      #expect(document.sections.dropFirst().map(\.title) == titles)
      let addresses = document.links.map(\.uri)
      #expect(
        addresses.allSatisfy {
          $0.hasSuffix(".md") || $0.hasPrefix("http") || Self.files.contains(FilePaths.name(of: $0))
        }, "\(addresses)")
    }
  }

  @Test(
    "Markdown has no HTML, code or rule that the page does not mean, by cmark-gfm",
    .enabled(if: Oracle.isPresent("cmark-gfm"), "skipped: no cmark-gfm"))
  func markdownTrees() throws {
    let set = try PageSet(try Self.site(), as: .markdown)
    for path in try set.paths where path.hasSuffix(".md") {
      let tree = String(
        decoding: try Oracle("cmark-gfm").run(["-e", "table", "-e", "strikethrough", "-t", "xml", set.folder[path]]),
        as: UTF8.self)
      for kind in [
        "html_inline", "thematic_break", "code_block", "block_quote", "strikethrough", "\"ordered\"",
      ] {
        #expect(!tree.contains(kind == "\"ordered\"" ? kind : "<\(kind)"), "\(path)")
      }
      // Our own first line.
      #expect(tree.components(separatedBy: "<html_block").count == 2)
      let source = try set.folder.text(of: path)
      #expect(!source.contains("{{"))
      #expect(!source.contains("{%"))
    }
  }

  @Test("in JSON")
  func json() throws {
    let set = try PageSet(try Self.site(), as: .html)
    let data = Data(try set.folder.text(of: "platforms.json").utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let platforms = try #require(root["platforms"] as? [[String: Any]])
    #expect(Set(platforms.compactMap { $0["name"] as? String }) == Set(HostileRegistry.texts.map(\.text)))
    #expect(Set(try platforms.map { try #require($0["page"] as? String) }).isSubset(of: try set.paths))
  }

  @Test("in the names of files")
  func names() throws {
    let registry = try HostileRegistry.make()
    let paths = try PageSet(registry, as: .html).paths
    #expect(paths.filter { $0.hasPrefix("platforms/") && $0.hasSuffix(".html") }.count == registry.platforms.count)
    let known = Set("abcdefghijklmnopqrstuvwxyz0123456789-_+.=")
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(
        parts.count <= 4 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.allSatisfy(known.contains) })
    }
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
