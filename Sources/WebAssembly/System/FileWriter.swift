/// Writes a file so that a reader sees the old bytes or the new ones.
package enum AtomicFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    try Written.ask(.write, path, bytes, "cannot write")
  }
}

/// Files that something is added to.
enum AppendedFile {
  static func append(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    try Written.ask(.append, path, bytes, "cannot write")
  }
}

/// Makes folders.
enum Folder {
  static func create(_ path: String) throws(RunFailure) {
    try Written.ask(.createFolder, path, [], "cannot make the folder")
  }
}

private enum Written {
  static func ask(
    _ operation: Host.Operation, _ path: String, _ content: [UInt8], _ failure: String
  ) throws(RunFailure) {
    do throws(Host.Failure) {
      try Host.ask(operation, path, content)
    } catch {
      throw .cannotRun("\(failure) '\(path)': \(error.reason)")
    }
  }
}
