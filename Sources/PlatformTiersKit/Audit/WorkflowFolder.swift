package import Diagnostics
package import Evidence

/// A repository whose workflows are given, as on a command line: `numpy/numpy=../numpy`, or `../numpy` alone for the
/// policy's own repository.
package struct WorkflowLocation: Hashable, Sendable {
  /// `numpy/numpy`; nil for the policy's own.
  package var repository: String?
  /// The repository's folder, or one with nothing but workflows.
  package var folder: String

  package init(repository: String? = nil, folder: String) {
    self.repository = repository
    self.folder = folder
  }

  /// Nil for an empty text. What stands before `=` is a repository only where it looks like one, since folders may have
  /// any name.
  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    guard let equals = text.firstIndex(of: "="), Self.isRepository(text[..<equals]) else {
      self.init(folder: text)
      return
    }
    let folder = text[text.index(after: equals)...]
    guard !folder.isEmpty else { return nil }
    self.init(repository: String(text[..<equals]), folder: String(folder))
  }

  private static func isRepository(_ text: Substring) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != "."
          && part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
              true
            default: false
            }
          }
      }
  }
}

/// Reads the workflows of a repository from its folder, and runs nothing of them.
package enum WorkflowFolder {
  /// What was read, and the files that could not be.
  package struct Result: Sendable {
    package var sources: WorkflowSources
    package var diagnostics: [Diagnostic]

    /// All files that were read.
    package var files: [SourceFile] { (sources.workflows + sources.configurations).map { $0.source } }
  }

  private static let workflows = ".github/workflows"
  /// Where a project keeps settings of cibuildwheel.
  private static let configurations = ["pyproject.toml", "cibuildwheel.toml"]
  fileprivate static let sizeLimit = 4 << 20

  /// - Parameter own: the repository that a location without one stands for.
  /// - Throws: when there is no workflow. A single file that cannot be read is a fault among others.
  package static func read(_ location: WorkflowLocation, own: String?) throws(RunFailure) -> Result {
    guard let repository = location.repository ?? own else {
      throw .wrongUsage("'\(location.folder)' stands for no repository; write it as in 'owner/name=\(location.folder)'")
    }
    let disk = DiskFiles()
    let inFolder = try disk.names(in: location.folder)
    let inside = FilePaths.join(location.folder, workflows)
    let (folder, listed) =
      disk.isFolder(inside) ? (inside, try disk.names(in: inside)) : (location.folder, inFolder)
    let names = listed.filter { ["yml", "yaml"].contains(FilePaths.ending(of: $0)) }
    guard !names.isEmpty else {
      throw .cannotRun("there is no workflow in '\(inside)', nor in '\(location.folder)' itself")
    }
    let location = location
    let sources = WorkflowSources(repository: repository, workflows: []) { file(at: $0, in: location.folder) }
    var result = Result(sources: sources, diagnostics: [])
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let file = result.read("\(workflows)/\(name)", from: FilePaths.join(folder, name)) {
        result.sources.workflows.append(file)
      }
    }
    for name in configurations {
      let path = FilePaths.join(location.folder, name)
      guard FilePaths.exists(path), let file = result.read(name, from: path) else { continue }
      result.sources.configurations.append(file)
    }
    return result
  }
}

extension WorkflowFolder {
  /// A file that a workflow names, such as an action of its own; nil where it is not there.
  private static func file(at path: String, in folder: String) -> SourceFile? {
    let path = FilePaths.join(folder, path)
    guard FilePaths.exists(path), let bytes = try? FileReader.read(path, limit: sizeLimit) else { return nil }
    return SourceFile(path: path, bytes: bytes)
  }
}

extension WorkflowFolder.Result {
  /// Nil for what cannot be read, which is said then.
  fileprivate mutating func read(_ path: String, from disk: String) -> WorkflowSources.File? {
    do throws(RunFailure) {
      let bytes = try FileReader.read(disk, limit: WorkflowFolder.sizeLimit)
      return WorkflowSources.File(path: path, source: SourceFile(path: disk, bytes: bytes))
    } catch {
      let file = SourceFile(path: disk, bytes: [])
      diagnostics.append(
        EvidenceFault.brokenEvidence.diagnostic(error.message + "; mend or remove it", in: file, at: .fileStart))
      return nil
    }
  }
}
