import Foundation
import Testing
import TestSupport

/// `import`, and what the other commands make of its result.
@Suite struct ImportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.page, to: "page.rst")
  }

  private static let page = """
    ===============
    NEP 9 — Systems
    ===============

    :Author: Ada
    :Status: Draft
    :Type: Process
    :Created: 2026-01-30

    Tier 3
    ------

    +----------+---------------------------+--------------+
    | Platform | Notes                     | Contacts     |
    +==========+===========================+==============+
    | Plan 9   | See gh-1_, "no" ``a|b``   | Ada Lovelace |
    +----------+---------------------------+--------------+
    | ../../x  |                           | 漢字         |
    +----------+---------------------------+--------------+
    | CON      | yes                       | Ada Lovelace |
    +----------+---------------------------+--------------+

    .. _gh-1: https://example.org/1

    """

  private func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.path) }

  @Test func aRegistryIsMadeAndGivesTheTablesBack() throws {
    let result = try run("import", "page.rst")
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(
      result.error == """
        platform-tiers: wrote 3 platforms and 2 people to 'registry'; 'platform-tiers lint --registry registry' lists \
        what the document does not say

        """)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder["registry"]).sorted()
    #expect(
      files == [
        "people.yaml", "platforms", "platforms/plan-9.yaml", "platforms/platform-con.yaml", "platforms/x.yaml",
        "policy.yaml", "schema", "schema/people.schema.json", "schema/platform.schema.json",
        "schema/policy.schema.json",
      ])
    #expect(try folder.names == ["page.rst", "registry"])
    #expect(
      try folder.text(of: "registry/platforms/plan-9.yaml") == """
        # yaml-language-server: $schema=../schema/platform.schema.json
        name: Plan 9
        target: {os: unknown, arch: unknown, interpreter: unknown}
        notes: See [gh-1](https://example.org/1), "no" `a|b`
        contacts: [ada-lovelace]
        ci: unknown
        wheels: unknown
        demand: {share: unknown}
        moves:
          - {date: 2026-01-30, to: tier-3, remark: imported from page.rst}

        """)
    #expect(try run("generate", "--check", "page.rst").status == 0)
    #expect(try folder.text(of: "page.rst") == Self.page)
  }

  @Test func lintListsWhatIsNotKnown() throws {
    _ = try run("import", "page.rst")
    let lint = try run("lint", "--registry", "registry", "--format", "concise")
    #expect(lint.status == 0)
    #expect(lint.output.contains("registry/platforms/plan-9.yaml:6:5: warning[unknown-facts] nobody has recorded how"))
    #expect(lint.output.split(separator: "\n").count { $0.contains(": warning[") || $0.contains(": error[") } == 3)
    let show = try run("show", "Plan 9")
    #expect(show.output.contains("unknown  ci "))
    #expect(show.output.contains("unknown  wheels "))
  }

  @Test(.enabled(if: Validator.isInstalled, "skipped: run Scripts/test-tools first"))
  func anotherValidatorTakesItsFiles() throws {
    _ = try run("import", "page.rst")
    #expect(try Validator.accepts("platforms/plan-9.yaml", by: "platform", in: folder["registry"]))
    #expect(try Validator.accepts("platforms/x.yaml", by: "platform", in: folder["registry"]))
    #expect(try Validator.accepts("people.yaml", by: "people", in: folder["registry"]))
    #expect(try Validator.accepts("policy.yaml", by: "policy", in: folder["registry"]))
  }

  @Test func aFolderIsNoDocument() throws {
    let result = try run("import", ".")
    #expect(result.status == 2)
    #expect(result.error == "platform-tiers: error: '.' is a folder; name a document\n")
  }

  @Test func aRegistryThatIsThereStays() throws {
    _ = try run("import", "page.rst")
    try folder.write("ada: {name: Ada}\n", to: "registry/people.yaml")
    let refused = try run("import", "page.rst")
    #expect(refused.status == 2)
    #expect(
      refused.error == """
        platform-tiers: error: there is a registry in 'registry' already ('registry/policy.yaml'); name another folder \
        with '--output', or give '--force' to overwrite its files

        """)
    #expect(try folder.text(of: "registry/people.yaml") == "ada: {name: Ada}\n")

    try folder.write("name: Haiku\n", to: "registry/platforms/haiku.yaml")
    let forced = try run("import", "--force", "page.rst")
    #expect(forced.status == 0)
    #expect(forced.error.contains("'registry/platforms/haiku.yaml' is still there, and the document does not list it"))
    #expect(try folder.text(of: "registry/people.yaml").contains("ada-lovelace"))
    #expect(try folder.text(of: "registry/platforms/haiku.yaml") == "name: Haiku\n")
  }

  @Test func aSingleFileOfARegistryIsEnoughToRefuse() throws {
    try folder.write("mine\n", to: "out/platforms/x.yaml")
    #expect(try run("import", "page.rst", "--output", "out").status == 2)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder["out"]).sorted() == ["platforms", "platforms/x.yaml"])
  }

  @Test func theDayIsTheHeadersOrTheOneGiven() throws {
    _ = try run("import", "page.rst", "--date", "2026-03-01")
    #expect(try folder.text(of: "registry/platforms/x.yaml").contains("{date: 2026-03-01, to: tier-3"))
    let text = "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n| Plan 9 | | Ada |\n"
    let undated = try Tool.run(["import", "-", "--as", "markdown", "--output", "other"], input: text, in: folder.path)
    #expect(undated.status == 64)
    #expect(
      undated.error == """
        platform-tiers: error: '<stdin>' does not say when it was 'Created'; give '--date' with the day since which its \
        tables hold

        """)
    let dated = try Tool.run(
      ["import", "-", "--stdin-filename", "page.md", "--output", "other", "--date", "2026-01-01"], input: text,
      in: folder.path)
    #expect(dated.status == 0)
    #expect(try folder.text(of: "other/platforms/plan-9.yaml").contains("remark: imported from page.md"))
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let text = Self.page.replacing(
      "Ada Lovelace |\n+----------+---------------------------+--------------+\n\n",
      with: "TBD          |\n+----------+---------------------------+--------------+\n\n")
    try folder.write(text, to: "page.rst")
    let result = try run("import", "page.rst")
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("platform-tiers: left out: 'TBD' on line 20 names nobody\n"))
  }

  @Test func aDocumentOfAnotherPolicyIsNotImported() throws {
    try folder.write("Title\n=====\n\nText.\n", to: "other.rst")
    let result = try run("import", "other.rst", "--date", "2026-01-01")
    #expect(result.status == 2)
    #expect(
      result.error
        == "platform-tiers: error: 'other.rst' lists no platforms by NEP 57; name its policy with '--policy'\n")
    #expect(try run("import", "gone.rst").status == 2)
    #expect(try folder.names == ["other.rst", "page.rst"])
    #expect(try run("import", "page.rst", "--output", "page.rst").status == 2)
  }

  @Test func thePolicyIsTheConfigurations() throws {
    let policy = try String(
      contentsOf: Tool.packageRoot.appending(path: "docs/policies/libuv.yaml"), encoding: .utf8)
    try folder.write(policy, to: "rules/policy.yaml")
    try folder.write("policy: rules/policy.yaml\n", to: ".platform-tiers.yaml")
    let page = try #require(Self.otherPages.first { $0.policy == "libuv" })
    try folder.write(page.text, to: page.name)
    #expect(try run("import", page.name, "--date", "2026-01-01").status == 0)
    #expect(try run("import", page.name, "--date", "2026-01-01", "--policy", "nep57", "--output", "other").status == 2)
    try folder.write("id: broken\n", to: "rules/policy.yaml")
    let broken = try run("import", page.name, "--date", "2026-01-01", "--output", "other")
    #expect(broken.status == 2)
    #expect(broken.error.contains("error[missing-key]"))
  }

  /// In the shape of pages of other projects.
  private static let otherPages: [(policy: String, name: String, text: String, platforms: Int)] = [
    (
      "pep-11", "pep.rst",
      """
      Tier 2
      ------

      ==================== =============== =============================
      Target Triple        Notes           Contacts
      ==================== =============== =============================
      x86_64-unknown-haiku libroot, gcc    Ada Lovelace
      x86_64-unknown-haiku *libroot*, acc  Grace Hopper, Ada Lovelace
      arm64-unknown-haiku  2 * 3           Ada Lovelace
      ==================== =============== =============================

      Tier 3
      ------

      ==================== =============== =============================
      Target Triple        Notes           Contacts
      ==================== =============== =============================
      x86_64-unknown-haiku on a phone      Grace Hopper
      ==================== =============== =============================

      """, 4
    ),
    (
      "libuv", "libuv.md",
      """
      # Supported platforms

      | System | Support type | Supported versions | Notes |
      |---|---|---|---|
      | Plan 9 | Tier 1 | 4th edition | |
      | Haiku | Tier 2 | >= R1 | See [the port](https://example.org/port) |

      """, 2
    ),
    (
      "node", "node.md",
      """
      ### Platform list

      | Operating System | Support type | Architectures | Versions | Notes                         |
      | ---------------- | ------------ | ------------- | -------- | ----------------------------- |
      | Haiku            | Tier 1       | x64, arm      | >= R1    |                               |
      | Haiku            | Tier 1       | arm64         | >= R2    | <sup>1</sup>, a \\| b          |
      | Plan 9           | Experimental | x64           | >= 4     | [why](https://example.org/a_) |

      """, 3
    ),
    (
      "uv", "uv.md",
      """
      # Platform support

      The tool has Tier 1 support for the following platforms:

      - Haiku (x86_64)
      - Plan 9 (x86_64)

      The tool has Tier 2 support (it builds) for the following platforms:

      - Haiku (aarch64)

      """, 3
    ),
  ]

  @Test("documents of other policies", arguments: otherPages.indices)
  func otherPolicies(index: Int) throws {
    let page = Self.otherPages[index]
    try folder.write(page.text, to: page.name)
    let policy = Tool.packageRoot.appending(path: "docs/policies/\(page.policy).yaml").path()
    let result = try run("import", page.name, "--policy", policy, "--date", "2026-01-01")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.contains("wrote \(page.platforms) platforms"))
    let written = try folder.text(of: "registry/policy.yaml")
    #expect(written.hasPrefix("# yaml-language-server: $schema=schema/policy.schema.json\n# "))
    let generated = try run("generate", "--check", page.name)
    #expect(generated.status == 0, "\(generated.output)\(generated.error)")
    let lint = try run("lint", "--registry", "registry", "--select", "registry")
    #expect(lint.status == 0, "\(lint.output)")
  }
}

/// check-jsonschema, which `Scripts/test-tools` installs.
private enum Validator {
  private static let program = Tool.packageRoot.appending(path: ".build/venv/bin/check-jsonschema").path()

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  static func accepts(_ file: String, by schema: String, in folder: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.currentDirectoryURL = URL(filePath: folder)
    process.arguments = ["--schemafile", "schema/\(schema).schema.json", file]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
