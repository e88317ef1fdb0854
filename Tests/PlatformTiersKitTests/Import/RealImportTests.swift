import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Rendering
import Testing
import TestSupport

/// The published history of NEP 57, and the living NEP of this repository.
@Suite("Import of real documents")
struct RealImportTests {
  static let revisions = (1...11).map { $0 < 10 ? "0\($0)" : "\($0)" }

  private func revision(_ number: String) throws -> SourceFile {
    let path = try #require(SharedFolder.documents(in: "corpus/nep57").first { $0.contains("/\(number)-") })
    return SourceFile(path: path, bytes: try SharedFolder.bytes(path))
  }

  /// The registry as its files say it.
  private func reread(_ registry: Registry) throws -> Registry {
    let result = RegistryReader.read(
      RegistryFiles(
        policy: .file(SourceFile(path: "policy.yaml", bytes: RegistryWriter.policy(registry.policy))),
        people: .file(SourceFile(path: "people.yaml", bytes: RegistryWriter.people(registry.people.values))),
        platforms: registry.platforms.map {
          SourceFile(path: "platforms/\($0.id).yaml", bytes: RegistryWriter.platform($0))
        }))
    #expect(result.diagnostics.map(\.message) == [])
    let reread = try #require(result.registry)
    #expect(reread == registry)
    return reread
  }

  private func check(_ file: SourceFile, as format: DocumentFormat, brokenLines: Int) throws {
    let document = DocumentReader.read(file, as: format)
    let result = RegistryImportTests.imported(file, as: format)
    #expect(result.omissions == [] && result.remarks == [])
    let registry = try reread(result.registry)

    // In place: every cell reads as the registry gives it.
    let generated = DocumentGenerator(RegistryTables(registry, at: .present)).generate(file, as: format)
    #expect(generated.refused.isEmpty && generated.unwritten == [])
    let new = SourceFile(path: file.path, bytes: generated.bytes)
    #expect(new.lineCount == file.lineCount)
    #expect((1...file.lineCount).count { file.line($0) != new.line($0) } == brokenLines)

    // From nothing: the same rows, with the same links.
    let page = ListedRegistry.page(of: registry, as: format)
    #expect(page.isWhole)
    let again = DocumentReader.read(page.file, as: format)
    let found = ListedFacts.all(in: again, page.file, by: .nep57)
    #expect(found == ListedFacts.all(in: document, file, by: .nep57))
    #expect(found.count == 21)
    #expect(again.faults.isEmpty)
  }

  @Test(
    "each revision's tables come out of it again", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason),
    arguments: revisions)
  func revisionIsReproduced(number: String) throws {
    try check(try revision(number), as: .restructuredText, brokenLines: number >= "08" ? 1 : 0)
  }

  @Test("so do the living NEP's", arguments: [DocumentFormat.markdown, .restructuredText])
  func livingNEP(format: DocumentFormat) throws {
    let file = try #require(
      PackageFile.read("docs/nep-0057-platform-support." + (format == .markdown ? "md" : "rst")))
    try check(file, as: format, brokenLines: 0)
  }

  @Test(
    "a list's names, notes and contacts become a table's", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason)
  )
  func lists() throws {
    let registry = RegistryImportTests.imported(try revision("04"), as: .restructuredText).registry
    let tables = RegistryTables(registry, at: .present)
    let place = try #require(registry.policy.place("tier-3"))
    #expect(
      String(decoding: tables.bytes(of: place, as: .csv), as: UTF8.self).split(whereSeparator: \.isNewline) == [
        "Platform,Notes,Contacts",
        "Emscripten/Pyodide,,\"Agriya Khetarpal, Gyeongjae Choi\"",
        "FreeBSD,runs on Cirrus CI,Ralf Gommers",
        "Linux ppc64le,runs on IBM-provided self-hosted runners,Sandeep Gupta",
      ])
  }
}
