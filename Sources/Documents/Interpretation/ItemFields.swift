import Diagnostics
import Policy

/// A platform in an item whose lines are fields, as in `| Name: MS-DOS`, `| Unsupported in: Python 2.0`: each is what a
/// table's cell would be.
struct ItemFields {
  private struct Field {
    var title: String
    /// Nil for a title that the section's columns do not have.
    var column: Column?
    var value: LocatedText
  }

  private let item: BulletList.Item
  private let file: SourceFile
  private let fields: [Field]

  /// Nil for an item without lines, or of which none names the platform by a title of the section's columns.
  init?(_ item: BulletList.Item, of section: TierSection, file: SourceFile) {
    guard !item.lines.isEmpty else { return nil }
    self.item = item
    self.file = file
    fields = item.lines.compactMap { Self.field(in: $0, of: section, file: file) }
    guard fields.contains(where: { $0.column?.role == .platform }) else { return nil }
  }

  private static func field(in line: LocatedText, of section: TierSection, file: SourceFile) -> Field? {
    guard let colon = line.text.firstIndex(of: ":") else { return nil }
    let title = String(line.text[..<colon])
    let words = line.text[line.text.index(after: colon)...].words
    var source = SourceWords(line.range, in: file)
    // The title's own words come first.
    _ = source.find(title.split(separator: " "))
    let range = source.find(words).flatMap { source.range(of: $0[...]) }
    return Field(
      title: title, column: section.columns.first { $0.isTitled(title) },
      value: LocatedText(words.spaced, at: range ?? line.range))
  }

  func row(in place: Place, policy: Policy) -> LocatedRow {
    let names = fields.filter { $0.column?.role == .platform }.map { $0.value }
    let platform = LocatedText(names.map { $0.text }.joined(separator: " "), at: names.first?.range ?? item.range)
    let notes = first(.notes)
    let contacts = first(.contacts)
    let further = fields.filter { $0.column?.role.isFurther ?? true }.map {
      ListedColumn(title: $0.column?.title ?? $0.title, role: $0.column?.role ?? .other, cell: $0.value)
    }
    return LocatedRow(
      place: place, platform: platform, notes: notes.flatMap { $0.text.isEmpty ? nil : $0 },
      contacts: contacts.map { ContactNames.read($0.text, in: SourceWords($0.range, in: file), whole: $0.range) } ?? [],
      contactsCell: contacts, columns: further,
      identity: policy.identity.map { role in
        switch role {
        case .platform: platform.text
        case .notes: notes?.text ?? ""
        case .contacts: contacts?.text ?? ""
        case .minimumVersion, .until, .other:
          further.filter { $0.role == role }.map { $0.cell.text }.joined(separator: ", ")
        }
      }, range: item.range)
  }

  private func first(_ role: ColumnRole) -> LocatedText? { fields.first { $0.column?.role == role }?.value }
}

extension BulletList {
  /// Whether its items are made of fields of a section's columns: then it needs no introduction.
  func hasFields(of section: TierSection, in file: SourceFile) -> Bool {
    items.contains { ItemFields($0, of: section, file: file) != nil }
  }
}
