/// The host's files.
package final class DiskFiles: FileTree {
  package init() {}

  package func kind(of path: String, followingLinks: Bool) -> FileKind {
    do throws(Host.Failure) {
      switch String(decoding: try Host.ask(.kind, path, followingLinks ? [] : Array("link".utf8)), as: UTF8.self) {
      case "file": return .file
      case "folder": return .folder
      case "missing": return .missing
      default: return .other
      }
    } catch {
      return .unreachable(error.reason)
    }
  }

  package func names(in folder: String) throws(RunFailure) -> [String] {
    do throws(Host.Failure) {
      return try Host.ask(.names, folder).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw .cannotRun("cannot list '\(folder)': \(error.reason)")
    }
  }

  package func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
    try FileReader.read(path, limit: limit)
  }

  package func real(_ path: String) -> String? { FilePaths.real(path) }
}

extension FilePaths {
  package static func real(_ path: String) -> String? { Host.text(.real, path) }

  package static func exists(_ path: String) -> Bool { DiskFiles().exists(path) }
}
