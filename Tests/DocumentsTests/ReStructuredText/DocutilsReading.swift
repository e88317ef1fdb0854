import Documents
import Foundation
import TestSupport

/// What docutils reads in a document, as `Tests/Oracles/rst.py` prints it.
struct DocutilsReading: Decodable {
  struct Table: Decodable {
    var head: [[Cell]]
    var body: [[Cell]]
  }

  struct Cell: Decodable, Equatable, CustomStringConvertible {
    var text: String
    var columns: Int
    var rows: Int

    var description: String { "'\(text)' over \(columns)×\(rows)" }
  }

  /// What docutils itself fails with.
  var failure: String?
  var tables: [Table]?
  /// Its warnings and errors.
  var messages: [String]?
  private var sections: [Section]?
  private var targets: [Target]?

  private struct Section: Decodable {
    var title: String
    var level: Int

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      title = try parts.decode(String.self)
      level = try parts.decode(Int.self)
    }
  }

  private struct Target: Decodable {
    var name: String
    var uri: String

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      name = try parts.decode(String.self)
      uri = try parts.decode(String.self)
    }
  }

  /// `2 Tier 1` for each section.
  var sectionTitles: [String] { sections?.map { "\($0.level) \($0.title)" } ?? [] }

  /// `name <uri>` for each hyperlink target.
  var hyperlinkTargets: [String] { targets?.map { "\($0.name) <\($0.uri)>" } ?? [] }

  /// Reads all the files in one run of docutils.
  static func all(_ paths: [String]) throws -> [String: DocutilsReading] {
    let script = PackageFile.path("Tests/Oracles/rst.py")
    let output = try Oracle("python3").run([script] + paths)
    return try JSONDecoder().decode([String: DocutilsReading].self, from: output)
  }
}

extension PolicyDocument {
  /// `2 Tier 1` for each section.
  var sectionTitles: [String] { sections.map { "\($0.level) \($0.title)" } }

  /// `name <uri>` for each hyperlink target.
  var hyperlinkTargets: [String] {
    targets.filter(\.kind.isHyperlink).map { "\($0.name) <\($0.uri ?? "")>" }
  }
}
