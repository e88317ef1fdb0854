import Diagnostics
import Foundation
import Policy
import Testing
import TestSupport
@testable import Policy

@Suite("a registry that is written")
struct RegistryWriterTests {
  private func read(_ registry: Registry) -> RegistryReader.Result {
    RegistryReader.read(
      RegistryFiles(
        policy: .file(SourceFile(path: "policy.yaml", bytes: RegistryWriter.policy(registry.policy))),
        people: .file(SourceFile(path: "people.yaml", bytes: RegistryWriter.people(registry.people.values))),
        platforms: registry.platforms.map {
          SourceFile(path: "platforms/\($0.id).yaml", bytes: RegistryWriter.platform($0))
        }))
  }

  @Test("is read as what it was written from")
  func roundTrip() {
    for seed in 0..<400 {
      let registry = GeneratedRegistry.make(seed: seed)
      let result = read(registry)
      // What nobody sees is a fault, and is read all the same.
      let faults = result.diagnostics.filter { $0.rule != FileFault.controlCharacter.rule }
      guard faults.isEmpty, result.registry == registry else {
        Issue.record(
          """
          seed \(seed): \(faults.map(\.message))
          \(registry.platforms.map { String(decoding: RegistryWriter.platform($0), as: UTF8.self) }.joined())
          \(String(decoding: RegistryWriter.people(registry.people.values), as: UTF8.self))
          """)
        return
      }
    }
  }

  @Test("is written again with the same bytes")
  func isStable() throws {
    for seed in 0..<100 {
      let registry = GeneratedRegistry.make(seed: seed)
      let again = try #require(read(registry).registry)
      #expect(again.platforms.map(RegistryWriter.platform) == registry.platforms.map(RegistryWriter.platform))
    }
  }

  private static func policyFiles() throws -> [SourceFile] {
    let folder = PackageFile.path("docs/policies")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    return try (names.map { "docs/policies/\($0)" } + ["registry/policy.yaml"]).map {
      try #require(PackageFile.read($0))
    }
  }

  @Test("policies too")
  func policies() throws {
    let files = try Self.policyFiles()
    let policies = try files.map { try #require(PolicyFile.read($0).policy) } + [.nep57, GeneratedRegistry.fullPolicy]
    for policy in policies {
      let result = PolicyFile.read(SourceFile(path: "policy.yaml", bytes: RegistryWriter.policy(policy)))
      #expect(result.diagnostics.map(\.message) == [])
      #expect(result.policy == policy)
    }
  }

  @Test("a policy that is copied keeps its comments and gets the modeline")
  func copiedPolicy() throws {
    let modeline = "# yaml-language-server: $schema=schema/policy.schema.json\n"
    func copied(_ text: String) -> String {
      String(decoding: RegistryWriter.policy(copying: Array(text.utf8)), as: UTF8.self)
    }
    #expect(copied("# Ours.\nid: x\n") == modeline + "# Ours.\nid: x\n")
    #expect(copied("# yaml-language-server: $schema=../other.json\n# Ours.\n") == modeline + "# Ours.\n")
    #expect(copied(modeline) == modeline)
  }

  @Test("looks as a person would type it")
  func layout() throws {
    let date = try #require(CalendarDate("2026-05-28"))
    var job = CIJob(workflow: "a.yml", job: "test", hosting: .github, execution: .native)
    job.matrix = ["1.10"]
    let platform = Platform(
      id: "plan9", name: "Plan 9: the sequel", notes: "See [the list](https://example.org/), | \"soon\"",
      contacts: [Contact(person: "ada"), Contact(person: "no", employment: .known(.none))],
      ci: [job],
      wheels: Wheels(tags: ["*-*-win32"]), demand: Demand(share: .known(0.5)),
      moves: [Move(date: date, to: "tier-3", release: ReleaseVersion("2.6.0"), pullRequests: [.number(7)])])
    #expect(
      String(decoding: RegistryWriter.platform(platform), as: UTF8.self) == """
        # yaml-language-server: $schema=../schema/platform.schema.json
        name: "Plan 9: the sequel"
        target: {os: unknown, arch: unknown, interpreter: unknown}
        notes: See [the list](https://example.org/), | "soon"
        contacts:
          - ada
          - {person: "no", employment: none}
        ci:
          - {workflow: a.yml, job: test, matrix: "1.10", hosting: github, execution: native}
        wheels: {tags: "*-*-win32"}
        demand: {share: 0.5}
        moves:
          - {date: 2026-05-28, to: tier-3, release: 2.6.0, pull-request: 7}

        """)
    #expect(
      String(decoding: RegistryWriter.people([]), as: UTF8.self)
        == "# yaml-language-server: $schema=schema/people.schema.json\n{}\n")
  }

  @Test("what nobody has looked up is unknown")
  func unknownParts() throws {
    let date = try #require(CalendarDate("2026-05-28"))
    let platform = Platform(
      id: "x", name: "X", moves: [Move(date: date, to: "tier-3")], unknownParts: [.ci, .wheels])
    let text = String(decoding: RegistryWriter.platform(platform), as: UTF8.self)
    #expect(text.contains("\nci: unknown\nwheels: unknown\ndemand: {share: unknown}\n"))
    #expect(read(Registry(policy: .nep57, platforms: [platform])).registry?.platforms == [platform])
  }

  @Test("another reader takes every text for a text", .enabled(if: Oracle.hasYAML, "skipped: no PyYAML"))
  func otherReader() throws {
    var texts = GeneratedRegistry.texts
    for seed in 0..<300 { texts.append(GeneratedRegistry.text(seed: seed)) }
    let lines = texts.map {
      "- \(YAMLScalar.written($0, inFlow: false))\n- [\(YAMLScalar.written($0, inFlow: true))]\n"
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(lines.joined(), to: "texts.yaml")
    let script = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))))"
    let output = try Oracle("python3").run(["-c", script, path])
    let found = try #require(try JSONSerialization.jsonObject(with: output) as? [Any])
    try #require(found.count == 2 * texts.count)
    for (index, text) in texts.enumerated() {
      #expect((found[2 * index] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      let inFlow = (found[2 * index + 1] as? [String])?.first
      #expect(inFlow.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }

  @Test(
    "numbers have no exponent",
    arguments: [(0, "0"), (5, "5"), (0.5, "0.5"), (0.00001, "0.00001"), (1.5e-7, "0.00000015"), (100, "100")])
  func numbers(number: Double, text: String) {
    #expect(YAMLScalar.written(number) == text)
  }
}

extension Oracle {
  fileprivate static let hasYAML = (try? Oracle("python3").run(["-c", "import yaml"])) != nil
}
