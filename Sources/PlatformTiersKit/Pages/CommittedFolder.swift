import Diagnostics
import Policy

/// A folder in a git repository at its last commit: what of it can be looked at on GitHub.
struct CommittedFolder {
  /// The repository's folder, absolute.
  let root: String
  /// The full id of the commit that is checked out.
  let commit: String
  /// `numpy/numpy`; nil where `origin` is not on GitHub.
  let repository: String?
  private let files: RevisionFiles
  private let git: GitRepository

  /// Nil where the folder is in no repository, or that has no commit: pages do without.
  init?(_ folder: String) {
    do throws(RunFailure) {
      git = try GitRepository(of: folder)
      root = git.root
      commit = try git.commit("HEAD")
      files = try git.files(of: commit, called: "HEAD")
      repository = git.origin.flatMap(Self.repository)
    } catch {
      return nil
    }
  }

  /// The last commit that changed something in the folder, and its day.
  func lastChange(in folder: String) -> (commit: String, day: CalendarDate)? { git.lastChange(in: folder) }

  /// The path from the repository's folder; nil where the file is not as it was committed.
  func committedPath(_ path: String, _ bytes: [UInt8]) -> String? {
    guard let real = FilePaths.real(path), let relative = FilePaths.relative(real, to: root),
      let committed = try? files.read(real, limit: bytes.count + 1), committed == bytes
    else { return nil }
    return relative
  }

  /// The address of a file at a commit.
  static func address(_ repository: String, _ commit: String, _ path: String) -> String {
    "https://github.com/\(repository)/blob/\(commit)/\(FileURI.reference(to: path))"
  }

  /// `numpy/numpy` of `git@github.com:numpy/numpy.git` or `https://github.com/numpy/numpy`.
  private static func repository(ofRemote url: String) -> String? {
    for start in ["git@github.com:", "ssh://git@github.com/", "https://github.com/"] where url.hasPrefix(start) {
      let path = url.dropFirst(start.count)
      let name = path.hasSuffix(".git") ? path.dropLast(4) : path
      return WorkflowLocation.isRepository(name) ? String(name) : nil
    }
    return nil
  }
}
