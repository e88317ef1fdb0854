import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Testing
import TestSupport

@Suite("NumPy's registry")
struct NumPyRegistryTests {
  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/") + "/registry"

  private let loaded: LoadedRegistry
  private let registry: Registry

  init() throws {
    loaded = try RegistryFolder.read(Self.folder)
    registry = try #require(loaded.registry)
  }

  @Test func hasNoFault() {
    #expect(loaded.diagnostics.map { "\($0.file) \($0.range.start) \($0.message)" } == [])
    #expect(registry.policy == .nep57)
    #expect(registry.platforms.count == 21)
  }

  @Test func namesTheSchemaOfEachFile() {
    #expect(loaded.files.count == 23)
    for file in loaded.files {
      let name = file.path.dropFirst(Self.folder.count + 1)
      let schema =
        name.hasPrefix("platforms/")
        ? "../schema/platform.schema.json" : "schema/\(name.replacing(".yaml", with: "")).schema.json"
      let line = String(decoding: file.line(1), as: UTF8.self)
      #expect(line == "# yaml-language-server: $schema=\(schema)")
    }
  }

  /// `place: PLATFORM | NOTES | CONTACTS`, as the tables show them, sorted.
  private func rows(at date: CalendarDate) throws -> [String] {
    try registry.platforms.compactMap { platform in
      guard let move = platform.move(at: date) else { return nil }
      let notes = platform.notes(after: move).replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }
      let contacts = try platform.contacts(after: move).map { try #require(registry.people[$0.person]).name }
      return "\(move.to): \(platform.name) | \(notes) | \(contacts.joined(separator: ", "))"
    }.sorted()
  }

  private func rows(in path: String) throws -> [String] {
    let file = SourceFile(path: path, bytes: try SharedFolder.bytes(path))
    let document = DocumentReader.read(file, as: .restructuredText)
    let located = PolicyInterpreter.locate(document, in: file, policy: registry.policy)
    return located.rows.map { row in
      let contacts = row.contacts.map(\.text).joined(separator: ", ")
      return "\(row.place.id): \(row.platform.text) | \(row.notes?.text ?? "") | \(contacts)"
    }.sorted()
  }

  @Test(
    "on the day that each revision was merged it lists what the NEP does",
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason),
    arguments: [
      ("07", "2026-02-11"), ("08", "2026-05-04"), ("09", "2026-05-30"), ("10", "2026-06-16"), ("11", "2026-07-17"),
    ])
  func equalsRevision(number: String, date: String) throws {
    let path = try #require(SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(number)-") })
    #expect(try rows(at: #require(CalendarDate(date))) == rows(in: path))
  }

  @Test func windowsX86KeepsItsWheelsIn25() throws {
    let platform = try #require(registry.platforms.first { $0.id == "windows-x86" })
    func place(_ version: String) -> String? {
      ReleaseVersion(version).flatMap { registry.place(of: platform, forRelease: $0)?.id }
    }
    #expect(place("2.5.5") == "tier-1")
    #expect(place("2.6.0") == "tier-3")
    #expect(place("2.6.0rc1") == "tier-3")
  }

  @Test(
    "each CI job is in its workflow",
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func jobsExist() throws {
    for platform in registry.platforms {
      for job in platform.ci + platform.wheels.jobs {
        let repository = job.repository?.split(separator: "/").last.map(String.init) ?? "numpy"
        let text = String(decoding: try SharedFolder.bytes("evidence/\(repository)/\(job.workflow)"), as: UTF8.self)
        let places = "\(platform.id): \(job.workflow) \(job.job)"
        let start = try #require(text.firstRange(of: "\n  \(job.job):\n"), "\(places)")
        let rest = text[start.upperBound...]
        let end = rest.firstMatch(of: /\n  [A-Za-z0-9_-]+:\n/)?.range.lowerBound ?? rest.endIndex
        for word in job.matrix + (job.runner.map { [$0] } ?? []) {
          #expect(rest[..<end].contains(word), "\(places): \(word)")
        }
        #expect(!rest[..<end].contains("continue-on-error: true") || job.blocks == .known(false), "\(places)")
      }
    }
  }

  @Test(
    "each pattern of tags has its wheels on the index, and no other platform's",
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func tagsMatchTheIndex() throws {
    let index = String(decoding: try SharedFolder.bytes("evidence/index/numpy.json"), as: UTF8.self)
    var counts: [String: Int] = [:]
    for match in index.matches(of: /"numpy-([^-"]+)-(\w+)-(\w+)-([\w.]+)\.whl"/) {
      let tags = match.4.split(separator: ".").map { "\(match.2)-\(match.3)-\($0)" }
      var owners: Set<String> = []
      for platform in registry.platforms {
        let patterns = try platform.wheels.tags.map { try #require(Glob($0)) }
        if tags.contains(where: { tag in patterns.contains { $0.matches(tag) } }) { owners.insert(platform.id) }
      }
      for owner in owners { counts[owner, default: 0] += 1 }
      // What these two ship is another platform's wheel as well.
      #expect(owners.subtracting(["free-threaded-cpython", "pypy"]).count == 1, "\(match.0)")
    }
    let shipped = registry.platforms.filter { !$0.wheels.jobs.isEmpty || $0.wheels.lastRelease != nil }.map(\.id)
    #expect(counts.keys.sorted() == (shipped + ["windows-x86"]).sorted())
  }
}
