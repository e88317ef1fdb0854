import Diagnostics

/// What stands under a path.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  /// A link that was not followed, a pipe, a socket.
  case other
  case missing
  /// What nobody can tell, and the reason. It must not pass for missing.
  case unreachable(String)
}

/// Files that a run reads: those on disk, or those of a revision of a repository.
///
/// Paths are the disk's, absolute or from the current folder, whether or not the disk has the file.
package protocol FileTree: AnyObject, Sendable {
  func kind(of path: String, followingLinks: Bool) -> FileKind

  /// What is in a folder, in any order, without `.` and `..`.
  func names(in folder: String) throws(RunFailure) -> [String]

  /// - Parameter limit: the most bytes that the file may have; a longer one is refused.
  func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8]

  /// The absolute path without symbolic links; nil when nothing is there.
  func real(_ path: String) -> String?
}

/// Files that were looked for in a folder, and the folders that could not be looked into.
struct FolderListing: Sendable {
  var paths: [String] = []
  var failures: [RunFailure] = []
}

extension FileTree {
  package func read(_ path: String) throws(RunFailure) -> [UInt8] { try read(path, limit: FileReader.usualLimit) }

  /// Whether something is there, or may be: reading it then says why nobody can tell.
  package func exists(_ path: String) -> Bool { kind(of: path, followingLinks: true) != .missing }

  package func isFolder(_ path: String) -> Bool { kind(of: path, followingLinks: true) == .folder }

  /// The numbered documents in a folder and the folders below it: `nep-*.rst` and `nep-*.md`.
  func numberedDocuments(below folder: String) -> FolderListing {
    files(below: folder, where: FilePaths.isNumberedDocument)
  }

  /// The regular files in a folder and the folders below it, as paths that start with `folder`, in the order of their
  /// bytes.
  ///
  /// Hidden folders (`.git`, `.venv`) are left out, and linked ones, which may lead round in a circle.
  func files(below folder: String, where isWanted: (String) -> Bool) -> FolderListing {
    var listing = FolderListing()
    var pending = [folder]
    while let current = pending.popLast() {
      do throws(RunFailure) {
        for name in try names(in: current) {
          let path = FilePaths.join(current, name)
          let target = isWanted(path) ? kind(of: path, followingLinks: true) : nil
          if target == .file {
            listing.paths.append(path)
            continue
          }
          let entry = kind(of: path, followingLinks: false)
          if entry == .folder, !name.hasPrefix(".") { pending.append(path) }
          // A document that cannot be reached (a broken link, a name that is not UTF-8) must not pass for a clean one.
          if target == .missing {
            listing.failures.append(.cannotRun("cannot read '\(path)': \(SystemCall.text(.missing))"))
          }
          for case .unreachable(let reason) in [target, entry] {
            listing.failures.append(.cannotRun("cannot read '\(path)': \(reason)"))
            break
          }
        }
      } catch {
        listing.failures.append(error)
      }
    }
    listing.paths.sort { $0.precedesByBytes($1) }
    return listing
  }
}
