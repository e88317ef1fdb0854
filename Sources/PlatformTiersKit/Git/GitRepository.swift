/// The repository of a folder, or the one that `GIT_DIR` names.
struct GitRepository: Sendable {
  /// Where its work tree is, absolute and without symbolic links; the current folder where it has none.
  let root: String
  /// Whether the clone lacks older commits.
  let isShallow: Bool
  private let objects: ObjectReader
  private let git: Git

  /// - Parameter advice: what to do where there is no repository.
  /// - Throws: when there is no git, or no repository that it may read.
  init(
    of folder: String = ".", orElse advice: String = "'review --files OLD NEW' compares two files without one"
  ) throws(RunFailure) {
    git = Git(folder: folder)
    let current = FilePaths.real(folder) ?? "/"
    // The last one fails in a repository without a work tree, and in the folder '.git'.
    let output = try git.run(["rev-parse", "--is-shallow-repository", "--show-toplevel"])
    guard let first = output.lines.first else {
      throw .cannotRun(Self.noRepository(output.complaint, current, advice))
    }
    isShallow = first == "true"
    let top = output.bytes.dropFirst(first.utf8.count + 1).prefix { $0 != UInt8(ascii: "\n") }
    root = output.status == 0 ? String(decoding: top, as: UTF8.self) : current
    objects = try ObjectReader(git)
  }

  private static func noRepository(_ complaint: String, _ folder: String, _ advice: String) -> String {
    guard complaint.contains("not a git repository") else { return "git cannot read the repository: \(complaint)" }
    return "'\(folder)' is not in a git repository; \(advice)"
  }

  // MARK: - Revisions

  /// The id of the commit that a revision means.
  func commit(_ revision: String) throws(RunFailure) -> String {
    // What is added to ':/text' is searched for with it; the object itself is the commit then.
    let found = try objects.objects([revision + "^{commit}", revision]).compactMap { $0 }
    if let commit = found.first(where: { $0.kind == .commit }) { return commit.id }
    guard found.isEmpty else {
      throw .cannotRun("'\(revision)' is no commit, and only commits can be compared")
    }
    if revision == "HEAD" { throw .cannotRun("there is no commit yet, and nothing to compare with") }
    throw .cannotRun("git knows no revision '\(revision)'" + hint(for: revision))
  }

  private func hint(for revision: String) -> String {
    if FilePaths.exists(revision) { return "; it is a file: write '-- \(revision)' behind the revisions" }
    guard isShallow else { return "; fetch it, or correct its name" }
    return "; this clone is shallow: \(Self.deepen)"
  }

  private static let deepen =
    "'git fetch --unshallow' gets the whole history, 'git fetch --deepen=100' a part; in GitHub Actions give "
    + "actions/checkout 'fetch-depth: 0'"

  /// The commit from which both go.
  func mergeBase(of base: String, and head: String, _ range: RevisionRange) throws(RunFailure) -> String {
    let output = try git.run(["merge-base", base, head])
    if output.status == 0, let commit = output.lines.first { return commit }
    guard output.complaint.isEmpty else { throw .cannotRun("git finds no merge base: \(output.complaint)") }
    if isShallow {
      throw .cannotRun(
        "this clone is shallow and lacks the commit that '\(range.base)' and the head have in common: "
          + Self.deepen)
    }
    throw .cannotRun("'\(range.base)' and the head have no commit in common; 'A..B' compares two revisions as they are")
  }

  /// The messages of the commits that a commit has and another has not, newest first; of very many the newest.
  func messages(from base: String, to head: String) throws(RunFailure) -> [(commit: String, text: String)] {
    let output = try git.run(["rev-list", "--max-count=\(Self.messageLimit)", "^" + base, head])
    guard output.status == 0 else { throw .cannotRun("git cannot list the commits: \(output.complaint)") }
    let commits = output.lines
    return try zip(commits, objects.objects(commits)).compactMap { commit, object in
      guard let object else { return nil }
      // The message stands behind the first blank line of a commit's object.
      let text = String(decoding: object.bytes, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return (commit, lines.drop { !$0.isEmpty }.joined(separator: "\n"))
    }
  }

  private static let messageLimit = 1000

  // MARK: - Files

  func files(of commit: String, called label: String) throws(RunFailure) -> RevisionFiles {
    try RevisionFiles(commit: commit, label: label, root: root, objects: objects)
  }

  func filesOfIndex() throws(RunFailure) -> RevisionFiles {
    let output = try git.run(["ls-files", "--stage", "-z", "--full-name", "--", ":/"])
    guard output.status == 0 else { throw .cannotRun("git cannot read the index: \(output.complaint)") }
    return RevisionFiles(index: GitIndex.folders(output.bytes), root: root, objects: objects)
  }

  /// What a commit is compared with.
  enum Head {
    case commit(String)
    case index
    case workTree
  }

  /// The policy documents that differ, renames followed.
  ///
  /// - Parameter commit: the base's id.
  func changes(from commit: String, to head: Head) throws(RunFailure) -> [FileChange] {
    var comparison = ["diff-index", "--cached", commit]
    if case .commit(let id) = head { comparison = ["diff-tree", "-r", commit, id] }
    let output = try git.run(
      [comparison[0], "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", "--no-color"]
        // Another repository's state is none of ours, and looking into it takes long.
        + ["--ignore-submodules=all"] + comparison.dropFirst() + ["--"] + Self.documentPatterns)
    guard output.status == 0 else { throw .cannotRun("git cannot compare: \(output.complaint)") }
    let changes = FileChange.list(output.bytes)
    if case .workTree = head { return FileChange.list(changes, in: try changedOnDisk()) }
    return changes
  }

  /// The documents of the index that are otherwise on disk, which is read without git's conversions: a line end more
  /// makes a document one to look at, and no difference.
  private func changedOnDisk() throws(RunFailure) -> FileChange.Disk {
    let output = try git.run(["ls-files", "--stage", "-z", "--full-name", "--"] + Self.documentPatterns)
    guard output.status == 0 else { throw .cannotRun("git cannot read the index: \(output.complaint)") }
    let entries = GitIndex.entries(output.bytes).filter { $0.entry.kind == .file }
    let objects = try objects.objects(entries.map { $0.entry.object })
    var disk = FileChange.Disk()
    for (entry, object) in zip(entries, objects) {
      let path = FilePaths.join(root, entry.path)
      switch DiskFiles().kind(of: path, followingLinks: false) {
      case .missing: disk.gone.insert(entry.path)
      case .file:
        guard let object else { throw .cannotRun(Self.lacks(entry.entry.object, of: entry.path)) }
        // One that cannot be read is read again, and reported then.
        if (try? DiskFiles().read(path, limit: ObjectReader.sizeLimit)) != object.bytes {
          disk.changed.insert(entry.path)
        }
      case .folder, .other, .unreachable: disk.changed.insert(entry.path)
      }
    }
    return disk
  }

  private static func lacks(_ object: String, of path: String) -> String {
    "git cannot read '\(path)': the index names the object \(object), and the repository does not have it"
  }

  /// The commits of the current branch that changed a file, oldest first, renames followed.
  ///
  /// A merge counts as what it brought, and not the commits of the branch that it merged: the promise of a project is what
  /// its main branch says.
  func revisions(of path: String) throws(RunFailure) -> [FileRevision] {
    let output = try git.run([
      "--literal-pathspecs", "log", "-z", "--first-parent", "-m", "--follow", "--name-status", "--no-ext-diff",
      "--no-textconv", "--no-color", "--no-show-signature", "--no-notes", "-O/dev/null", FileRevision.logFormat, "--",
      path,
    ])
    guard output.status == 0 else { throw .cannotRun("git cannot tell the history of '\(path)': \(output.complaint)") }
    let revisions = FileRevision.list(output.bytes)
    guard !revisions.isEmpty else {
      throw .cannotRun("git has no history of '\(path)'; it is not committed, or the name is another")
    }
    return revisions.reversed()
  }

  /// The contents of a file at several commits.
  func contents(of revisions: [FileRevision]) throws(RunFailure) -> [[UInt8]?] {
    let blobs = try objects.objects(revisions.map { "\($0.commit):\($0.path ?? "")" })
    var contents: [[UInt8]?] = []
    for (revision, blob) in zip(revisions, blobs) {
      guard let path = revision.path else {
        contents.append(nil)
        continue
      }
      guard let blob, blob.kind == .blob, blob.bytes.count == blob.size else {
        throw .cannotRun("git cannot read '\(path)' in \(revision.commit): the repository lacks it, or it is too large")
      }
      contents.append(blob.bytes)
    }
    return contents
  }

  /// Renames are looked for among these alone: among all files of a large change it would take long.
  private static let documentPatterns = ["rst", "txt", "md", "markdown"].map { ":/*.\($0)" }
}
