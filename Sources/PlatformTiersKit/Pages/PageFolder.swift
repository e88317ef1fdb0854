import Diagnostics
import Rendering

/// A file of a set of pages.
struct PageFile: Sendable {
  /// From the set's folder.
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The folder that pages are written to. What else stands in it stays, and nothing outside it is written.
struct PageFolder {
  private let folder: String

  init(_ folder: String) {
    self.folder = folder
  }

  /// Writes the files that are not there or differ, each whole or not at all.
  ///
  /// - Parameter ending: of the pages, with its dot.
  func write(_ files: [PageFile], ending: String) throws(RunFailure) {
    var changed: [PageFile] = []
    for file in files where try current(file.path) != file.bytes { changed.append(file) }
    try Folder.create(folder)
    for file in changed {
      try Folder.create(FilePaths.folder(of: FilePaths.join(folder, file.path)))
      try AtomicFile.write(file.bytes, to: FilePaths.join(folder, file.path))
    }
    noteLeftovers(Set(files.map { $0.path }), ending: ending)
    ErrorOutput.note("changed \(changed.count) of \(files.count) files in '\(folder)'")
  }

  /// What stands there; nil for nothing.
  ///
  /// - Throws: when it is not ours to overwrite.
  private func current(_ path: String) throws(RunFailure) -> [UInt8]? {
    let full = FilePaths.join(folder, path)
    try refuseLink(FilePaths.folder(of: path))
    guard FilePaths.exists(full) else { return nil }
    try refuseLink(path)
    let bytes = try FileReader.read(full)
    guard Self.isOurs(bytes) else {
      throw .cannotRun("'\(full)' was not written by '\(PageRenderer.mark)'; move it, or choose another folder")
    }
    return bytes
  }

  /// - Throws: when what stands at the path is a symbolic link, through which another folder's file would be written.
  private func refuseLink(_ path: String) throws(RunFailure) {
    let full = FilePaths.join(folder, path)
    guard path != ".", FilePaths.exists(full), let root = FilePaths.real(folder) else { return }
    guard FilePaths.real(full) == FilePaths.join(root, path) else {
      throw .cannotRun("'\(full)' is a symbolic link; remove it, or choose another folder")
    }
  }

  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(300), as: UTF8.self).holds(PageRenderer.mark.description)
  }

  /// Pages of platforms and tiers that the registry does not have any more, and those of evidence that was not given this
  /// time: they may be linked from elsewhere, so that whether they go is not ours to say.
  private func noteLeftovers(_ written: Set<String>, ending: String) {
    for page in RegistryPages.ofEvidence {
      noteLeftover(page.text + ending, written, "this run was given no evidence for it")
    }
    for part in Set(written.map(FilePaths.folder)).subtracting(["."]).sorted() {
      for name in ((try? DiskFiles().names(in: FilePaths.join(folder, part))) ?? []).sorted()
      where name.hasSuffix(ending) {
        noteLeftover(FilePaths.join(part, name), written, "the registry has no such page any more")
      }
    }
  }

  private func noteLeftover(_ path: String, _ written: Set<String>, _ reason: String) {
    let full = FilePaths.join(folder, path)
    guard !written.contains(path), let bytes = try? FileReader.read(full), Self.isOurs(bytes) else { return }
    ErrorOutput.note("left '\(full)': \(reason); remove it if nothing links to it")
  }
}
