import Checks
package import Diagnostics
package import Documents
package import Policy
import Rendering

/// Makes a registry of what a document lists: names, notes and contacts, where each platform stands, and no more. What a
/// table does not tell is unknown.
package struct RegistryImport {
  package struct Result: Sendable {
    package var registry: Registry
    /// What the document lists and the registry does not have, in words.
    package var omissions: [String] = []
    /// What the registry has otherwise than the document writes it.
    package var remarks: [String] = []
  }

  private let located: LocatedPolicy
  private let elements: DocumentElements
  private let moves: (LocatedRow) -> [Move]
  private var ids = RegistryIDs(noun: "platform")
  private var people = ImportedPeople()
  /// The lines of the rows taken, by what tells their platforms apart.
  private var lines: [String: Int] = [:]
  private var result: Result

  /// - Parameters:
  ///   - document: read from `file`.
  ///   - moves: how the platform of a row came to where it stands, oldest first; at least one.
  package init(
    _ document: PolicyDocument, in file: SourceFile, located: LocatedPolicy, policy: Policy,
    moves: @escaping (LocatedRow) -> [Move]
  ) {
    self.located = located
    self.moves = moves
    elements = DocumentElements(of: document, in: file)
    result = Result(registry: Registry(policy: policy))
  }

  package consuming func imported() -> Result {
    for row in located.rows { take(row) }
    result.registry.people = Dictionary(keepingFirst: people.people.map { ($0.id, $0) })
    result.registry.platforms.sort { $0.id < $1.id }
    return result
  }

  private mutating func take(_ row: LocatedRow) {
    let line = row.range.start.line
    guard !row.platform.text.isEmpty else {
      result.omissions.append("the row on line \(line) names no platform")
      return
    }
    // Without an identity the policy's platforms may stand any number of times.
    if let identity = row.identityKey {
      if let first = lines[identity] {
        result.omissions.append("'\(row.platform.text)' on line \(line) stands on line \(first) already")
        return
      }
      lines[identity] = line
    }
    result.registry.platforms.append(
      Platform(
        id: ids.id(for: row.platform.text), name: row.platform.text, notes: notes(of: row), columns: columns(of: row),
        contacts: contacts(of: row), moves: moves(row), unknownParts: Set(Platform.Part.allCases)))
  }

  // MARK: Notes

  private func notes(of row: LocatedRow) -> String {
    guard let notes = row.notes else { return "" }
    let text = CellContent(text: notes.text)
    let cell = CellContent(elements.elements(at: notes.range))
    if cell.text == text.text { return MarkdownNote.text(of: cell) }
    // The note of a list's item is a part of it.
    let item = CellContent(elements.elements(at: row.range))
    let part = item.part(text.text, after: row.platform.text)
    return MarkdownNote.text(of: part ?? text)
  }

  // MARK: Columns

  /// What the further columns say, with its markup; what says nothing is left out.
  private mutating func columns(of row: LocatedRow) -> [String: String] {
    var texts: [String: String] = [:]
    for column in row.columns where !column.cell.text.isEmpty {
      guard texts[column.title] == nil else {
        result.omissions.append(
          "the second column titled '\(column.title)' of line \(column.cell.range.start.line): '\(column.cell.text)'")
        continue
      }
      texts[column.title] = markdown(of: column.cell)
    }
    return texts
  }

  /// A cell's text as CommonMark, with its markup where that reads as the text does.
  private func markdown(of cell: LocatedText) -> String {
    let marked = CellContent(elements.elements(at: cell.range))
    let text = CellContent(text: cell.text)
    return MarkdownNote.text(of: marked.text == text.text ? marked : text)
  }

  // MARK: Contacts

  private mutating func contacts(of row: LocatedRow) -> [Contact] {
    let cell = row.contactsCell.map { CellContent(elements.elements(at: $0.range)) }
    var links = (cell?.elements ?? []).compactMap { element -> (text: String, uri: String)? in
      if case .link(let text, let uri) = element { (text, uri) } else { nil }
    }[...]
    var named: Set<String> = []
    var contacts: [Contact] = []
    var names: [String] = []
    for name in row.contacts {
      guard !name.isPlaceholderContact else {
        result.omissions.append("'\(name.text)' on line \(name.range.start.line) names nobody")
        continue
      }
      let person = people.person(name, links: &links)
      guard named.insert(person.id).inserted else {
        result.remarks.append("'\(name.text)' on line \(name.range.start.line) is named twice")
        continue
      }
      if person.name != name.text {
        result.remarks.append("'\(name.text)' on line \(name.range.start.line) is '\(person.name)', as above")
      }
      contacts.append(Contact(person: person.id))
      names.append(name.text)
    }
    noteSeparators(names, of: row)
    return contacts
  }

  /// Names that something else than a comma stands between will be written otherwise.
  private mutating func noteSeparators(_ names: [String], of row: LocatedRow) {
    let written = names.joined(separator: ", ")
    guard let cell = row.contactsCell, names.count == row.contacts.count, cell.text != written else { return }
    result.remarks.append(
      "the contacts on line \(cell.range.start.line) are taken for " + (names.isEmpty ? "none" : "'\(written)'"))
  }
}

extension CellContent {
  /// The elements of a part of the text, the first one behind another part; nil where there is none.
  fileprivate func part(_ text: String, after start: String) -> CellContent? {
    let whole = Array(self.text.utf8)
    let wanted = Array(text.utf8)
    let from = self.text.utf8.starts(with: start.utf8) ? start.utf8.count : 0
    guard let offset = whole.firstOffset(of: wanted, from: from) else { return nil }
    var parts: [InlineElement] = []
    var position = 0
    for element in elements {
      let bytes = Array(element.text.utf8)
      let range = (offset - position..<offset + wanted.count - position).clamped(to: 0..<bytes.count)
      if !range.isEmpty { parts.append(element.withText(String(decoding: bytes[range], as: UTF8.self))) }
      position += bytes.count
    }
    return CellContent(parts)
  }
}

extension InlineElement {
  fileprivate func withText(_ text: String) -> InlineElement {
    switch self {
    case .text: .text(text)
    case .code: .code(text)
    case .emphasis: .emphasis(text)
    case .link(_, let uri): .link(text: text, uri: uri)
    case .reference: .reference(name: text)
    }
  }
}

extension [UInt8] {
  /// Where the part stands close behind an offset: what is searched for has to be near, or a long text would take long.
  fileprivate func firstOffset(of part: [UInt8], from start: Int) -> Int? {
    guard !part.isEmpty, part.count <= count else { return nil }
    return (Swift.min(start, count)..<Swift.min(start + 64, count)).first { self[$0...].starts(with: part) }
  }
}
