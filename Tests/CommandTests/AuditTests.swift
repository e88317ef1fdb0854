import Foundation
import Testing
import TestSupport

/// `audit`, and `show` with evidence, on a small registry.
@Suite struct AuditTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, handle: ada-l, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.listing("haiku_1_x86_64"), to: "index.json")
  }

  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    contacts:
      - {person: ada, acknowledged: {date: 2026-02-09}, employment: none}
    ci: [{workflow: .github/workflows/ci.yml, job: haiku, hosting: github, execution: native}]
    wheels: {tags: '*-*-haiku_*'}
    prerequisites: {cpython: met}
    moves:
      - {date: 2026-02-09, to: tier-2}
      - {date: 2026-06-01, to: tier-3, release: 4.0.0}

    """

  private static func listing(_ platform: String, version: String = "3.0.0") -> String {
    """
    {"name": "demo", "files": [
      {"filename": "demo-2.0.0.tar.gz", "upload-time": "2025-01-01T00:00:00Z"},
      {"filename": "demo-\(version)-cp314-cp314-\(platform).whl", "upload-time": "2026-10-01T00:00:00Z"}]}
    """
  }

  private func run(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool.run(
      ["audit", "--today", "2026-11-23"] + arguments, input: input, in: folder.path, environment: ["COLUMNS": "300"])
  }

  @Test func whatIsKeptIsShownBesideWhatIsUnknown() throws {
    let result = try run("--index", "index.json")
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(
      result.output.hasPrefix(
        "Audit on 2026-11-23\n  by demo 3.0.0 of 2026-10-01, 1 wheel and 0 source distributions, as 'index.json' lists it\n"
      ))
    #expect(
      result.output.contains(
        """

                 ci  b-r  con  ack  whe  pre
        Tier 3
          Haiku   ?   ?    ✓    ✓    !    ✓

        ci, b-r blocks-release, con contacts, ack acknowledgement, whe wheels, pre prerequisites
        ✓ 3 kept, ! 1 kept with a warning, ✗ 0 broken, ? 2 unknown; · is not asked of the tier

        Not known to be kept
          blocks-release: nothing that is linked says whether a failure of its CI holds a release back
              Haiku

        """), "\(result.output)")
    #expect(result.output.contains("no evidence was given for ci; add '--workflows'"))
    #expect(try run("--index", "-", input: Self.listing("haiku_1_x86_64")).status == 0)
  }

  @Test("a listing without a final release is told from one without files")
  func nothingToLookAt() throws {
    let none = try run("--index", "-", input: "<html><body>404 not found</body></html>")
    #expect(none.status == 2)
    #expect(none.error == "platform-tiers: error: '<stdin>' lists no files of a release\n")
    let early = try run(
      "--index", "-", input: Self.listing("haiku_1_x86_64", version: "3.0.0rc1").replacing("2.0.0", with: "2.0.0a1"))
    #expect(early.status == 2)
    #expect(early.error.contains("has no final release that is not yanked; name one, as in '--release 3.0.0rc1'"))
  }

  @Test func theTierOfTheReleaseCounts() throws {
    let missing = try {
      try folder.write(Self.listing("win_amd64"), to: "m.json"); return try run("--index", "m.json")
    }()
    #expect(missing.status == 1)
    #expect(missing.output.contains("error[missing-wheels]: demo 3.0.0 has no wheel of 'Haiku', and 'Tier 2' releases"))
    #expect(missing.output.contains("--> registry/platforms/haiku.yaml:6:16"))
    #expect(missing.output.contains("\n  Haiku   ?   ?    ✓    ✓    ✗    ✓\n"))
    #expect(missing.output.contains("\nBroken\n  wheels: demo 3.0.0 has no wheel"))
    try folder.write(Self.listing("haiku_1_x86_64", version: "4.0.0"), to: "f.json")
    let forbidden = try run("--index", "f.json")
    #expect(forbidden.status == 1)
    #expect(
      forbidden.output.contains("error[forbidden-wheels]: demo 4.0.0 has 1 wheel of 'Haiku', and 'Tier 3' has none"))
    #expect(forbidden.output.contains("'demo-4.0.0-cp314-cp314-haiku_1_x86_64.whl' in line 3 of f.json"))
  }

  @Test func everyFormatIsWhatItSays() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(try run("--index", "index.json", "--format", "json").output.utf8))
    let audit = try #require(json as? [String: Any])
    #expect(audit["release"] as? String == "3.0.0")
    let platforms = try #require(audit["platforms"] as? [[String: Any]])
    let duties = try #require(platforms.first?["duties"] as? [[String: Any]])
    let wheels = duties.first { $0["duty"] as? String == "wheels" }
    #expect(wheels?["status"] as? String == "kept")
    #expect(wheels?["reason"] as? String == "demo 3.0.0 has 1 wheel, for 1 of 1 Python, which counts by Tier 2")
    try folder.write(Self.listing("win_amd64"), to: "m.json")
    let sarif = try run("--index", "m.json", "--format", "sarif").output
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(sarif.utf8)) }
    #expect(sarif.contains("\"uri\": \"registry/platforms/haiku.yaml\""))
    #expect(sarif.contains("\"id\": \"missing-wheels\""))
    let markdown = try run("--index", "m.json", "--format", "markdown").output
    #expect(markdown.hasPrefix("# Audit on 2026-11-23\n\n- by demo 3.0.0 of 2026-10-01"))
    #expect(markdown.contains("| Tier 3 | Haiku | **unknown** | **unknown** | kept | kept | **broken** |"))
    #expect(markdown.contains("- `missing-wheels` (error), registry/platforms/haiku.yaml:6:16: "))
  }

  @Test func unknownFailsOnRequest() throws {
    #expect(try run("--index", "index.json", "--require", "kept").status == 1)
    #expect(try run().status == 0)
    #expect(try run().output.contains("for ci, wheels; add '--index' and '--workflows'"))
  }

  @Test func aBrokenListingIsEvidenceOfWhatItHas() throws {
    let text = Self.listing("haiku_1_x86_64", version: "4.0.0")
    try folder.write(String(text.dropLast(4)), to: "cut.json")
    let cut = try run("--index", "cut.json", "--release", "4.0.0")
    #expect(cut.status == 1)
    #expect(cut.output.contains("error[broken-evidence]: the listing breaks off here"))
    #expect(!cut.output.contains("missing-wheels"))
    try folder.write(String(text.dropLast(2)), to: "cut.json")
    #expect(try run("--index", "cut.json", "--release", "4.0.0").output.contains("forbidden-wheels"))
    try folder.write("<html>", to: "cut.json")
    #expect(try run("--index", "cut.json").output.contains("error[broken-evidence]"))
  }

  @Test func whatCannotBeReadLeavesTheRestAudited() throws {
    let huge = folder["huge.json"]
    #expect(FileManager.default.createFile(atPath: huge, contents: nil))
    try FileHandle(forWritingTo: URL(filePath: huge)).truncate(atOffset: 200 << 20)
    try folder.write("platform,downloads,date\nHaiku,3,2026-10-31\nother,997,2026-10-31\n", to: "usage.csv")
    for index in ["huge.json", "none.json"] {
      let result = try run("--index", index, "--usage", "usage.csv")
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("platform-tiers: error: cannot read '\(index)': "))
      #expect(result.output.contains("warning[invalid-entry]: 'other' is no platform of the registry"))
    }
    let pipe = try Tool.shell("head -c 70000000 /dev/zero | $TOOL audit --index -", in: folder.path)
    #expect(pipe.status == 2)
    #expect(pipe.error.contains("it is longer than 64 MiB"))
  }

  @Test func usageIsHeldAgainstTheThreshold() throws {
    let wheelTier = Self.haiku.split(separator: "\n").filter { !$0.contains("tier-3") }.joined(separator: "\n")
    try folder.write(wheelTier, to: "registry/platforms/haiku.yaml")
    try folder.write(
      "file_filename,num_downloads,date\r\n\"demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl\",3,2026-10-31\r\n"
        + "demo-3.0.0-cp314-cp314-win_amd64.whl,997,2026-10-30\r\n", to: "usage.csv")
    let result = try run("--usage", "usage.csv")
    #expect(
      result.output.contains("warning[low-demand]: 0.3 % of the users are on 'Haiku', and 'Tier 2' asks for 0.5 %"))
    #expect(result.output.contains("measured by 'usage.csv', 2026-10-31"))
    #expect(result.output.contains("  by 1000 downloads from 2026-10-30 to 2026-10-31, by 'usage.csv'\n"))
    #expect(result.output.contains(" 3    0.3 %\n"))
    let limited = try run("--usage", "usage.csv", "--usage-release", "3", "--usage-since", "2026-10-31")
    #expect(limited.output.contains("  by 3 downloads of 3, up to 2026-10-31, by 'usage.csv'\n"))
    #expect(try run("--usage-release", "3").status == 64)
    #expect(try run("--usage", "usage.csv", "--strict").status == 1)
    try folder.write(
      wheelTier + "\ndemand: {share: unknown, reason: it is the base of many}\n", to: "registry/platforms/haiku.yaml")
    #expect(!(try run("--usage", "usage.csv").output.contains("low-demand")))
  }

  @Test func aTagThatTheIndexRefusesIsTold() throws {
    let tags = Self.haiku.split(separator: "\n").filter { !$0.contains("tier-3") }.joined(separator: "\n")
      .split(separator: "'*-*-haiku_*'").joined(separator: "'*-*-linux_loongarch64'")
    try folder.write(tags, to: "registry/platforms/haiku.yaml")
    let result = try run()
    #expect(
      result.output.contains("error[unmet-prerequisite]: 'Haiku' is not supported by the index, which 'Tier 2' needs")
    )
    #expect(
      result.output.contains(
        "did not have '*-*-linux_loongarch64' on 2026-11-24; give newer facts with '--prerequisites'"))
    try folder.write(
      "index: {date: 2027-01-01, sources: [https://example.org/], complete: true, supported: [linux_loongarch64]}\n",
      to: "own.yaml")
    #expect(!(try run("--prerequisites", "own.yaml").output.contains("unmet-prerequisite")))
  }

  @Test func whatIsExemptIsLeftOut() throws {
    try folder.write(Self.listing("win_amd64"), to: "m.json")
    func status(_ configuration: String) throws -> Int32 {
      try folder.write(configuration, to: ".platform-tiers.yaml")
      return try run("--index", "m.json").status
    }
    #expect(try status("exemptions: [{rule: missing-wheels, platform: Haiku, reason: being built}]\n") == 0)
    #expect(try status("exemptions: [{rule: missing-wheels, platform: Plan 9, reason: being built}]\n") == 1)
    #expect(try status("ignore: evidence\n") == 0)
    #expect(try status("per-file-ignores: {'registry/platforms/*.yaml': missing-wheels}\n") == 0)
    #expect(try status("exemptions: [{rule: missing-wheels}]\n") == 2)
    // A linter does not run the rule, and so cannot tell that nothing needs the exemption.
    try folder.write(
      "registry: registry\nexemptions: [{rule: missing-wheels, reason: being built}]\n", to: ".platform-tiers.yaml")
    let lint = try Tool.run(["check", "--today", "2026-11-23"], in: folder.path)
    #expect(!lint.output.contains("unused-exemption"))
  }

  @Test func allReleasesAreDrawn() throws {
    let text = try run("--index", "index.json", "--all-releases")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("1  Haiku\n\nrelease  1\n3.0.0    1/1\n2.0.0    -\n"))
    let json = try run("--index", "index.json", "--all-releases", "--format", "json").output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["release"] as? String } == ["3.0.0", "2.0.0"])
    let markdown = try run("--index", "index.json", "--all-releases", "--format", "markdown").output
    #expect(markdown.hasPrefix("| release | Haiku |\n|---|---|\n| 3\\.0.0 | 1/1 |\n"))
  }

  @Test func evidenceStandsBesideThePromise() throws {
    let result = try Tool.run(
      ["show", "haiku", "--release", "3.0.0", "--index", "index.json"], in: folder.path, environment: ["COLUMNS": "300"]
    )
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        "kept (warning)  wheels           registry: no job that builds released wheels is recorded\n"))
    #expect(result.output.contains("evidence: demo 3.0.0 has 1 wheel, for 1 of 1 Python\n"))
    let json = try Tool.run(["show", "haiku", "--index", "index.json", "--format", "json"], in: folder.path).output
    #expect(json.contains("\"reason\": \"demo 3.0.0 has 1 wheel, for 1 of 1 Python, which counts by Tier 2\""))
  }

  @Test func workflowsAreHeldAgainstTheRegistry() throws {
    try folder.write(
      "on: [pull_request]\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps: [{run: pytest}]\n",
      to: "src/.github/workflows/ci.yml")
    let result = try run("--workflows", "numpy/numpy=src")
    #expect(result.status == 1)
    #expect(result.output.contains("by 1 workflow of numpy/numpy, in 'src'"))
    #expect(result.output.contains("error[missing-job]"))
    #expect(result.output.contains("Tier 3\n  Haiku   ?"))
    #expect(try run("--workflows", "nowhere").status == 2)
  }

  @Test(arguments: [
    ["--format", "csv"], ["--require", "everything"], ["--all-releases"], ["--release", "3.x"],
    ["--release", "3.0.0"],
    ["--index", "index.json", "--all-releases", "--release", "3.0.0"],
    ["--index", "index.json", "--all-releases", "--format", "sarif"], ["--index", "-", "--usage", "-"],
    ["--workflows", ""],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let result = try Tool.run(["audit"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.output == "")
  }

  @Test func aReleaseThatIsNotListedIsTold() throws {
    let result = try run("--index", "index.json", "--release", "9.0")
    #expect(result.status == 2)
    #expect(result.error == "platform-tiers: error: 'index.json' has no release 9.0; the newest final one is 3.0.0\n")
  }
}
