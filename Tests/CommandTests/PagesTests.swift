import Foundation
import Testing
import TestSupport

/// `pages`: what is written, where, and what is left alone.
@Suite struct PagesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
  }

  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    contacts: [ada]
    moves:
      - {date: 2026-02-01, to: tier-2, pull-request: 12}
      - {date: 2026-03-01, to: tier-3, release: 3.1.0}

    """

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["pages"] + arguments, in: folder.path)
  }

  private func files(_ name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder[name]).filter { $0.contains(".") }.sorted()
  }

  @Test(arguments: [("html", ".html"), ("markdown", ".md"), ("rst", ".rst")])
  func aSetIsWritten(format: String, ending: String) throws {
    let result = try run("--output", "new/site", "--format", format)
    #expect(result.status == 0)
    #expect(result.output == "")
    let beside =
      [
        "platforms.json", "timeline.svg", "moves.atom", "due.ics", "api/v1/openapi.json",
        "api/v1/platforms.schema.json",
        "api/v1/platforms/haiku.json", "badges/haiku.svg", "badges/tier/haiku.json", "badges/wheels/haiku.json",
      ] + (format == "markdown" ? [] : ["platform-tiers.css"]) + (format == "html" ? ["embed.html"] : [])
    let pages = [
      "index", "contacts", "policy", "due", "platforms/haiku", "tiers/tier-1", "tiers/tier-2", "tiers/tier-3",
      "tiers/formerly-supported",
      "tiers/known-interest",
    ].map { $0 + ending }
    #expect(try files("new/site") == (pages + beside).sorted())
    let count = pages.count + beside.count
    #expect(result.error == "platform-tiers: changed \(count) of \(count) files in 'new/site'\n")
    #expect(try run("--output", "new/site", "--format", format).error.contains("changed 0 of \(count) files"))
  }

  @Test func placesAreThoseOfADayOrARelease() throws {
    #expect(try run("--output", "now", "--format", "markdown").status == 0)
    #expect(try folder.text(of: "now/platforms/haiku.md").contains("[Tier 3](../tiers/tier-3.md) since 2026-03-01"))
    #expect(try run("--output", "then", "--format", "markdown", "--at", "2026-02-10").status == 0)
    let then = try folder.text(of: "then/platforms/haiku.md")
    #expect(then.contains("[Tier 2](../tiers/tier-2.md) since 2026-02-01. Places are those on 2026-02-10."))
    #expect(try run("--output", "line", "--format", "markdown", "--release", "3.0.4").status == 0)
    #expect(try folder.text(of: "line/index.md").contains("Places are those for 3.0.4."))
    #expect(try folder.text(of: "line/platforms.json").contains("\"release\": \"3.0.4\""))
  }

  @Test func aProjectsOwnPartsAreUsed() throws {
    try folder.write("<header><p>The project</p></header>\n", to: "header.html")
    try folder.write("<p>Its footer</p>\n", to: "footer.html")
    try folder.write("body { color: teal }\n", to: "own.css")
    let result = try run(
      "--output", "site", "--header", "header.html", "--footer", "footer.html", "--stylesheet", "own.css")
    #expect(result.status == 0)
    let page = try folder.text(of: "site/platforms/haiku.html")
    #expect(page.contains("<header><p>The project</p></header>"))
    #expect(page.contains("<p>Its footer</p>"))
    #expect(page.contains("href=\"../project.css\""))
    #expect(try folder.text(of: "site/project.css").hasSuffix("body { color: teal }\n"))
    try Data([0xFF]).write(to: URL(filePath: folder["latin.html"]))
    let latin = try run("--output", "other", "--header", "latin.html")
    #expect(latin.status == 2)
    #expect(latin.error.contains("'latin.html' is not UTF-8"))
    #expect(!FileManager.default.fileExists(atPath: folder["other"]))
  }

  @Test func whatIsNotOursStays() throws {
    try folder.write("mine\n", to: "docs/index.rst")
    let refused = try run("--output", "docs", "--format", "rst")
    #expect(refused.status == 2)
    #expect(refused.error.contains("'docs/index.rst' was not written by 'platform-tiers pages'"))
    #expect(try files("docs") == ["index.rst"])

    try folder.write("mine\n", to: "site/notes.html")
    try folder.write("mine\n", to: "site/platforms/mine.html")
    #expect(try run("--output", "site").status == 0)
    try FileManager.default.moveItem(
      atPath: folder["registry/platforms/haiku.yaml"], toPath: folder["registry/platforms/beos.yaml"])
    let moved = try run("--output", "site")
    #expect(moved.error.contains("left 'site/platforms/haiku.html': the registry has no such page any more"))
    #expect(!moved.error.contains("mine.html"))
    #expect(try files("site").contains("platforms/haiku.html"))
    #expect(try folder.text(of: "site/notes.html") == "mine\n")
    #expect(try folder.text(of: "site/platforms/mine.html") == "mine\n")
  }

  @Test func nothingOutsideTheFolderIsWritten() throws {
    try folder.write("", to: "elsewhere/keep")
    try folder.write("", to: "site/keep")
    try FileManager.default.createSymbolicLink(
      atPath: folder["site/platforms"], withDestinationPath: folder["elsewhere"])
    let through = try run("--output", "site")
    #expect(through.status == 2)
    #expect(through.error.contains("symbolic link"))
    #expect(try files("elsewhere") == [])
    try folder.write("x", to: "victim.html")
    try folder.write("", to: "other/keep")
    try FileManager.default.createSymbolicLink(
      atPath: folder["other/index.html"], withDestinationPath: folder["victim.html"])
    #expect(try run("--output", "other").status == 2)
    #expect(try folder.text(of: "victim.html") == "x")
    // A link to the folder itself is how somebody names it.
    try FileManager.default.createSymbolicLink(atPath: folder["named"], withDestinationPath: folder["elsewhere"])
    #expect(try run("--output", "named").status == 0)
    #expect(try files("elsewhere").contains("index.html"))
  }

  @Test(arguments: [
    [], ["--output", ""], ["--output", "x", "--format", "pdf"], ["--output", "x", "--at", "2026-02-30"],
    ["--output", "x", "--format", "rst", "--stylesheet", "own.css"], ["--output", "x", "index"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let result = try Tool.run(["pages"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.error.hasPrefix("platform-tiers: error: "))
    #expect(!FileManager.default.fileExists(atPath: folder["x"]))
  }

  @Test func whatCannotBeReadOrWrittenEndsWith2() throws {
    #expect(try run("--output", "x", "--header", "gone.html").status == 2)
    #expect(try run("--output", "x", "--registry", "gone").status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder["x"]))
    try folder.write("", to: "file")
    let result = try run("--output", "file/site")
    #expect(result.status == 2)
    #expect(result.error.contains("cannot make the folder 'file/site'"))
  }
}
