import Checks
import Diagnostics
import Documents
import Policy
import TestSupport

/// The published revisions of NEP 57.
enum Corpus {
  static let names = [
    "01-2026-01-30-b0a3e7435", "02-2026-02-03-938edf0d2", "03-2026-02-06-6f494276f", "04-2026-02-09-e247dcbd4",
    "05-2026-02-09-8167d51b4", "06-2026-02-10-e54b05ba0", "07-2026-02-10-0f46be8b9", "08-2026-05-04-27b26e9e3",
    "09-2026-05-28-0a311addc", "10-2026-06-16-d1ba21b72", "11-2026-07-17-b0401b6f8",
  ]

  /// The revision with this number, from 1, under the path that all of them have in the repository.
  static func state(_ number: Int) throws -> PolicyState {
    let bytes = try SharedFolder.bytes("corpus/nep57/\(names[number - 1]).rst")
    let file = SourceFile(path: "doc/neps/nep-0057-numpy-platform-support.rst", bytes: bytes)
    return PolicyState(
      documents: [LocatedDocument(file, as: .restructuredText, policy: .nep57)], policy: .nep57)
  }
}

extension ReviewedMove {
  /// `promoted iOS: known-interest -> tier-3`; a place that stays the same stands once.
  var line: String {
    var line = "\(kind.rawValue) \(subject)"
    if kind != .dutyAdded, kind != .dutyRemoved {
      let places = from == to ? [to] : [from, to]
      line += ": " + places.map { $0 ?? "nowhere" }.joined(separator: " -> ")
    }
    if kind == .contactsChanged {
      let changes = details.contactsAdded.map { "+\($0)" } + details.contactsRemoved.map { "-\($0)" }
      line += " " + changes.joined(separator: " ")
    }
    if case .likeness(let percent, _) = match { line += " (\(details.formerName ?? ""), \(percent) %)" }
    return details.changes.isEmpty ? line : "\(line) [\(details.changes.joined(separator: "; "))]"
  }
}
