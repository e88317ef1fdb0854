import Foundation
import Testing
import TestSupport

/// `pages --audit`: which evidence it takes, what is written of it, and when nothing is.
@Suite struct PagesAuditTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.listing, to: "index.json")
  }

  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    contacts: [ada]
    wheels: {tags: '*-*-haiku_*'}
    moves:
      - {date: 2026-02-01, to: tier-2, pull-request: 12}
      - {date: 2026-03-01, to: tier-3, release: 3.1.0}

    """

  private static let listing = """
    {"name": "demo", "files": [
      {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl", "upload-time": "2026-02-10T00:00:00Z"},
      {"filename": "demo-3.1.0-cp314-cp314-haiku_1_x86_64.whl", "upload-time": "2026-06-10T00:00:00Z"}]}

    """

  private func run(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool.run(["pages", "--output", "site", "--audit"] + arguments, input: input, in: folder.path)
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder[path]) }

  @Test(arguments: [("html", ".html"), ("markdown", ".md"), ("rst", ".rst")])
  func theAuditAndTheReleasesHaveAPage(format: String, ending: String) throws {
    let result = try run("--index", "index.json", "--all-releases", "--format", format)
    #expect(result.status == 0)
    #expect(result.output == "")
    let audit = try folder.text(of: "site/audit" + ending)
    #expect(audit.contains("demo 3.1.0 of 2026-06-10, 1 wheel and 0 source distributions, as "))
    #expect(audit.contains("forbidden-wheels"))
    #expect(try folder.text(of: "site/releases" + ending).contains("1 forbidden"))
    let platform = try folder.text(of: "site/platforms/haiku" + ending)
    #expect(platform.contains("demo 3.1.0 has 1 wheel"))
    #expect(platform.contains("Wheels of demo 3.1.0"))
    #expect(try run("--index", "index.json", "--all-releases", "--format", format).error.contains("changed 0 of "))
  }

  @Test func theReleaseIsTheOneThatIsAskedFor() throws {
    #expect(try run("--index", "-", "--release", "3.0.0", "--format", "markdown", input: Self.listing).status == 0)
    let platform = try folder.text(of: "site/platforms/haiku.md")
    #expect(platform.contains("[Tier 2](../tiers/tier-2.md) since 2026-02-01. Places are those for 3.0.0."))
    #expect(platform.contains("| demo 3.0.0 has 1 wheel, for 1 of 1 Python. "))
    #expect(try folder.text(of: "site/audit.md").contains("as '\\<stdin>' lists it"))
    #expect(try folder.text(of: "site/audit.md").contains("Places are those for 3.0.0."))
    #expect(!exists("site/releases.md"))
  }

  @Test func withoutFilesTheRecordIsHeldAgainstWhatIsBuiltIn() throws {
    #expect(try run("--format", "markdown").status == 0)
    #expect(try folder.text(of: "site/audit.md").contains("* prerequisites of 2026-11-24 to 2026-11-30, built in\n"))
    #expect(
      try folder.text(of: "site/index.md").contains(
        "Whether what the tiers promise is kept says the [audit](audit.md)."))
  }

  @Test func usageIsEvidenceToo() throws {
    try folder.write("platform,downloads,date\nHaiku,3,2026-10-31\nother,997,2026-10-31\n", to: "usage.csv")
    #expect(try run("--usage", "usage.csv", "--format", "markdown").status == 0)
    #expect(
      try folder.text(of: "site/platforms/haiku.md").contains(
        "0.3 % of users (2026-10-31, usage.csv), under 0.5 %, and no reason"))
    // What is wrong with a row does not stop the rest.
    #expect(try folder.text(of: "site/audit.md").contains("'other' is no platform of the registry"))
  }

  @Test func pagesOfEvidenceThatIsNotGivenAnyMoreAreNamed() throws {
    #expect(!(try run("--index", "index.json", "--all-releases").error.contains("left ")))
    let result = try Tool.run(["pages", "--output", "site"], in: folder.path)
    #expect(result.status == 0)
    for name in ["audit", "releases"] {
      #expect(
        result.error.contains(
          "left 'site/\(name).html': this run was given no evidence for it; remove it if nothing links to it\n"))
      #expect(exists("site/\(name).html"))
    }
    #expect(!(try folder.text(of: "site/index.html").contains("audit.html")))
    try folder.write("mine\n", to: "site/audit.html")
    #expect(!(try Tool.run(["pages", "--output", "site"], in: folder.path).error.contains("audit.html")))
    #expect(try run().status == 2)
    #expect(try folder.text(of: "site/audit.html") == "mine\n")
  }

  @Test func whereEvidenceCannotBeReadNothingIsWritten() throws {
    try folder.write(String(Self.listing.dropLast(5)), to: "cut.json")
    for (arguments, words) in [
      (["--index", "none.json"], "cannot read 'none.json'"), (["--usage", "none.csv"], "cannot read 'none.csv'"),
      (["--workflows", "none"], "'none'"), (["--prerequisites", "none.yaml"], "cannot read 'none.yaml'"),
      (["--index", "index.json", "--release", "9.0"], "'index.json' has no release 9.0"),
      (["--index", "cut.json"], "'cut.json' has faults; mend them first"),
    ] {
      let result = try Tool.run(["pages", "--output", "site", "--audit"] + arguments, in: folder.path)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.error.contains(words), "\(result.error)")
      #expect(!exists("site"))
    }
  }

  @Test func aFaultThatIsExemptStopsNothing() throws {
    try folder.write(String(Self.listing.dropLast(5)), to: "cut.json")
    try folder.write("exemptions: [{rule: broken-evidence, reason: it is a miniature}]\n", to: ".platform-tiers.yaml")
    #expect(try run("--index", "cut.json", "--format", "markdown").status == 0)
    try folder.write("exemptions: [{rule: forbidden-wheels, reason: the last ones}]\n", to: ".platform-tiers.yaml")
    #expect(try run("--index", "index.json", "--format", "markdown").status == 0)
    #expect(!(try folder.text(of: "site/audit.md").contains("forbidden-wheels")))
  }

  @Test(arguments: [
    (["--index", "index.json"], "'--index' gives evidence for an audit: add '--audit'"),
    (["--workflows", "a/b=c"], "'--workflows' gives evidence"), (["--usage", "u.csv"], "'--usage' gives evidence"),
    (["--prerequisites", "p.yaml"], "'--prerequisites' gives evidence"),
    (["--all-releases"], "'--all-releases' is a part of the audit: add '--audit'"),
    (["--audit", "--all-releases"], "'--all-releases' needs '--index'"),
    (["--audit", "--index", "-", "--usage", "-"], "standard input is one file"),
  ])
  func wrongUsageEndsWith64(_ arguments: [String], _ words: String) throws {
    let result = try Tool.run(["pages", "--output", "site"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.error.contains(words))
    #expect(!exists("site"))
  }
}
