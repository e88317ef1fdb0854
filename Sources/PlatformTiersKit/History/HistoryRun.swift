package import Checks
import Diagnostics
package import Documents
package import Policy

/// What happened to the platforms of one document, as far as git knows.
package struct DocumentHistory: Sendable {
  /// The document as it was named.
  package var path: String
  package var policy: Policy
  /// By their commits' ids.
  package var revisions: [String: FileRevision]
  package var history: PlatformHistory
  /// Whether the clone lacks older commits.
  package var isShallow: Bool
}

/// Reads a document at each of its commits, for `history` and `import --history`.
package enum HistoryRun {
  /// For standard error, where a clone is shallow.
  package static let shallowNote =
    "this clone is shallow, and older commits are missing: 'git fetch --unshallow' gets them"

  /// - Parameters:
  ///   - path: a document, which need not be there any more.
  ///   - policy: `nep57` or a file; nil: what the configuration says.
  /// - Throws: without git, a repository, or a commit that has the file.
  package static func result(
    _ path: String, policy: String?, format: DocumentFormat?
  ) throws(RunFailure) -> DocumentHistory {
    let source = try DocumentSource(argument: path, standardInputName: path, format: format)
    var request = ProjectRequest(.named([path]))
    request.policy = policy
    var loader = ProjectLoader(request)
    return try history(of: path, policy: try loader.settings(of: source).policy, format: format)
  }

  /// - Parameters:
  ///   - format: of all revisions; nil: by their names' endings.
  ///   - current: the file on disk, which counts as one more revision where the last commit has it otherwise.
  static func history(
    of path: String, policy: Policy, format: DocumentFormat?, endingWith current: PlatformHistory.Revision? = nil
  ) throws(RunFailure) -> DocumentHistory {
    let repository = try GitRepository(orElse: "run this in the repository of '\(path)'")
    let revisions = try repository.revisions(of: path)
    let contents = try repository.contents(of: revisions)
    let states = zip(revisions, contents).map { Revision(revision: $0, bytes: $1) }.mappedInParallel { revision in
      revision.read(policy: policy, format: format)
    }
    let committed = contents.last.flatMap(\.self)
    let uncommitted = current.flatMap { $0.state.files.first?.bytes == committed ? nil : $0 }
    return DocumentHistory(
      path: path, policy: policy, revisions: Dictionary(revisions.map { ($0.commit, $0) }) { first, _ in first },
      history: PlatformHistory(states + [uncommitted].compactMap(\.self)), isShallow: repository.isShallow)
  }

  private struct Revision: Sendable {
    var revision: FileRevision
    var bytes: [UInt8]?

    /// A file may have had another format under another name; one of an unknown ending is read as the last one.
    func read(policy: Policy, format: DocumentFormat?) -> PlatformHistory.Revision {
      var documents: [LocatedDocument] = []
      if let bytes, let path = revision.path {
        let format = format ?? DocumentFormat(fileName: path) ?? .restructuredText
        documents.append(LocatedDocument(SourceFile(path: path, bytes: bytes), as: format, policy: policy))
      }
      return PlatformHistory.Revision(
        date: revision.date, name: revision.commit, state: PolicyState(documents: documents, policy: policy))
    }
  }
}
