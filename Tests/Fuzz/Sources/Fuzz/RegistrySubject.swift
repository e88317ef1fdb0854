import Diagnostics
import Policy

extension Subject {
  /// A platform's file; behind `--- people.yaml` and `--- policy.yaml` the other two of a registry.
  static let registry = Subject(name: "registry") { bytes in
    let parts = Parts(bytes)
    let files = RegistryFiles(
      policy: parts.file("policy.yaml"), people: parts.file("people.yaml"),
      platforms: [SourceFile(path: "platforms/fuzz.yaml", bytes: parts.first)])
    let read = RegistryReader.read(files)
    guard let registry = read.registry, read.diagnostics.isEmpty else {
      return read.diagnostics.isEmpty ? ["nothing is read, and nothing is said of it"] : []
    }
    return rewritten(registry)
  }

  /// What is written of a sound registry reads as the same one.
  private static func rewritten(_ registry: Registry) -> [String] {
    let written = RegistryFiles(
      policy: .file(SourceFile(path: "policy.yaml", bytes: RegistryWriter.policy(registry.policy))),
      people: .file(SourceFile(path: "people.yaml", bytes: RegistryWriter.people(registry.people.values))),
      platforms: registry.platforms.map {
        SourceFile(path: "platforms/\($0.id).yaml", bytes: RegistryWriter.platform($0))
      })
    let again = RegistryReader.read(written)
    if !again.diagnostics.isEmpty { return again.diagnostics.map { "as written: \($0.file): \($0.message)" } }
    return again.registry == registry ? [] : ["a registry is read otherwise than it was written"]
  }
}

extension Parts {
  fileprivate func file(_ path: String) -> RegistryFiles.Part {
    named.first { $0.path == path }.map { .file(SourceFile(path: path, bytes: $0.bytes)) } ?? .absent
  }
}
