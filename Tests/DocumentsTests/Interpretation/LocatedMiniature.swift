import Diagnostics
import Documents
import Policy

/// A small document, read and understood under a policy.
struct LocatedMiniature {
  let file: SourceFile
  let located: LocatedPolicy

  init(_ text: String, _ format: DocumentFormat = .restructuredText, policy: Policy = .nep57) {
    file = SourceFile(path: "miniature", text: text)
    let document = DocumentReader.read(file, as: format)
    located = PolicyInterpreter.locate(document, in: file, policy: policy)
  }

  /// One line a row: `tier-2: PLATFORM | NOTES | CONTACT; CONTACT`, with `~` for what is not there.
  var rows: [String] {
    located.rows.map { row in
      let contacts = row.contacts.isEmpty ? "~" : row.contacts.map(\.text).joined(separator: "; ")
      return "\(row.place.id): \(row.platform.text) | \(row.notes?.text ?? "~") | \(contacts)"
    }
  }

  /// What the source has in the places of the contacts.
  var contactSources: [String] {
    located.rows.flatMap(\.contacts).map { file.text(in: $0.range) }
  }
}
