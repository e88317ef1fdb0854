import Foundation
import Testing
import TestSupport

/// `check` and `lint` with a registry.
@Suite struct RegistryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("registry: registry\ndocuments: platforms.md\n", to: ".platform-tiers.yaml")
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.page(contacts: "Ada Lovelace"), to: "platforms.md")
  }

  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    contacts: [ada]
    ci:
      - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
    prerequisites: {cpython: met}
    moves: [{date: 2026-02-09, to: tier-3}]

    """

  private static func page(contacts: String) -> String {
    "# Platforms\n\n## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n| Haiku | | \(contacts) |\n"
  }

  private func run(_ arguments: String..., select: String = "registry,ci,wheels,agreement") throws -> Tool.Result {
    try Tool.run(arguments + ["--format", "concise", "--select", select], in: folder[""])
  }

  @Test func oneReportForBoth() throws {
    #expect(try run("check").status == 0)
    try folder.write(
      Self.haiku.replacing("execution: native", with: "execution: emulated"), to: "registry/platforms/haiku.yaml")
    try folder.write(Self.page(contacts: "Grace Hopper"), to: "platforms.md")
    for command in ["check", "lint"] {
      let result = try run(command)
      #expect(result.status == 1)
      #expect(result.output.contains("platforms.md:7:13: error[contacts-disagree]"))
      #expect(result.output.contains("registry/platforms/haiku.yaml:5:84: warning[emulated-ci]"))
    }
  }

  @Test func faultsOfFilesAreFindings() throws {
    try folder.write(Self.haiku + "colour: green\n", to: "registry/platforms/haiku.yaml")
    try folder.write("ada: {name: Ada Lovelace, role: queen}\n", to: "registry/people.yaml")
    let result = try run("check")
    #expect(result.status == 1)
    #expect(result.output.contains("registry/platforms/haiku.yaml:8:1: error[unknown-key]"))
    #expect(result.output.contains("registry/people.yaml:1:33: error[invalid-value]"))
    #expect(!result.output.contains("disagree"), "half a registry is nothing to hold a document against")
  }

  @Test func aBrokenPolicyEndsWith2() throws {
    try folder.write("tiers: [\n", to: "registry/policy.yaml")
    let result = try run("check")
    #expect(result.status == 2)
    #expect(result.output.contains("registry/policy.yaml:"))
    #expect(result.error.contains("the policy of 'registry' has faults"))
  }

  @Test func aFolderThatIsNotThereEndsWith2() throws {
    let result = try run("check", "--registry", "gone")
    #expect(result.status == 2)
    #expect(result.error.contains("there is no folder 'gone'"))
  }

  @Test func theCommandLineCanNameIt() throws {
    try folder.write("", to: ".platform-tiers.yaml")
    try folder.write(Self.page(contacts: "Grace Hopper"), to: "platforms.md")
    #expect(try run("lint", "platforms.md").status == 0)
    #expect(try run("lint", "platforms.md", "--registry", "registry/").output.contains("contacts-disagree"))
  }

  @Test func aRegistryAloneIsEnough() throws {
    try folder.write("registry: registry\n", to: ".platform-tiers.yaml")
    try folder.write(
      Self.haiku.replacing("execution: native", with: "execution: emulated"), to: "registry/platforms/haiku.yaml")
    #expect(try run("check").output.contains("emulated-ci"))
    #expect(try run("check", "--no-config", "--registry", "registry").output.contains("emulated-ci"))
  }

  @Test func itsPolicyIsTheDocuments() throws {
    try folder.write(
      """
      id: small
      name: a small policy
      tiers:
        - {id: tier-3, name: Tier 3, columns: [Platform, Notes, Contacts], contacts: 2}

      """, to: "registry/policy.yaml")
    #expect(try run("check", select: "missing-contact").output.contains("'Tier 3' asks for 2"))
  }

  @Test func findingsCanBeExemptedAndIgnored() throws {
    try folder.write(
      Self.haiku.replacing("execution: native", with: "execution: emulated"), to: "registry/platforms/haiku.yaml")
    let start = "registry: registry\ndocuments: platforms.md\n"
    let exemption = "exemptions: [{rule: emulated-ci, platform: Haiku, reason: no machine for it}]\n"
    let select = "ci,unused-exemption"
    try folder.write(start + exemption, to: ".platform-tiers.yaml")
    #expect(try run("check", select: select).output == "")
    try folder.write(start + exemption.replacing("Haiku", with: "BeOS"), to: ".platform-tiers.yaml")
    let result = try run("check", select: select)
    #expect(result.output.contains("emulated-ci"))
    #expect(result.output.contains("unused-exemption"))
    try folder.write(start + "per-file-ignores: {'registry/**': emulated-ci}\n", to: ".platform-tiers.yaml")
    #expect(try run("check", select: "registry").output == "")
  }

  @Test func aBaselineHidesThem() throws {
    try folder.write(
      Self.haiku.replacing("execution: native", with: "execution: emulated"), to: "registry/platforms/haiku.yaml")
    #expect(try run("check", "--write-baseline", "baseline.json").status == 0)
    #expect(try run("check", "--baseline", "baseline.json", "--strict").status == 0)
  }
}
