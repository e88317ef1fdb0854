package import Diagnostics

/// Reads a registry from its files. `docs/registry.md` describes the fields.
package enum RegistryReader {
  package struct Result: Sendable {
    /// What could be read; nil when the policy could not.
    package var registry: Registry?
    /// All faults of all files, in the order of a report.
    package var diagnostics: [Diagnostic]
    /// Where the values of a platform's file stand, by the platform's id.
    package var places: [String: ValuePlaces]
    /// Where the values of `policy.yaml` stand; nil where there is none.
    package var policyPlaces: ValuePlaces?
  }

  package static func read(_ files: RegistryFiles) -> Result {
    let (policy, policyFaults) = policy(files.policy)
    let (people, peopleFaults) = people(files.people)
    let platforms = files.platforms.sorted { $0.path < $1.path }.map { PlatformSource($0) }
    let checks = RegistryChecks(policy: policy, people: people)
    checks.run(platforms)
    let diagnostics = policyFaults + peopleFaults + platforms.flatMap { $0.faults.diagnostics }
    let readable = checks.firstOfEach(platforms)
    return Result(
      registry: policy.map {
        Registry(policy: $0, people: people ?? [:], platforms: readable.compactMap { $0.platform })
      },
      diagnostics: diagnostics.sorted(by: Diagnostic.reportOrder),
      places: Dictionary(keepingFirst: readable.map { ($0.id, $0.places) }),
      policyPlaces: policyPlaces(files.policy))
  }

  private static func policyPlaces(_ part: RegistryFiles.Part) -> ValuePlaces? {
    guard case .file(let file) = part else { return nil }
    // Read anew when asked: of two revisions a few values are wanted, and of one none.
    return ValuePlaces(file: file) { path in SingleDocument.open(file).root?.place(path) ?? .fileStart }
  }

  private static func policy(_ part: RegistryFiles.Part) -> (Policy?, [Diagnostic]) {
    switch part {
    case .absent: (.nep57, [])
    case .unreadable: (nil, [])
    case .file(let file): PolicyFile.read(file)
    }
  }

  /// Nil when their file cannot be read, which would make a stranger of everybody.
  private static func people(_ part: RegistryFiles.Part) -> ([String: Person]?, [Diagnostic]) {
    switch part {
    case .absent: return ([:], [])
    case .unreadable: return (nil, [])
    case .file(let file):
      let (people, faults) = SingleDocument.read(file, .people)
      return (people.map { found in Dictionary(keepingFirst: found.map { ($0.id, $0) }) }, faults)
    }
  }
}

/// A platform's file while its registry is being read.
struct PlatformSource {
  let id: String
  let faults: FaultLog
  let read: ReadPlatform?
  private let root: YAMLNode?

  init(_ file: SourceFile) {
    let (root, faults) = SingleDocument.open(file)
    id = Self.id(of: file.path)
    read = root.flatMap { YAMLForm.platform.read($0, faults) }
    self.root = root
    self.faults = faults
    if !YAMLForm<String>.isIdentifier(id) {
      faults.report(
        .invalidValue, "'\(id)' names a platform by other than lower-case letters, digits and '-'; rename the file",
        at: .fileStart)
    }
  }

  var path: String { faults.file.path }

  var platform: Platform? {
    guard var platform = read?.platform else { return nil }
    platform.id = id
    return platform
  }

  var places: ValuePlaces {
    ValuePlaces(file: faults.file) { [root] path in root?.place(path) ?? .fileStart }
  }

  /// The file's name without its ending.
  private static func id(of path: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }
}
