import Foundation
package import Testing

/// The folder `shared` beside the package: real documents and evidence, read in place.
///
/// A test that needs it is skipped where it is absent: `.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason)`.
package enum SharedFolder {
  package static let skipReason: Comment = "skipped: no ../shared"

  /// Its absolute path, nil where there is none.
  package static let path: String? = {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "../shared").standardizedFileURL.path()
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  package static var isPresent: Bool { path != nil }

  /// The bytes of one of its files.
  package static func bytes(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: (path ?? "") + "/" + relative)))
  }

  /// The paths of the reStructuredText documents below a folder, as `paths` has them.
  ///
  /// Where there are none, the pattern itself, as in a shell: a test that goes through them fails to read it, and does not
  /// pass for want of anything to look at.
  package static func documents(in relative: String) -> [String] {
    let found = paths(in: relative, suffix: ".rst")
    return found.isEmpty ? [relative + "/*.rst"] : found
  }

  /// The paths, relative to the folder and sorted, of the files below `relative` whose names end in `suffix`.
  package static func paths(in relative: String, suffix: String) -> [String] {
    guard let path else { return [] }
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: path + "/" + relative)) ?? []
    return found.filter { $0.hasSuffix(suffix) }.sorted().map { relative + "/" + $0 }
  }
}
