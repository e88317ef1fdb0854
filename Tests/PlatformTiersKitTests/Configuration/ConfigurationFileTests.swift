import Diagnostics
import Testing
import TestSupport
@testable import PlatformTiersKit

@Suite(".platform-tiers.yaml")
struct ConfigurationFileTests {
  private func read(
    _ text: String, selectors: [String]? = nil
  ) -> (configuration: Configuration, faults: [String]) {
    let result = ConfigurationFile.read(SourceFile(path: ".platform-tiers.yaml", text: text), selectors: selectors)
    return (result.configuration, result.diagnostics.map { "\($0.rule) \($0.range.start) \($0.message)" })
  }

  @Test("every field")
  func complete() throws {
    let (configuration, faults) = read(
      """
      policy: registry/policy.yaml
      documents: [doc/neps/nep-0057-*.rst, "docs/**/*.md"]
      select: [document, rows]
      ignore: unused-target
      per-file-ignores:
        doc/neps/nep-00[01]*.rst: [invalid-header]
        "*.md": wrong-label
      exemptions:
        - rule: missing-contact
          file: doc/neps/nep-0057-*.rst
          platform: FreeBSD
          reason: on the agenda of the next meeting
        - {rule: rows, reason: being rewritten}
      """)
    #expect(faults == [])
    #expect(configuration.policy?.value == "registry/policy.yaml")
    #expect(configuration.documents.map(\.value.pattern) == ["doc/neps/nep-0057-*.rst", "docs/**/*.md"])
    #expect(configuration.select?.map(\.value) == ["document", "rows"])
    #expect(configuration.ignore.map { "\($0.value) \($0.range)" } == ["unused-target 4:9-4:22"])
    #expect(configuration.perFileIgnores.map(\.files.value.pattern) == ["doc/neps/nep-00[01]*.rst", "*.md"])
    #expect(configuration.perFileIgnores.map { $0.rules.map(\.value) } == [["invalid-header"], ["wrong-label"]])
    let exemption = try #require(configuration.exemptions.first)
    #expect(exemption.rule.value == "missing-contact")
    #expect(exemption.file?.value.matches("doc/neps/nep-0057-platforms.rst") == true)
    #expect(exemption.platform == "FreeBSD")
    #expect(exemption.reason == "on the agenda of the next meeting")
    #expect(configuration.exemptions.map { "\($0.range)" } == ["9:5-12:46", "13:5-13:42"])
  }

  @Test("nothing at all asks for nothing", arguments: ["", "# nothing yet\n", "---\n", "ignore:\nexemptions:\n"])
  func empty(text: String) {
    let (configuration, faults) = read(text)
    #expect(faults == [])
    #expect(configuration == Configuration())
  }

  @Test("all faults at once, and the rest is read")
  func faults() {
    let (configuration, faults) = read(
      """
      polcy: nep57
      documents: ["{a"]
      ignore: [unused-taget, ci, unused-target]
      per-file-ignores: [a]
      exemptions:
        - rule: missing-contact
        - {rule: x, reason: "", platform: [a]}
      ignore: rows
      """, selectors: ["unused-target", "missing-contact", "rows"])
    #expect(
      faults
        == [
          "unknown-key 1:1 'polcy' is not a key of this configuration; did you mean 'policy'?",
          "invalid-value 2:13 '{a' is not a path pattern with each '{' closed; write one",
          "invalid-value 3:10 'unused-taget' is neither a rule nor a family; did you mean 'unused-target'?",
          "invalid-value 3:24 'ci' is neither a rule nor a family; remove it",
          "wrong-type 4:19 a list stands here; write a mapping",
          "missing-key 6:5 this exemption has no 'reason'; add it",
          "invalid-value 7:12 'x' is neither a rule nor a family; remove it",
          "wrong-type 7:37 a list stands here; write a name",
          "invalid-value 7:23 '' is not a name; write one",
          "duplicate-key 8:1 'ignore' is given twice; keep one of them",
        ].sorted { place($0) < place($1) })
    #expect(configuration.ignore.map(\.value) == ["unused-target"])
  }

  private func place(_ line: String) -> [Int] {
    line.split(separator: " ")[1].split(separator: ":").compactMap { Int($0) }
  }

  @Test("the example in docs/configuration.md is a configuration")
  func documentation() throws {
    let page = try #require(PackageFile.read("docs/configuration.md"))
    let examples = page.codeBlocks("yaml")
    #expect(examples.count == 1)
    for example in examples { #expect(read(example).faults == []) }
  }

  @Test("a file that is not YAML says so, and only that")
  func notYAML() {
    let (configuration, faults) = read("select: [a\nignore: b\n")
    #expect(faults == ["invalid-yaml 2:7 this is not YAML: did not find expected ',' or ']'"])
    #expect(configuration == Configuration())
  }
}

extension [Int] {
  fileprivate static func < (left: Self, right: Self) -> Bool { left.lexicographicallyPrecedes(right) }
}
