import Diagnostics
import Documents
import Foundation
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// A page on which a project lists its platforms, with the policy that reads it.
struct PublishedPage: Sendable, CustomTestStringConvertible {
  let policyName: String
  let path: String
  let policy: Policy
  let file: SourceFile

  var testDescription: String { path }

  var format: DocumentFormat { path.hasSuffix(".rst") ? .restructuredText : .markdown }

  static let projects = ["crystal", "libuv", "node", "numba", "pep-11", "uv", "wasmtime"]

  /// Every revision in the shared folder.
  static func all(of project: String) throws -> [PublishedPage] {
    let isBuiltIn = project == "nep57"
    let folder = isBuiltIn ? "corpus/nep57" : "corpus/policies/\(project)"
    let paths = SharedFolder.paths(in: folder, suffix: ".rst") + SharedFolder.paths(in: folder, suffix: ".md")
    let policy = isBuiltIn ? Policy.nep57 : try Self.policy(project)
    return try paths.map { try PublishedPage(project, $0, policy, SharedFolder.bytes($0)) }
  }

  static func policy(_ name: String) throws -> Policy {
    let file = try #require(PackageFile.read("docs/policies/\(name).yaml"))
    return try #require(PolicyFile.read(file).policy)
  }

  init(_ policyName: String, _ path: String, _ policy: Policy, _ bytes: [UInt8]) throws {
    self.policyName = policyName
    self.path = path
    self.policy = policy
    file = SourceFile(path: path, bytes: bytes)
  }

  /// The page as `lint --fix` leaves it, where a border of it is broken.
  func mended() throws -> PublishedPage {
    let faults = DocumentReader.read(file, as: format).faults
    let bytes = file.applying(faults.map { Fix(.safe, "mend", edits: $0.repair) }).bytes
    return try PublishedPage(policyName, path, policy, bytes)
  }

  /// The registry that `import` makes of it, as its files say it.
  func registry() throws -> Registry {
    let registry = RegistryImportTests.imported(file, as: format, policy: policy).registry
    let result = RegistryReader.read(
      RegistryFiles(
        policy: .file(SourceFile(path: "policy.yaml", bytes: RegistryWriter.policy(registry.policy))),
        people: .file(SourceFile(path: "people.yaml", bytes: RegistryWriter.people(registry.people.values))),
        platforms: registry.platforms.map {
          SourceFile(path: "platforms/\($0.id).yaml", bytes: RegistryWriter.platform($0))
        }))
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(path)")
    return try #require(result.registry)
  }

  var located: LocatedPolicy {
    PolicyInterpreter.locate(DocumentReader.read(file, as: format), in: file, policy: policy)
  }

  func generated(_ registry: Registry, from file: SourceFile? = nil) -> GeneratedDocument {
    DocumentGenerator(RegistryTables(registry, at: .present)).generate(file ?? self.file, as: format)
  }
}

/// What docutils or cmark-gfm read of a document.
struct PublishedReading: Decodable, Equatable {
  var tables: [[[String]]]
  var lists: [[String]]
  var headings: [String]
  /// How many rows of each table are its head.
  var heads: [Int]
  var messages: Int

  /// Each table's rows and each list's items, as cells.
  var blocks: [[[String]]] { tables + lists.map { $0.map { [$0] } } }

  static let isPresent =
    Oracle.isPresent("python3", "cmark-gfm") && (try? Oracle("python3").run(["-c", "import docutils"])) != nil
  static let skipReason: Testing.Comment = "docutils or cmark-gfm is missing"

  /// Reads all documents in one run.
  static func all(_ documents: [(bytes: [UInt8], format: DocumentFormat)]) throws -> [PublishedReading] {
    guard !documents.isEmpty else { return [] }
    let folder = try TemporaryFolder()
    let paths = try documents.enumerated().map { number, document in
      let path = folder["\(number)" + (document.format == .markdown ? ".md" : ".rst")]
      try Data(document.bytes).write(to: URL(filePath: path))
      return path
    }
    // A command line has room for so many paths.
    var readings: [String: PublishedReading] = [:]
    for start in stride(from: 0, to: paths.count, by: 1000) {
      let output = try Oracle("python3").run(
        [PackageFile.path("Tests/Oracles/published.py")] + paths[start..<min(paths.count, start + 1000)])
      readings.merge(try JSONDecoder().decode([String: PublishedReading].self, from: output)) { $1 }
    }
    return try paths.map { try #require(readings[$0]) }
  }
}
