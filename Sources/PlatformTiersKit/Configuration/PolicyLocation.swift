import Diagnostics
import Policy

/// Where the policy is: in the file that the command line names, else in the one that the configuration of the current
/// folder names, else built in.
struct PolicyLocation {
  /// Nil for the built-in policy.
  private let path: String?

  /// - Parameter option: what the command line names: `nep57` or a file.
  init(option: String?) throws(RunFailure) {
    if let option {
      path = option == Policy.nep57.id ? nil : option
      return
    }
    guard let loaded = try LoadedConfiguration.ofCurrentFolder(), let name = loaded.configuration.policy?.value,
      name != Policy.nep57.id
    else {
      path = nil
      return
    }
    path = name.hasPrefix("/") ? name : FilePaths.shown(FilePaths.join(loaded.folder, name))
  }

  /// The policy, and the file it is from where it is not the built-in one.
  ///
  /// - Throws: when the file cannot be read, or is at fault; the faults are printed before.
  func load() throws(RunFailure) -> (policy: Policy, file: SourceFile?) {
    guard let path else { return (.nep57, nil) }
    let file = SourceFile(path: path, bytes: try FileReader.read(path))
    let (policy, faults) = PolicyFile.read(file)
    try faults.refuse(path, reportedIn: [file])
    guard let policy else { throw .cannotRun("'\(path)' has no policy that can be read") }
    return (policy, file)
  }
}
