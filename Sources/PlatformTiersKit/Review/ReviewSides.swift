import Diagnostics
import Policy

/// The two states of a project that a review compares: their files, and what they are called.
struct ReviewSides: Sendable {
  var base: any FileTree
  var head: any FileTree
  /// For reports: a commit's id, `index`, `work tree`, or a file's path.
  var baseName: String
  var headName: String
  /// Documents that differ, by absolute paths; nil for two files, which are all there is.
  var changes: [FileChange]?
  /// The root of the repository; nil where there is none.
  var root: String?
  /// The ids of the two commits; nil for what is none.
  private(set) var baseCommit: String?
  private(set) var headCommit: String?
  /// Where the head merges a commit into the base, as GitHub does to try a pull request: that commit.
  private(set) var merged: (commit: String, files: any FileTree)?

  init(_ subject: ReviewRequest.Subject) throws(RunFailure) {
    switch subject {
    case .revisions(let range): self = try ReviewSides(range)
    case .files(let old, let new): self = ReviewSides(old: old, new: new)
    }
  }

  private init(old: String, new: String) {
    base = SubstitutedFile(new, by: old)
    head = DiskFiles()
    (baseName, headName) = (old, new)
  }

  private init(_ range: RevisionRange) throws(RunFailure) {
    let repository = try GitRepository()
    let named = try repository.commit(range.base)
    var tree = GitRepository.Head.workTree
    switch range.head {
    case .revision(let name):
      let commit = try repository.commit(name)
      head = try repository.files(of: commit, called: "'\(name)'")
      (headName, tree) = (commit, .commit(commit))
    case .index:
      head = try repository.filesOfIndex()
      (headName, tree) = ("index", .index)
    case .workTree:
      head = DiskFiles()
      headName = "work tree"
    }
    let tip = if case .commit(let commit) = tree { commit } else { try repository.commit("HEAD") }
    let start = range.usesMergeBase ? try repository.mergeBase(of: named, and: tip, range) : named
    base = try repository.files(of: start, called: "the base \(start.prefix(Self.shortId))")
    baseName = start
    baseCommit = start
    root = repository.root
    if case .commit(let commit) = tree {
      headCommit = commit
      // A clone that is shallow may lack them.
      if (try? repository.commit(commit + "^1")) == start, let other = try? repository.commit(commit + "^2") {
        merged = (other, try repository.files(of: other, called: "the merged \(other.prefix(Self.shortId))"))
      }
    }
    if start != tip { messages = try repository.messages(from: start, to: tip) }
    changes = try repository.changes(from: start, to: tree).map { change in
      FileChange(
        old: change.old.map { FilePaths.join(repository.root, $0) },
        new: change.new.map { FilePaths.join(repository.root, $0) })
    }
  }

  /// The messages of the commits that a review looks at; none for two files.
  private(set) var messages: [(commit: String, text: String)] = []

  private static let shortId = 10

  /// Lets what the command line names be read from the disk where a side has it not.
  mutating func share(_ request: ProjectRequest) {
    var named: Set<String> = []
    if let policy = request.policy, policy != Policy.nep57.id { named.insert(FilePaths.absolute(policy)) }
    if case .file(let path) = request.configuration { named.insert(FilePaths.absolute(path)) }
    head = LayeredFiles(head, then: [DiskFiles()], for: named)
    base = LayeredFiles(base, then: [DiskFiles()], for: named)
  }

  /// Lets the head's configuration, and the policy that this names, be read from the head where the base has none yet.
  mutating func share(_ configuration: LoadedConfiguration?) {
    guard let configuration else { return }
    let policy =
      configuration.configuration.policy?.value == Policy.nep57.id ? nil : configuration.path(of: { $0.policy })
    let shared = [configuration.path, policy].compactMap { $0 }.map(FilePaths.absolute)
    base = LayeredFiles(base, then: [head], for: Set(shared))
  }

  /// The paths of a side's workflows from the root of the repository; nil where there is no repository.
  func workflows(in files: any FileTree) throws(RunFailure) -> Set<String>? {
    guard let root else { return nil }
    let folder = FilePaths.join(root, Self.workflowFolder)
    let names = files.exists(folder) ? try files.names(in: folder) : []
    let workflows = names.filter { ["yml", "yaml"].contains(FilePaths.ending(of: $0)) }
    return Set(workflows.map { FilePaths.join(Self.workflowFolder, $0) })
  }

  private static let workflowFolder = ".github/workflows"
}
