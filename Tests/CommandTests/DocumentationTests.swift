import Diagnostics
import Foundation
import Testing
import TestSupport

/// What README and the guides say of files, commands and output.
@Suite struct DocumentationTests {
  private static let pages: [String] = {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: PackageFile.path("docs"))) ?? []
    return ["README.md"] + found.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }.sorted()
  }()

  private static func lines(of page: String) throws -> [String] {
    let file = try #require(PackageFile.read(page))
    return String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\n")
  }

  /// The lines that are in no fenced block.
  private static func prose(of page: String) throws -> [String] {
    var isCode = false
    return try lines(of: page).filter { line in
      let isFence = line.hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isFence && !isCode
    }
  }

  /// Of a page's headings, as GitHub makes them.
  private static func anchors(of page: String) throws -> Set<String> {
    let headings = try prose(of: page).filter { $0.hasPrefix("#") }.map { $0.drop { $0 == "#" }.dropFirst() }
    return Set(
      headings.map { heading in
        heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
          .replacingOccurrences(of: " ", with: "-")
      })
  }

  @Test func allGuidesAreLookedAt() {
    #expect(Self.pages.count > 100)
  }

  @Test(arguments: pages)
  func relativeLinksLeadSomewhere(page: String) throws {
    let folder = page.contains("/") ? String(page[..<(page.lastIndex(of: "/") ?? page.startIndex)]) + "/" : ""
    for line in try Self.prose(of: page) {
      for link in line.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s#]*)(?:#([^)\s]*))?\)/) {
        let (path, anchor) = (String(link.1), link.2.map(String.init))
        if path.contains(":") { continue }
        let target =
          path.isEmpty ? page : URL(filePath: "/" + folder + path).standardized.path().dropFirst().description
        #expect(FileManager.default.fileExists(atPath: PackageFile.path(target)), "\(line)")
        if let anchor, target.hasSuffix(".md") { #expect(try Self.anchors(of: target).contains(anchor), "\(line)") }
      }
    }
  }

  /// The program's own list of commands, each with its help.
  private static func help() throws -> [String: String] {
    let list = try Tool.run(["--help"]).output.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
    let names = list.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.1) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try Tool.run(["help", $0]).output) })
  }

  @Test func commandsAndOptionsAreThere() throws {
    let help = try Self.help()
    var seen: Set<String> = []
    for page in Self.pages {
      for line in try Self.lines(of: page) {
        for command in line.matches(of: /(?:`|^\$ )platform-tiers ([a-z]+)([^`|]*)/) {
          let text = try #require(help[String(command.1)], "\(page): \(line)")
          for option in command.2.matches(of: /--[a-z-]+/) {
            #expect([" ", ","].contains { text.contains(" \(option.0)\($0)") }, "\(page): \(line)")
          }
          if page == "README.md" { seen.insert(String(command.1)) }
        }
      }
    }
    #expect(seen == Set(help.keys), "README names every command")
  }

  /// The document around README's table has the headings of the other tiers.
  @Test func readmeShowsWhatLintPrints() throws {
    let page = try #require(PackageFile.read("README.md"))
    let table = try #require(page.codeBlocks("rst").first)
    let command = "$ platform-tiers lint platforms.rst\n"
    let output = try #require(page.codeBlocks("console").first { $0.hasPrefix(command) }).dropFirst(command.count)
    let folder = try TemporaryFolder()
    try folder.write("Tier 2\n------\n" + String(repeating: "\n", count: 13) + table, to: "platforms.rst")
    let found = try Tool.run(["lint", "platforms.rst", "--select", "misaligned-border"], in: folder.path)
    #expect(found.output == output)
    _ = try Tool.run(["lint", "platforms.rst", "--select", "misaligned-border", "--fix"], in: folder.path)
    #expect(
      try folder.text(of: "platforms.rst").hasSuffix(
        table.replacing("-+--------------+---------------+", with: "-+---------------+--------------+")))
  }
}
