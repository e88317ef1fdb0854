/// Paths as texts, with `/` between their parts.
package enum FilePaths {
  /// What stands after the last `/`.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: separator) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// What stands before the last `/`: `.` where there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: separator) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of `name` in `folder`, without a leading `./`.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.utf8.last == separator ? folder + name : folder + "/" + name
  }

  /// The name's ending without its dot, in lower case; empty where it has none.
  package static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.utf8.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The current folder, absolute and without symbolic links; `/` where the system does not tell. Nothing in this program
  /// changes it.
  static var current: String { knownCurrent ?? "/" }

  static let knownCurrent = real(".")

  /// The path from the root of the file system, normalized.
  package static func absolute(_ path: String) -> String {
    normalized(path.hasPrefix("/") ? path : join(current, path))
  }

  /// An absolute path without `.`, `..` and doubled separators; symbolic links are not looked at.
  package static func normalized(_ absolute: String) -> String {
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The part of `path` below `folder`, both absolute and real; nil when it is not in there.
  package static func relative(_ path: String, to folder: String) -> String? {
    let prefix = folder.utf8.last == separator ? folder : folder + "/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    return String(path.utf8.dropFirst(prefix.utf8.count))
  }

  /// Whether a file's name is that of a numbered document: `nep-*.rst` or `nep-*.md`.
  package static func isNumberedDocument(_ path: String) -> Bool {
    let name = name(of: path)
    return name.hasPrefix("nep-") && (name.hasSuffix(".rst") || name.hasSuffix(".md"))
  }

  /// Whether a file's name is that of the document whose policy is built in.
  static func isNEP57(_ path: String) -> Bool { name(of: path).hasPrefix("nep-0057-") }

  /// A path for reports: as seen from the current folder where it is in there, else absolute.
  package static func shown(_ absolute: String) -> String {
    relative(absolute, to: current) ?? absolute
  }

  private static let separator = UInt8(ascii: "/")
}
