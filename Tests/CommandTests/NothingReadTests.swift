import Testing
import TestSupport

/// What nobody has read has no faults, and must not look as if it had been found in order.
@Suite struct NothingReadTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(
      """
      name: Haiku
      target: {os: haiku, arch: x86-64, interpreter: cpython}
      contacts: [ada]
      moves: [{date: 2026-02-01, to: tier-3}]

      """, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.page("Teir 3"), to: "reworded.md")
    try folder.write(Self.page("Tier 3"), to: "page.md")
    try folder.write("# Something else\n", to: "other.md")
  }

  private static func page(_ heading: String) -> String {
    """
    # Platforms

    ## \(heading)

    | Platform | Notes | Contacts     |
    |----------|-------|--------------|
    | Haiku    |       | Ada Lovelace |

    """
  }

  private func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.path) }

  @Test func aDocumentAndAPolicyThatTheCommandLineNamesHaveToMeet() throws {
    let result = try run("lint", "--policy", "nep57", "reworded.md", "--select", "agreement")
    #expect(result.status == 2)
    #expect(result.error.contains("error: 'reworded.md' lists nothing by the policy '"))
    #expect(
      result.error.contains("its headings are 'Platforms', 'Teir 3'; the policy's are 'Tier 1', 'Tier 2', 'Tier 3'"))
    #expect(result.error.contains("'Teir 3' comes near 'Tier 3'"))
    #expect(try run("lint", "--policy", "nep57", "page.md", "--select", "agreement").status == 0)
    #expect(try Tool.run(["lint", "--policy", "nep57", "-"], input: "Text\n", in: folder.path).status == 2)
    // By no policy of its own it is some text.
    let other = try run("lint", "other.md")
    #expect(other.status == 0)
    let totals = "nothing found in 1 file; it lists no platforms by its policy, so only its markup was checked "
    #expect(other.output.replacing("\n", with: " ") == totals)
    #expect(
      try run("lint", "other.md", "page.md", "--select", "agreement").output.contains(
        "; 1 lists no platforms by its policy, and only markup"))
    #expect(try run("lint", "page.md", "--select", "agreement").output == "nothing found in 1 file\n")
    #expect(try Tool.run(["lint", "-"], input: "Text\n", in: folder.path).status == 0)
  }

  @Test(arguments: ["check", "lint", "generate"])
  func aDocumentThatTheConfigurationListsForARegistryIsRead(_ command: String) throws {
    try folder.write(
      "registry: registry\nignore: [rows, document, registry, ci, wheels]\ndocuments: page.md\n",
      to: ".platform-tiers.yaml")
    #expect(try run(command).status == 0)
    try folder.write("registry: registry\ndocuments: [page.md, reworded.md]\n", to: ".platform-tiers.yaml")
    let result = try run(command)
    #expect(result.status == 2)
    #expect(result.error.contains("'reworded.md' lists nothing by the policy"))
    #expect(!result.error.contains("'page.md' lists nothing"))
  }

  /// A pattern is not meant for each of the files that it matches, but for some.
  @Test func aPatternHasToMatchADocumentThatListsSomething() throws {
    let settings = "registry: registry\nignore: [rows, document, registry, ci, wheels]\ndocuments: "
    try folder.write(settings + "'*.md'\n", to: ".platform-tiers.yaml")
    #expect(try run("check").status == 0)
    try folder.write(settings + "'{other,reworded}.md'\n", to: ".platform-tiers.yaml")
    let result = try run("check")
    #expect(result.status == 2)
    #expect(result.error.contains("none of the 2 documents of '{other,reworded}.md' lists anything"))
  }

  @Test func aRegionCountsAsRead() throws {
    try folder.write(
      "registry: registry\nignore: [registry, ci, wheels]\ndocuments: regions.md\n", to: ".platform-tiers.yaml")
    try folder.write(
      "# Page\n\n<!-- platform-tiers: begin tier-3 -->\n\n<!-- platform-tiers: end -->\n", to: "regions.md")
    #expect(try run("generate").status == 0)
    #expect(try run("check").status == 0)
  }

  @Test func theBuiltInPolicysOwnDocumentIsKnownByItsName() throws {
    try folder.write("A\n=\n\nText\n", to: "neps/nep-0057-platforms.rst")
    try folder.write("A\n=\n\nText\n", to: "neps/nep-0050-scalars.rst")
    #expect(try run("lint", "neps", "--select", "rows").status == 2)
    #expect(try run("lint", "neps/nep-0050-scalars.rst", "--select", "rows").status == 0)
  }

  @Test func lintingAFileReportsOnThatFile() throws {
    try folder.write("registry: registry\ndocuments: page.md\n", to: ".platform-tiers.yaml")
    #expect(try run("check").output.contains("registry/platforms/haiku.yaml:"))
    #expect(try !run("lint", "page.md").output.contains("registry/"))
    let missing = try run("lint", "missing.md")
    #expect(missing.status == 2)
    #expect(missing.output == "")
    #expect(missing.error == "platform-tiers: error: cannot read 'missing.md': no such file or directory\n")
    // Nothing is held against half a registry, and that is said.
    try folder.write("name: BeOS\n", to: "registry/platforms/beos.yaml")
    let broken = try run("lint", "page.md")
    #expect(broken.status == 2)
    #expect(
      broken.error.contains("'registry' has faults, and nothing was held against it; 'platform-tiers check' lists"))
    #expect(try run("lint", "missing.md").error == missing.error)
  }

  @Test func inspectSaysWhoseATableIs() throws {
    let result = try run("inspect", "--policy", "nep57", "page.md")
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        """
        line 5: table of 'Tier 3', under 'Tier 3'
          column 1 'Platform': the platform's name
          column 2 'Notes': notes
          column 3 'Contacts': contacts

        """))
    #expect(result.output.contains("'Tier 1' has no heading here; the policy's is 'Tier 1'"))
    let reworded = try run("inspect", "--policy", "nep57", "reworded.md").output
    #expect(
      reworded.contains(
        "line 5: table: nobody's, since its heading 'Teir 3' is none of the policy's; 'Tier 3' comes near\n"))
  }
}

/// Revisions that were read, and those that were not.
@Suite struct NothingComparedTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: repository.path, environment: TestRepository.environment)
  }

  private static func page(_ heading: String) -> String {
    "## \(heading)\n\n| Platform | Notes | Contacts |\n|---|---|---|\n| Haiku | | Ada Lovelace |\n"
  }

  @Test func aReviewOfNothingEndsWith2() throws {
    try repository.commit(["a.md": "a"])
    try repository.commit(["a.md": "b"])
    let result = try run("review", "HEAD~1..HEAD")
    #expect(result.status == 2)
    #expect(result.error.contains("nothing was compared"))
    #expect(!result.output.contains("nothing is missing"))
  }

  @Test func aReviewSaysWhatItRead() throws {
    try repository.commit(["nep-0001.md": Self.page("Tier 3"), "nep-0002.md": "Text\n"])
    try repository.commit([
      "nep-0001.md": Self.page("Tier 3") + "| Plan 9 | | Ada Lovelace |\n", "nep-0002.md": "Text.\n",
    ])
    let result = try run("review", "HEAD~1..HEAD")
    #expect(result.output.contains("\ncompared 1 platform in 2 documents with 2 platforms in 2 documents\n"))
    let json = try run("review", "HEAD~1..HEAD", "--format", "json").output
    #expect(json.contains("\"headContents\": {\"documents\": 2, \"listed\": 2, \"registered\": null}"))
    // Another proposal was looked at, and lists nothing.
    try repository.commit(["nep-0002.md": "Other text.\n"])
    #expect(try run("review", "HEAD~1..HEAD").status == 0)
  }

  @Test func historySaysWhereNothingIsRead() throws {
    try repository.commit(["a.md": Self.page("Tier 3")])
    try repository.commit(["a.md": Self.page("Tier three")])
    #expect(try run("history", "a.md").output.contains("\n  no tier or list was read in this commit\n"))
    #expect(try run("history", "a.md", "--format", "json").output.contains("\"read\": false"))
    try repository.commit(["b.md": "# Something else\n\nA document about other things.\n"])
    #expect(try run("history", "b.md").status == 0)
    let named = try run("history", "b.md", "--policy", "nep57")
    #expect(named.status == 2)
    #expect(named.error.contains("'b.md' lists nothing by the policy"))
  }
}
