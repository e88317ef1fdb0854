import Diagnostics
import Foundation
import Testing
import TestSupport
@testable import Policy

@Suite("JSON Schemas of a registry's files")
struct RegistrySchemaTests {
  @Test("those in registry/schema are up to date; else run 'platform-tiers schema'", arguments: RegistrySchema.allCases)
  func committed(schema: RegistrySchema) throws {
    let file = try #require(PackageFile.read("registry/schema/\(schema.fileName)"))
    #expect(file.bytes == schema.bytes)
  }

  @Test("another validator takes the registry's files", .enabled(if: Validator.isInstalled, Validator.skipReason))
  func validFiles() throws {
    let platforms = try FileManager.default.contentsOfDirectory(atPath: Validator.root + "/registry/platforms")
    #expect(try Validator.refused(platforms.map { "registry/platforms/\($0)" }, by: .platform) == [])
    #expect(try Validator.refused(["registry/people.yaml"], by: .people) == [])
    let policies = try FileManager.default.contentsOfDirectory(atPath: Validator.root + "/docs/policies")
      .filter { $0.hasSuffix(".yaml") }.map { "docs/policies/\($0)" }
    #expect(try Validator.refused(policies + ["registry/policy.yaml"], by: .policy) == [])
  }

  @Test("another validator takes every key that we read", .enabled(if: Validator.isInstalled, Validator.skipReason))
  func allKeys() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(RegistryReaderTests.fullPlatform, to: "full.yaml")
    #expect(try Validator.refused([path], by: .platform) == [])
  }

  private static let head = "name: A\ntarget: {os: a, arch: a, interpreter: a}\n"
  private static let moves = "moves: [{date: 2026-01-01, to: tier-3}]\n"

  /// What a schema can find.
  private static let faultyPlatforms = [
    "nothing here": "", "no name": "target: {os: a, arch: a, interpreter: a}\n" + moves,
    "no target": "name: A\n" + moves,
    "no moves": head, "an unknown key": head + moves + "colour: red\n",
    "a list for a text": "name: [A]\ntarget: {os: a, arch: a, interpreter: a}\n" + moves,
    "an unknown word": head + moves + "prerequisites: {blas: perhaps}\n",
    "a capital in a target": "name: A\ntarget: {os: A, arch: a, interpreter: a}\n" + moves,
    "a target without a part": "name: A\ntarget: {os: a, arch: a}\n" + moves,
    "no date": head + "moves: [{date: 3 March, to: tier-3}]\n",
    "no version": head + "moves: [{date: 2026-01-01, to: tier-3, release: 2.x}]\n",
    "a negative issue": head + "moves: [{date: 2026-01-01, to: tier-3, issue: -1}]\n",
    "another scheme": head + "moves: [{date: 2026-01-01, to: tier-3, council: \"ftp://a.b\"}]\n",
    "too many percent": head + moves + "demand: {share: 101}\n",
    "no tags": head + moves + "wheels: {tags: win32}\n",
    "no flag": head + moves + "ci: [{workflow: a, job: b, hosting: github, execution: native, blocks: perhaps}]\n",
    "no hosting": head + moves + "ci: [{workflow: a, job: b, execution: native}]\n",
    "a contact without a person": head + moves + "contacts: [{role: maintainer}]\n",
  ]

  private static let faultyPeople = [
    "an id with a space": "a b: {name: A}\n", "no name": "a: {handle: a}\n",
    "a handle with a space": "a: {name: A, handle: b c}\n",
    "another role": "a: {name: A, role: boss}\n", "only a name": "a: Ada\n",
  ]

  private static let faultyPolicies = [
    "no tiers": "id: x\nname: X\n", "no columns": "id: x\nname: X\ntiers: [{id: a, name: A}]\n",
    "no such CI": "id: x\nname: X\ntiers: [{id: a, name: A, columns: [Platform], ci: gitlab}]\n",
    "no such move": "id: x\nname: X\ntiers: []\nmoves: [{kind: sideways, evidence: council, because: y}]\n",
    "half a cycle": "id: x\nname: X\ntiers: []\nrelease-cycles: [{release: 2.6.0, start: 2026-01-01}]\n",
  ]

  @Test(
    "what it refuses we refuse too", .enabled(if: Validator.isInstalled, Validator.skipReason),
    arguments: [
      (RegistrySchema.platform, faultyPlatforms), (.people, faultyPeople), (.policy, faultyPolicies),
    ])
  func faultyFiles(schema: RegistrySchema, files: [String: String]) throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (name, text) in files {
      paths.append(try folder.write(text, to: "\(name).yaml"))
      let file = SourceFile(path: name, text: text)
      let faults =
        switch schema {
        case .platform: SingleDocument.read(file, .platform).diagnostics
        case .people: SingleDocument.read(file, .people).diagnostics
        case .policy: PolicyFile.read(file).diagnostics
        }
      #expect(!faults.isEmpty, "\(name)")
    }
    #expect(try Validator.refused(paths, by: schema) == paths.sorted())
  }

  @Test("each key of a record is there once, and the required ones are among them", arguments: RegistrySchema.allCases)
  func keys(schema: RegistrySchema) throws {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
    #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    var records = 0
    func visit(_ value: Any) {
      if let list = value as? [Any] { list.forEach(visit) }
      guard let object = value as? [String: Any] else { return }
      if let properties = object["properties"] as? [String: Any] {
        records += 1
        #expect(Set(object["required"] as? [String] ?? []).isSubset(of: properties.keys))
        #expect(object["additionalProperties"] as? Bool == false)
      }
      object.values.forEach(visit)
    }
    visit(json)
    #expect(records == String(decoding: schema.bytes, as: UTF8.self).matches(of: /"properties": \{/).count)
  }
}

/// check-jsonschema, which `Scripts/test-tools` installs.
private enum Validator {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  static let skipReason: Comment = "skipped: run Scripts/test-tools first"

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  private static let program = root + "/.build/venv/bin/check-jsonschema"

  private struct Report: Decodable {
    struct Place: Decodable { var filename: String }
    var errors: [Place]?
    var parseErrors: [Place]?

    enum CodingKeys: String, CodingKey {
      case errors
      case parseErrors = "parse_errors"
    }
  }

  /// Which of the files it refuses, sorted.
  static func refused(_ paths: [String], by schema: RegistrySchema) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.currentDirectoryURL = URL(filePath: root)
    process.arguments = ["-o", "json", "--schemafile", "registry/schema/\(schema.fileName)"] + paths
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let report = try JSONDecoder().decode(Report.self, from: data)
    return Set(((report.errors ?? []) + (report.parseErrors ?? [])).map(\.filename)).sorted()
  }
}
