/// A file that is not the same in two revisions; paths from the repository's root.
struct FileChange: Hashable, Sendable {
  /// Nil for a new file.
  var old: String?
  /// Nil for one that is gone.
  var new: String?

  /// Reads what `git diff --name-status -z` prints: a status and a path, or for a renamed or copied file two.
  static func list(_ output: [UInt8]) -> [FileChange] {
    var fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
    var changes: [FileChange] = []
    while let status = fields.popFirst(), let path = fields.popFirst() {
      switch status.first {
      case "A": changes.append(FileChange(old: nil, new: path))
      case "D": changes.append(FileChange(old: path, new: nil))
      case "R": changes.append(FileChange(old: path, new: fields.popFirst()))
      case "C": changes.append(FileChange(old: nil, new: fields.popFirst()))
      default: changes.append(FileChange(old: path, new: path))
      }
    }
    return changes
  }
}
