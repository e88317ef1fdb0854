import Checks
import Diagnostics
import Documents
import PlatformTiersKit
import Policy

extension Subject {
  static let rstGeneration = Subject(name: "rst-generation") { bytes in
    GenerationInvariants(SourceFile(path: "fuzz.rst", bytes: bytes), .restructuredText)?.violations ?? []
  }
  static let markdownGeneration = Subject(name: "markdown-generation") { bytes in
    GenerationInvariants(SourceFile(path: "fuzz.md", bytes: bytes), .markdown)?.violations ?? []
  }
}

/// A registry is made of a document, and the document's tables are written anew from it: as they are, and with one
/// platform moved.
private struct GenerationInvariants {
  /// What a reader of the page sees of a row.
  private struct Row: Hashable, CustomStringConvertible {
    let name: String
    let notes: String
    let contacts: [String]
    let columns: [String]

    init(_ row: LocatedRow) {
      name = row.identity.joined(separator: " | ")
      notes = row.notes?.text ?? ""
      contacts = row.contacts.map(\.text)
      columns = row.columns.map(\.cell.text)
    }

    var description: String { ([name, notes] + contacts + columns).map { "'\($0)'" }.joined(separator: " ") }
  }

  private let format: DocumentFormat
  private let file: SourceFile
  private let read: LocatedDocument
  private let registry: Registry

  /// Nil where the import leaves something out, or says that it has it otherwise, and where a character of the document
  /// is none that a registry may hold: then a difference is owed.
  init?(_ file: SourceFile, _ format: DocumentFormat) {
    self.file = file
    self.format = format
    read = LocatedDocument(file, as: format, policy: .nep57)
    let characters = String(decoding: file.bytes, as: UTF8.self).unicodeScalars
    guard characters.allSatisfy({ $0.properties.generalCategory != .control || "\t\n\r".unicodeScalars.contains($0) })
    else { return nil }
    let imported = RegistryImport(read.document, in: file, located: read.located, policy: .nep57) { row in
      [Move(date: .fuzzed, to: row.place.id)]
    }.imported()
    guard imported.omissions.isEmpty, imported.remarks.isEmpty, !imported.registry.platforms.isEmpty else { return nil }
    registry = imported.registry
  }

  var violations: [String] { unmoved + moved }

  private func generated(_ registry: Registry, in file: SourceFile) -> GeneratedDocument {
    DocumentGenerator(RegistryTables(registry, at: RegistryMoment(date: .fuzzed))).generate(file, as: format)
  }

  /// A document that is what its registry says stays as it is.
  private var unmoved: [String] {
    let written = generated(registry, in: file)
    if written.bytes == file.bytes { return [] }
    return ["a document changes by its own registry to:\n" + String(decoding: written.bytes, as: UTF8.self)]
  }

  /// The first platform goes to another tier: every other row stays what it was.
  private var moved: [String] {
    var changed = registry
    let from = changed.platforms[0].moves.last?.to
    guard let target = read.located.listings.first(where: { $0.place.id != from && $0.form != .missing })?.place
    else { return [] }
    changed.platforms[0].moves = [Move(date: .fuzzed, to: target.id)]
    let name = changed.platforms[0].name
    let written = generated(changed, in: file)
    // What is refused is left as it is, which is a loss of nothing.
    guard written.refused.isEmpty else { return [] }

    let result = SourceFile(path: file.path, bytes: written.bytes)
    let after = LocatedDocument(result, as: format, policy: .nep57).located
    var violations: [String] = []
    let (left, right) = (others(read.located, than: name), others(after, than: name))
    if left != right {
      violations.append("moving '\(name)' changes other rows from\n\(list(left))\nto\n\(list(right))")
    }
    if after.rows.filter({ $0.platform.text == name }).map(\.place.id) != [target.id] {
      violations.append("'\(name)' is moved to \(target.id), and is not there alone")
    }
    if generated(changed, in: result).bytes != written.bytes { violations.append("a second run changes something") }
    if !violations.isEmpty { violations.append("written:\n" + String(decoding: written.bytes, as: UTF8.self)) }
    return violations
  }

  private func others(_ located: LocatedPolicy, than name: String) -> [Row: Int] {
    var rows: [Row: Int] = [:]
    // A table that has lost its last platform keeps an empty row.
    for row in located.rows where row.platform.text != name && !row.platform.text.isEmpty {
      rows[Row(row), default: 0] += 1
    }
    return rows
  }

  private func list(_ rows: [Row: Int]) -> String {
    rows.map { "\($1) × \($0)" }.sorted().joined(separator: "\n")
  }
}
