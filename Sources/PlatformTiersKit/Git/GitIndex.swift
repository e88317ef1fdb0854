/// What `git ls-files --stage` lists.
enum GitIndex {
  /// Reads `MODE OBJECT STAGE`, a tab and a path, each closed by a zero byte.
  ///
  /// - Returns: the files by their paths from the root; several of one path where it has conflicts.
  static func entries(_ output: [UInt8]) -> [(path: String, entry: GitEntry)] {
    output.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 3 else { return nil }
      var entry = GitEntry(kind: GitEntry.Kind(mode: words[0]), object: String(words[1]))
      if words[2] != "0" { entry.kind = .conflict }
      return (String(decoding: record[(tab + 1)...], as: UTF8.self), entry)
    }
  }

  /// - Returns: what is in each folder, by the folders' paths.
  static func folders(_ output: [UInt8]) -> [String: [String: GitEntry]] {
    var folders: [String: [String: GitEntry]] = ["": [:]]
    for (path, entry) in entries(output) { add(entry, at: path, to: &folders) }
    return folders
  }

  private static func add(_ entry: GitEntry, at path: String, to folders: inout [String: [String: GitEntry]]) {
    var (path, entry) = (path, entry)
    while true {
      let folder = FilePaths.folder(of: path)
      let key = folder == "." ? "" : folder
      let isKnown = folders[key] != nil
      folders[key, default: [:]][FilePaths.name(of: path)] = entry
      guard !isKnown else { return }
      (path, entry) = (folder, GitEntry(kind: .folder, object: ""))
    }
  }
}
