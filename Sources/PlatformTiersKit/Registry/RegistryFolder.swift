package import Diagnostics
package import Policy

/// A registry as it was read from its folder.
package struct LoadedRegistry: Sendable {
  /// As reports name it.
  package var folder: String
  /// What could be read; nil when the policy could not.
  package var registry: Registry?
  /// The faults of all files, unreadable ones included, in the order of a report.
  package var diagnostics: [Diagnostic]
  /// All files that were read.
  package var files: [SourceFile]
  /// Where the values of a platform's file stand, by the platform's id.
  package var places: [String: ValuePlaces]
  /// Where the values of `policy.yaml` stand; nil where there is none.
  package var policyPlaces: ValuePlaces?
  /// The one that names it, or that applies where the command line does.
  package var configuration: LoadedConfiguration?

  package var isFaulty: Bool { diagnostics.contains { $0.severity == .error } }

  /// The registry, where documents can be held against it: what is at fault may lack what the file means to say.
  var trusted: Registry? { isFaulty ? nil : registry }

  /// What the platforms are called, by the paths of their files.
  var platformNames: [String: String] {
    let files = (registry?.platforms ?? []).compactMap { platform in
      places[platform.id].map { ($0.file.path, platform.name) }
    }
    return Dictionary(keepingFirst: files)
  }
}

/// Reads `policy.yaml`, `people.yaml` and `platforms/*.yaml`.
package enum RegistryFolder {
  /// More than anybody writes by hand, and little enough to read thousands of.
  package static let fileSizeLimit = 4 << 20

  /// - Throws: when there is nothing to read. A single file that cannot be read is a fault among others.
  package static func read(
    _ folder: String, in tree: any FileTree = DiskFiles()
  ) throws(RunFailure) -> LoadedRegistry {
    let names = try tree.names(in: folder)
    var reading = Reading(tree: tree)
    var files = RegistryFiles()
    if names.contains("policy.yaml") { files.policy = reading.part(FilePaths.join(folder, "policy.yaml")) }
    if names.contains("people.yaml") { files.people = reading.part(FilePaths.join(folder, "people.yaml")) }
    if names.contains("platforms") { files.platforms = reading.readAll(in: FilePaths.join(folder, "platforms")) }
    guard !reading.files.isEmpty else {
      throw .cannotRun(
        reading.diagnostics.first?.message ?? "there is no 'policy.yaml', 'people.yaml' or 'platforms' in '\(folder)'")
    }
    let result = RegistryReader.read(files)
    return LoadedRegistry(
      folder: folder, registry: result.registry,
      diagnostics: (reading.diagnostics + result.diagnostics).sorted(by: Diagnostic.reportOrder),
      files: reading.files, places: result.places, policyPlaces: result.policyPlaces)
  }
}

/// The files read so far, and those that could not be.
private struct Reading {
  let tree: any FileTree
  var files: [SourceFile] = []
  var diagnostics: [Diagnostic] = []

  mutating func part(_ path: String) -> RegistryFiles.Part { read(path).map { .file($0) } ?? .unreadable }

  mutating func read(_ path: String) -> SourceFile? {
    do throws(RunFailure) {
      let file = SourceFile(path: path, bytes: try tree.read(path, limit: RegistryFolder.fileSizeLimit))
      files.append(file)
      return file
    } catch {
      report(error.message, in: path)
      return nil
    }
  }

  /// The files of a folder that are YAML by their names; hidden ones are an editor's.
  mutating func readAll(in folder: String) -> [SourceFile] {
    do throws(RunFailure) {
      let wanted = try tree.names(in: folder).filter { name in
        !name.hasPrefix(".") && ["yaml", "yml"].contains(FilePaths.ending(of: name))
      }
      return wanted.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .compactMap { read(FilePaths.join(folder, $0)) }
    } catch {
      report(error.message, in: folder)
      return []
    }
  }

  private mutating func report(_ message: String, in path: String) {
    diagnostics.append(UnreadableFile.diagnostic(message, in: path))
  }
}
