import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// NumPy's registry on the published history of NEP 57.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct RealGenerationTests {
  private let registry: Registry

  init() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    registry = try #require(try RegistryFolder.read(folder + "/registry").registry)
  }

  private static func revision(_ number: String) throws -> SourceFile {
    let path = try #require(SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(number)-") })
    return SourceFile(path: path, bytes: try SharedFolder.bytes(path))
  }

  private func generate(_ file: SourceFile, at day: String) throws -> GeneratedDocument {
    let moment = RegistryMoment(date: try SampleRegistry.day(day))
    return DocumentGenerator(RegistryTables(registry, at: moment)).generate(file, as: .restructuredText)
  }

  @Test func onlyTheBrokenBorderOfTheLastRevisionChanges() throws {
    let file = try Self.revision("11")
    let generated = try generate(file, at: "2026-07-17")
    let new = SourceFile(path: "new.rst", bytes: generated.bytes)
    #expect(new.lineCount == file.lineCount)
    let changed = (1...file.lineCount).filter { file.line($0) != new.line($0) }
    #expect(changed == [268])
    #expect(Array(new.line(268)) == Array(file.line(270)))
    #expect(generated.stale.map { "\($0.rule) \($0.range.start)" } == ["stale-region 268:1"])
    #expect(generated.refused.isEmpty && generated.unwritten.isEmpty)
    let again = try generate(new, at: "2026-07-17")
    #expect(again.bytes == new.bytes)
    #expect(again.stale.isEmpty)
  }

  @Test func theRevisionBeforeTheBrokenBorderStaysAsItIs() throws {
    let file = try Self.revision("07")
    #expect(try generate(file, at: "2026-02-11").bytes == file.bytes)
  }

  /// `table: cell | cell`, a table named by its place's id.
  private func tables(_ file: SourceFile) -> [String: [String]] {
    let document = DocumentReader.read(file, as: .restructuredText)
    let located = PolicyInterpreter.locate(document, in: file, policy: registry.policy)
    var tables: [String: [String]] = [:]
    for listing in located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      tables[listing.place.id] = indices.flatMap { index in
        document.tables[index].meantRows.map { $0.map(\.text).joined(separator: " | ") }
      }
    }
    return tables
  }

  /// Where the maintainers put a new row elsewhere than at the end, where `generate` puts it.
  private static let otherOrder: [String: [String: String]] = {
    let freebsd = ["formerly-supported": "FreeBSD was put first"]
    let windows = ["tier-3": "Windows x86 was put before RISC-V, which had come before it"]
    let phones = ["tier-3": "as before, and iOS was put before Android, of the same day"]
    return [
      "08": freebsd, "09": freebsd, "10": freebsd.merging(windows) { $1 }, "11": freebsd.merging(phones) { $1 },
    ]
  }()

  @Test(arguments: [
    ("08", "2026-05-04"), ("09", "2026-05-30"), ("10", "2026-06-16"), ("11", "2026-07-17"),
  ])
  func aLaterRevisionComesFromAnEarlierOne(number: String, day: String) throws {
    let generated = try generate(try Self.revision("07"), at: day)
    let mine = tables(SourceFile(path: "generated.rst", bytes: generated.bytes))
    let theirs = tables(try Self.revision(number))
    #expect(Set(mine.keys) == Set(theirs.keys))
    for (place, rows) in theirs {
      if let reason = Self.otherOrder[number]?[place] {
        #expect(mine[place]?.sorted() == rows.sorted(), "\(reason)")
        #expect(mine[place] != rows, "\(reason): no longer so")
      } else {
        #expect(mine[place] == rows)
      }
    }
  }

  @Test func stepByStepTheTargetsOfNotesAreAdded() throws {
    var file = try Self.revision("07")
    for day in ["2026-05-04", "2026-05-30", "2026-06-16", "2026-07-17"] {
      file = SourceFile(path: "x.rst", bytes: try generate(file, at: day).bytes)
      #expect(try generate(file, at: day).bytes == file.bytes)
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("\n.. _discussion board: https://mail.python.org/archives/list/numpy-discussion"))
    let document = DocumentReader.read(file, as: .restructuredText)
    let known = Set(document.targets.map(\.name))
    #expect(document.references.filter { $0.kind == .hyperlink && !known.contains($0.name) }.map(\.text) == [])
  }
}
