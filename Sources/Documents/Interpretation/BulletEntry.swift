import Diagnostics
import Policy

/// Reads one item of a bullet list of platforms: `NAME (note), *contacts*`.
///
/// The emphasised names at the item's end are its contacts. A parenthesis of a few words belongs to the name
/// (`Linux x86-64 (manylinux)`); one that says `note:` or more than two words is a note.
struct BulletEntry {
  private let item: BulletList.Item
  private let file: SourceFile

  init(_ item: BulletList.Item, file: SourceFile) {
    self.item = item
    self.file = file
  }

  func row(in place: Place, policy: Policy) -> LocatedRow {
    if let fields = ItemFields(item, of: place.listing, file: file) { return fields.row(in: place, policy: policy) }
    let (body, emphasised) = splitContacts()
    let (name, note) = Self.splitNote(body)
    let contacts = emphasised.flatMap { emphasis in
      ContactNames.read(emphasis.text, in: SourceWords(emphasis.range, in: file), whole: emphasis.range)
    }
    var source = SourceWords(item.range, in: file)
    let platform = located(name, in: &source)
    let notes = note.map { located($0, in: &source) }
    let contactsCell = emphasised.first.flatMap { first in
      emphasised.last.map { last in
        let names = emphasised.map { $0.text }.joined(separator: ", ")
        return LocatedText(names, at: SourceRange(first.range.start, last.range.end))
      }
    }
    let texts: [ColumnRole: String] = [
      .platform: name, .notes: note ?? "", .contacts: contactsCell?.text ?? "",
    ]
    return LocatedRow(
      place: place, platform: platform, notes: notes, contacts: contacts, contactsCell: contactsCell,
      identity: policy.identity.map { texts[$0] ?? "" }, range: item.range)
  }

  private func located(_ text: String, in source: inout SourceWords) -> LocatedText {
    let words = text.split(separator: " ")
    let range = source.find(words).flatMap { source.range(of: $0[...]) }
    return LocatedText(text, at: range ?? item.range)
  }

  /// Takes the emphasised stretches off the end, with the commas before them.
  private func splitContacts() -> (body: String, contacts: [BulletList.Emphasis]) {
    let bytes = Array(item.text.utf8)
    var end = Self.trimmedEnd(of: bytes, before: bytes.count)
    var contacts: [BulletList.Emphasis] = []
    for emphasis in item.emphasised.reversed() {
      let offsets = emphasis.offsets.clamped(to: 0..<bytes.count)
      // An item that is emphasised from its start is a name.
      guard offsets.lowerBound > 0, offsets.upperBound >= end else { break }
      contacts.append(emphasis)
      end = Self.trimmedEnd(of: bytes, before: offsets.lowerBound)
    }
    return (String(decoding: bytes[..<end], as: UTF8.self), contacts.reversed())
  }

  private static func trimmedEnd(of bytes: [UInt8], before end: Int) -> Int {
    var end = end
    while end > 0, separators.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static let separators: Set<UInt8> = Set(" ,;.&:".utf8)

  private static func splitNote(_ text: String) -> (name: String, note: String?) {
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
      let inner = String(text[text.index(after: open)...].dropLast())
      let words = inner.split(separator: " ")
      let isMarked = words.first?.lowercased().hasPrefix("note") == true
      guard isMarked || words.count > 2 else { return (text, nil) }
      let note = isMarked ? words.dropFirst().joined(separator: " ") : inner
      return (text[..<open].trimmed, note.isEmpty ? nil : note)
    }
    for separator in [" — ", " – ", " - ", ": "] {
      guard let found = text.firstRange(ofBytes: separator) else { continue }
      return (text[..<found.lowerBound].trimmed, text[found.upperBound...].trimmed)
    }
    return (text, nil)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last == "," || last.isWhitespace { text.removeLast() }
    return String(text.drop(while: { $0.isWhitespace }))
  }
}
