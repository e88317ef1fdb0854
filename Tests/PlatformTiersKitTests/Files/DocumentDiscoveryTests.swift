import Documents
import Foundation
import PlatformTiersKit
import Testing
import TestSupport

@Suite struct DocumentDiscoveryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aFolderStandsForItsNumberedDocuments() throws {
    for name in [
      "nep-0002.md", "nep-0001.rst", "below/nep-0003.rst", "index.rst", "nep-0004.txt", ".git/nep-0005.rst",
      ".nep-0006.rst",
    ] {
      try folder.write("", to: name)
    }
    let discovery = DocumentDiscovery([folder.path])
    #expect(
      discovery.documents.map(\.path) == ["below/nep-0003.rst", "nep-0001.rst", "nep-0002.md"].map { folder[$0] })
    #expect(discovery.documents.map(\.format) == [.restructuredText, .restructuredText, .markdown])
    #expect(discovery.failures.isEmpty)
  }

  @Test func aLinkedFolderIsNotFollowed() throws {
    try folder.write("", to: "nep-1.rst")
    try FileManager.default.createSymbolicLink(atPath: folder["round"], withDestinationPath: ".")
    #expect(DocumentDiscovery([folder.path]).documents.map(\.path) == [folder["nep-1.rst"]])
  }

  @Test func aFolderWithoutDocumentsIsAFailure() throws {
    let discovery = DocumentDiscovery([folder.path])
    #expect(
      discovery.failures == [
        .cannotRun("there is no 'nep-*.rst' and no 'nep-*.md' in the folder '\(folder.path)'")
      ])
  }

  @Test(arguments: [
    ("a.rst", DocumentFormat.restructuredText), ("a.TXT", .restructuredText), ("a.md", .markdown),
    ("b/a.Markdown", .markdown),
  ])
  func theEndingGivesTheFormat(_ path: String, _ format: DocumentFormat) {
    #expect(DocumentDiscovery([path]).documents.map(\.format) == [format])
  }

  @Test func anUnknownEndingNeedsAFormat() {
    #expect(DocumentDiscovery(["a.adoc"]).documents.isEmpty)
    #expect(DocumentDiscovery(["a.adoc"]).failures.count == 1)
    #expect(DocumentDiscovery(["a.adoc"], format: .markdown).documents.map(\.format) == [.markdown])
  }

  @Test func standardInputIsNamedByItsOption() {
    #expect(DocumentDiscovery(["-"]).documents.map(\.path) == ["<stdin>"])
    #expect(DocumentDiscovery(["-"]).documents.map(\.format) == [.restructuredText])
    #expect(DocumentDiscovery(["-"], standardInputName: "x.md").documents.map(\.format) == [.markdown])
  }

  @Test func aFileGivenTwiceIsOneDocument() {
    #expect(DocumentDiscovery(["a.rst", "b.rst", "a.rst"]).documents.map(\.path) == ["a.rst", "b.rst"])
  }
}
