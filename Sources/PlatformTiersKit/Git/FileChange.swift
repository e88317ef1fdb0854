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

  /// The files of the index that are otherwise on disk.
  struct Disk {
    var changed: Set<String> = []
    var gone: Set<String> = []
  }

  /// What differs on disk, where the index has these changes.
  static func list(_ staged: [FileChange], in disk: Disk) -> [FileChange] {
    var changes = staged.map { change in
      FileChange(old: change.old, new: change.new.flatMap { disk.gone.contains($0) ? nil : $0 })
    }.filter { $0.old != nil || $0.new != nil }
    let known = Set(staged.compactMap { $0.new })
    changes += disk.changed.subtracting(known).sorted().map { FileChange(old: $0, new: $0) }
    changes += disk.gone.subtracting(known).sorted().map { FileChange(old: $0, new: nil) }
    return changes
  }
}
