import Checks
import Diagnostics
import Rendering

/// The files that pages speak of: by names that mean something to who reads the pages, with the address at which each can
/// be looked at. No page has a path of the machine that it was written on.
package struct PublishedFiles: Sendable {
  private struct File: Sendable {
    var name: String
    /// Of the file at a commit; nil where it is not known to be published as it was read.
    var address: String?
  }

  /// By the path that it was read from.
  private var files: [String: File] = [:]

  package init() {}

  /// - Parameter path: as it was read from.
  mutating func add(_ path: String, as name: String, address: String? = nil) {
    files[path] = File(name: name, address: address)
  }

  mutating func add(_ others: PublishedFiles) { files.merge(others.files) { own, _ in own } }

  func name(of path: String) -> String {
    if let file = files[path] { return file.name }
    let name = published(path)
    let isOfThisMachine = name.hasPrefix("/") || name.split(separator: "/").contains("..")
    return isOfThisMachine ? FilePaths.name(of: name) : name
  }

  /// `.github/workflows/linux.yml:79`, which leads there where that is known.
  func link(to path: String, line: Int, _ words: String? = nil) -> PageText {
    let words = words ?? "\(name(of: path)):\(line)"
    guard let address = files[path]?.address else { return .code(words) }
    return PageText(words, uri: "\(address)#L\(line)")
  }

  func link(to location: Verdict.Location) -> PageText { link(to: location.file, line: location.range.start.line) }

  /// The text with the name of a file in place of its path.
  func published(_ text: String) -> String {
    var text = text
    let paths = files.keys.filter { $0.contains("/") && files[$0]?.name != $0 }
    for path in paths.sorted(by: { $0.utf8.count > $1.utf8.count }) where text.contains(path) {
      text = text.replacing(path, with: files[path]?.name ?? "")
    }
    return text
  }
}
