import Foundation
import PlatformTiersKit
import Policy
import Rendering
import TestSupport

/// The pages of a registry in a folder of their own.
struct PageSet {
  let folder: TemporaryFolder
  let site: RegistryPages

  init(_ registry: Registry, as format: PageFormat, audit: PagesAudit? = nil) throws {
    try self.init(RegistryPages(registry, at: .present, audit: audit), as: format)
  }

  init(_ site: RegistryPages, as format: PageFormat) throws {
    folder = try TemporaryFolder()
    self.site = site
    for file in PagesRun.files(of: site, as: format, in: site.frame) { try write(file.bytes, to: file.path) }
    if format == .html { try write(PageStylesheet.bytes, to: PageStylesheet.fileName.description) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try folder.write(String(decoding: bytes, as: UTF8.self), to: path)
  }

  var paths: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }.sorted() }
  }

  /// What `Tests/Oracles/pages.py` reads.
  struct Reading: Decodable {
    struct Page: Decodable {
      var title: String
      var headings: [String]
      var cells: [String]
      var texts: [String]
      var labels: [String]
    }

    var pages: [String: Page]
    var problems: [String]
  }

  func read(_ kind: String) throws -> Reading {
    let output = try Oracle("python3").run([PackageFile.path("Tests/Oracles/pages.py"), kind, folder.path])
    return try JSONDecoder().decode(Reading.self, from: output)
  }
}
