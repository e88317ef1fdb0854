import Foundation
import PlatformTiersKit
import Policy
import Rendering
import Testing
import TestSupport

/// What other programs say of the pages.
@Suite("Pages and other programs")
struct PageToolsTests {
  private static let tools = PackageFile.path(".build/venv/bin")
  private static let skipReason: Comment = "skipped: run Scripts/test-tools first"

  private static func has(_ tool: String) -> Bool { FileManager.default.isExecutableFile(atPath: "\(tools)/\(tool)") }

  private static func numpy() throws -> Registry {
    try ProjectLoader.load(.registry(PackageFile.path("registry"))).soundRegistry().registry
  }

  /// With and without evidence.
  private static func sites() throws -> [RegistryPages] {
    let hostile = try HostileRegistry.make()
    let audits: [(Registry, PagesAudit?)] = [
      (try numpy(), nil), (hostile, nil), (hostile, try HostileEvidence.make(of: hostile)),
    ]
    let sample = try SampleEvidence()
    return audits.map { RegistryPages($0, at: .present, audit: $1) }
      + [try sample.site(), try sample.site(hasEvidence: false)]
  }

  @Test(
    "sphinx-build takes them, warnings being errors and every reference checked",
    .enabled(if: has("sphinx-build"), skipReason))
  func sphinx() throws {
    for site in try Self.sites() {
      let set = try PageSet(site, as: .rst)
      try set.folder.write("project = 'pages'\n", to: "conf.py")
      _ = try Oracle("\(Self.tools)/sphinx-build").run(["-W", "-n", "-q", set.folder.path, set.folder["built"]])
      #expect(FileManager.default.fileExists(atPath: set.folder["built/index.html"]))
    }
  }

  @Test("tidy has nothing to say", .enabled(if: Oracle.isPresent("tidy"), "skipped: no tidy"))
  func tidy() throws {
    for site in try Self.sites() {
      let set = try PageSet(site, as: .html)
      let paths = try set.paths.filter { $0.hasSuffix(".html") }.map { set.folder[$0] }
      // This tidy does not know `aria-current`, and names no attributes but it and those of no standard; the test with
      // html.parser has a list of the attributes that may be there.
      _ = try Oracle("tidy").run(["-quiet", "-errors", "--warn-proprietary-attributes", "no"] + paths)
    }
  }

  @Test("html5lib finds no parse error", .enabled(if: has("sphinx-build"), skipReason))
  func html5lib() throws {
    let program = """
      import html5lib, sys
      for path in sys.argv[1:]:
        html5lib.HTMLParser(strict=True).parse(open(path, encoding="utf-8").read())
      """
    for site in try Self.sites() {
      let set = try PageSet(site, as: .html)
      let paths = try set.paths.filter { $0.hasSuffix(".html") }.map { set.folder[$0] }
      _ = try Oracle("\(Self.tools)/python").run(["-c", program] + paths)
    }
  }

  @Test("html.parser finds NumPy's pages well made", .enabled(if: Oracle.isPresent("python3"), "skipped: no python3"))
  func parser() throws {
    let reading = try PageSet(try Self.numpy(), as: .html).read("html")
    #expect(reading.problems == [])
    #expect(reading.pages.count == 31)
  }

  @Test("platforms.json is what its schema says", .enabled(if: has("check-jsonschema"), skipReason))
  func schema() throws {
    for site in try Self.allSites() {
      let set = try PageSet(site, as: .markdown)
      _ = try Oracle("\(Self.tools)/check-jsonschema").run([
        "-q", "--schemafile", PackageFile.path("Sources/PlatformTiersKit/Pages/platforms.schema.json"),
        set.folder["platforms.json"],
      ])
    }
  }

  @Test(
    "other programs find what stands beside the pages well made",
    .enabled(if: has("openapi-spec-validator"), skipReason))
  func files() throws {
    for site in try Self.allSites() {
      let set = try PageSet(site, as: .html)
      _ = try Oracle("\(Self.tools)/python").run([PackageFile.path("Tests/Oracles/page_files.py"), set.folder.path])
    }
  }

  @Test("the schema describes every member that is written, and no other")
  func members() throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: PackageFile.path("Sources/PlatformTiersKit/Pages/platforms.schema.json"))))
    let root = try #require(schema as? [String: Any])
    var checker = MemberChecker(definitions: root["$defs"] as? [String: [String: Any]] ?? [:])
    for site in try Self.allSites() {
      let data = Data(PlatformsFile.bytes(site, besides: .html))
      checker.check(try JSONSerialization.jsonObject(with: data), root, at: "")
    }
    #expect(checker.differences == [])
    #expect(checker.unwritten == [])
    #expect(checker.records > 100)
  }

  /// And one that has what those lack.
  private static func allSites() throws -> [RegistryPages] {
    let sample = RegistryPages(try SampleRegistry.make(), at: .present)
    return try sites() + [sample]
  }
}

/// Compares objects' members with a schema's properties.
private struct MemberChecker {
  let definitions: [String: [String: Any]]
  var differences: [String] = []
  var records = 0
  private var optional: Set<String> = []
  private var written: Set<String> = []

  /// Members that are described, need not be there, and never were.
  var unwritten: [String] { optional.subtracting(written).sorted() }

  init(definitions: [String: [String: Any]]) {
    self.definitions = definitions
  }

  mutating func check(_ value: Any, _ schema: [String: Any], at path: String) {
    if let name = schema["$ref"] as? String, let found = definitions[String(name.split(separator: "/").last ?? "")] {
      return check(value, found, at: path)
    }
    if value is NSNull { return }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      for choice in choices where choice["type"] as? String != "null" { check(value, choice, at: path) }
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for element in list { check(element, items, at: path + "[]") }
    }
    guard let object = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]] else {
      return
    }
    records += 1
    let required = Set(schema["required"] as? [String] ?? [])
    optional.formUnion(Set(properties.keys).subtracting(required).map { "\(path).\($0)" })
    written.formUnion(object.keys.map { "\(path).\($0)" })
    if !required.isSubset(of: object.keys) || !Set(object.keys).isSubset(of: properties.keys) {
      differences.append("\(path): \(Set(object.keys).symmetricDifference(properties.keys).sorted())")
    }
    for (name, member) in object { check(member, properties[name] ?? [:], at: path + "." + name) }
  }
}
