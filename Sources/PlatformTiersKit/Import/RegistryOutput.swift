import Policy

/// Writes a registry's files into a folder.
struct RegistryOutput {
  private static let policyFile = "policy.yaml"
  private static let peopleFile = "people.yaml"
  private static let platformFolder = "platforms"

  private let folder: String
  private let isForced: Bool

  /// - Parameter isForced: whether files that are there are overwritten.
  init(_ folder: String, isForced: Bool) {
    self.folder = folder
    self.isForced = isForced
  }

  /// Writes each file whole, what others depend on last: a registry that was left unfinished has no policy and people yet.
  ///
  /// - Parameter policyFile: the file that the policy was read from; nil for the built-in one.
  /// - Returns: the files of platforms that were there and are not the registry's.
  func write(_ registry: Registry, policyFile: [UInt8]?) throws(RunFailure) -> [String] {
    let there = try existing()
    guard there.isEmpty || isForced else {
      throw .cannotRun(
        "there is a registry in '\(folder)' already ('\(there[0])'); name another folder with '--output', or give "
          + "'--force' to overwrite its files")
    }
    let platforms = FilePaths.join(folder, Self.platformFolder)
    try Folder.create(platforms)
    try SchemaFiles.write(to: FilePaths.join(folder, RegistryWriter.schemaFolder))
    var written: Set<String> = []
    for platform in registry.platforms {
      let path = FilePaths.join(platforms, platform.id + ".yaml")
      try AtomicFile.write(RegistryWriter.platform(platform), to: path)
      written.insert(path)
    }
    try AtomicFile.write(RegistryWriter.people(registry.people.values), to: path(of: Self.peopleFile))
    let policy = policyFile.map(RegistryWriter.policy(copying:)) ?? RegistryWriter.policy(registry.policy)
    try AtomicFile.write(policy, to: path(of: Self.policyFile))
    return there.filter { $0.hasPrefix(platforms) && !written.contains($0) }
  }

  private func path(of name: String) -> String { FilePaths.join(folder, name) }

  /// The paths of the registry that the folder holds: of its policy and people, and of all platforms.
  private func existing() throws(RunFailure) -> [String] {
    let platforms = FilePaths.join(folder, Self.platformFolder)
    let names = FilePaths.exists(platforms) ? try DiskFiles().names(in: platforms) : []
    let files = names.filter { ["yaml", "yml"].contains(FilePaths.ending(of: $0)) }
    return [Self.policyFile, Self.peopleFile].map(path).filter(FilePaths.exists)
      + files.sorted().map { FilePaths.join(platforms, $0) }
  }
}
