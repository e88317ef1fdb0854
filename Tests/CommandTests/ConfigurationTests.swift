import Foundation
import Testing
import TestSupport

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., below: String = "") throws -> Tool.Result {
    try Tool.run(arguments + ["--format", "concise"], in: folder[below])
  }

  private let select = "select: [undefined-reference, short-title-underline, unused-exemption]\n"

  @Test func itIsFoundUpwardsFromTheDocument() throws {
    try folder.write(select + "ignore: [short-title-underline]\n", to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "docs/deep/a.rst")
    let result = try Tool.run(["lint", folder["docs/deep/a.rst"], "--format", "concise"])
    #expect(result.output.contains("undefined-reference"))
    #expect(!result.output.contains("short-title-underline"))
  }

  @Test func theSearchEndsWithTheRepository() throws {
    try folder.write("ignore: [undefined-reference]\n", to: ".platform-tiers.yaml")
    try folder.write("", to: "repository/.git/HEAD")
    try folder.write(Sample.faulty, to: "repository/docs/a.rst")
    #expect(try run("lint", "repository/docs/a.rst").output.contains("undefined-reference"))
  }

  @Test func checkLintsWhatItLists() throws {
    try folder.write(select + "documents: ['docs/**/*.rst', neps]\n", to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "docs/deep/a.rst")
    try folder.write(Sample.faulty, to: "neps/nep-1.rst")
    try folder.write(Sample.faulty, to: "other/b.rst")
    for command in ["check", "lint"] {
      let output = try run(command).output
      #expect(
        Set(output.split(separator: "\n").compactMap { $0.split(separator: ":").first }) == [
          "docs/deep/a.rst", "neps/nep-1.rst",
        ])
    }
    #expect(try run("check", below: "docs").output.contains("neps/nep-1.rst:"))
  }

  @Test func checkIsRunWhereNoCommandIsNamed() throws {
    try folder.write(select + "documents: [a.rst]\n", to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    let check = try run("check", "--format", "concise")
    #expect(check.status == 1)
    for arguments in [["--format", "concise"], ["--format=concise"]] {
      let result = try Tool.run(arguments, in: folder[""])
      #expect(result.status == 1)
      #expect(result.output == check.output)
      #expect(result.error == check.error)
    }
    #expect(try Tool.run([], in: folder[""]).output.contains("a.rst:"))
  }

  @Test func aListedDocumentThatIsNotThereEndsWith2() throws {
    try folder.write("documents: [gone.rst]\n", to: ".platform-tiers.yaml")
    let result = try run("check")
    #expect(result.status == 2)
    #expect(result.error.contains("'.platform-tiers.yaml' lists 'gone.rst' and there is no such document"))
  }

  @Test func withoutDocumentsCheckSaysWhatToGive() throws {
    try folder.write(select, to: ".platform-tiers.yaml")
    let result = try run("check")
    #expect(result.status == 64)
    #expect(result.error.contains("lists no documents"))
  }

  @Test func aFileCanHaveItsOwnIgnores() throws {
    try folder.write(
      select + "per-file-ignores:\n  'old/*.rst': [undefined-reference]\n", to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "old/a.rst")
    try folder.write(Sample.faulty, to: "new/a.rst")
    let output = try run("lint", "old/a.rst", "new/a.rst").output
    #expect(!output.contains("old/a.rst:4"))
    #expect(output.contains("new/a.rst:4"))
  }

  @Test func anExemptionExcusesAndAnUnusedOneIsReported() throws {
    try folder.write(
      select + """
        exemptions:
          - {rule: undefined-reference, file: 'a.rst', reason: known}
          - {rule: undefined-reference, file: 'b.rst', reason: was once needed}

        """, to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    try folder.write(Sample.clean, to: "b.rst")
    let result = try run("lint", "a.rst", "b.rst")
    #expect(!result.output.contains("undefined-reference]"))
    #expect(result.output.contains(".platform-tiers.yaml:4:"))
    #expect(result.output.contains("warning[unused-exemption] "))
    #expect(result.status == 0)
    #expect(try run("lint", "a.rst").output.contains("unused-exemption") == false)
  }

  @Test func anExemptionForNoDocumentIsReportedWhenAllAreLinted() throws {
    try folder.write(
      select + "documents: [a.rst]\nexemptions:\n  - {rule: undefined-reference, file: gone.rst, reason: known}\n",
      to: ".platform-tiers.yaml")
    try folder.write(Sample.clean, to: "a.rst")
    try folder.write(Sample.clean, to: "b.rst")
    #expect(try run("check").output.hasPrefix(".platform-tiers.yaml:4:"))
    #expect(try run("lint", "b.rst").output == "")
  }

  @Test func anExemptionForOtherDocumentsTooIsLeftAlone() throws {
    try folder.write(
      select + "documents: [a.rst, b.rst]\nexemptions:\n  - {rule: undefined-reference, reason: known}\n",
      to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    try folder.write(Sample.clean, to: "b.rst")
    #expect(try run("lint", "b.rst").output == "")
    try folder.write(Sample.clean, to: "a.rst")
    let unused = try run("check").output
    #expect(unused.hasPrefix(".platform-tiers.yaml:4:"))
    #expect(unused.contains("unused-exemption"))
  }

  @Test func aBrokenConfigurationEndsWith2AndShowsItsFaults() throws {
    try folder.write("selct: [document]\nignore: [merged-cell]\n", to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    let result = try run("lint", "a.rst")
    #expect(result.status == 2)
    #expect(result.output.contains(".platform-tiers.yaml:1:1: error["))
    #expect(result.output.contains(".platform-tiers.yaml:2:"))
    #expect(try run("lint", "a.rst", "--no-config").status == 1)
  }

  @Test func anotherConfigurationCanBeNamed() throws {
    try folder.write("ignore: [undefined-reference]\n" + select, to: "other.yaml")
    try folder.write(select, to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    #expect(try !run("lint", "a.rst", "--config", "other.yaml").output.contains("undefined-reference"))
    #expect(try run("lint", "a.rst", "--config", "gone.yaml").status == 2)
  }

  @Test func aBrokenPolicyEndsWith2() throws {
    try folder.write("id: x\n", to: "policy.yaml")
    try folder.write(Sample.clean, to: "a.rst")
    let result = try run("lint", "a.rst", "--policy", "policy.yaml")
    #expect(result.status == 2)
    #expect(result.output.contains("policy.yaml:1:1: error["))
    #expect(try run("lint", "a.rst", "--policy", "gone.yaml").status == 2)
  }

  @Test func aBaselineHidesWhatWasThere() throws {
    try folder.write(select, to: ".platform-tiers.yaml")
    try folder.write(Sample.faulty, to: "a.rst")
    let written = try run("lint", "a.rst", "--write-baseline", "baseline.json")
    #expect(written.status == 0)
    #expect(written.error == "platform-tiers: wrote 2 findings to 'baseline.json'\n")
    #expect(try run("lint", "a.rst", "--baseline", "baseline.json").output == "")
    #expect(try run("lint", "gone.rst", "--write-baseline", "baseline.json").status == 2)
    try folder.write("A new line.\n\n" + Sample.faulty + "\nSee gh-2_ too.\n", to: "a.rst")
    let result = try run("lint", "a.rst", "--baseline", "baseline.json")
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("gh-2"))
    try folder.write(Sample.clean, to: "a.rst")
    #expect(
      try run("lint", "a.rst", "--baseline", "baseline.json").error
        == "platform-tiers: 2 entries of the baseline no longer apply\n")
    try folder.write(Sample.faulty, to: "a.rst")
    #expect(
      try run("lint", "a.rst", "--write-baseline", "one.json", "--ignore", "short-title-underline").error
        == "platform-tiers: wrote 1 finding to 'one.json'\n")
    try folder.write(Sample.clean, to: "a.rst")
    #expect(
      try run("lint", "a.rst", "--baseline", "one.json").error
        == "platform-tiers: 1 entry of the baseline no longer applies\n")
  }

  @Test(arguments: ["{", "[]", "{\"version\": 99}"])
  func aBrokenBaselineEndsWith2(_ text: String) throws {
    try folder.write(text, to: "baseline.json")
    try folder.write(Sample.clean, to: "a.rst")
    let result = try run("lint", "a.rst", "--baseline", "baseline.json")
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("platform-tiers: error: cannot use the baseline 'baseline.json': "))
  }
}
