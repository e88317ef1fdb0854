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
  /// The commits that have the document and list no platform in it, as far as its policy tells.
  package var unread: Set<String>
  /// Whether the clone lacks older commits.
  package var isShallow: Bool

  /// The commits that moved something, and those from which on nothing is read.
  var steps: [PlatformHistory.Step] {
    history.steps.indices.filter { index in
      let isUnread = unread.contains(history.steps[index].name)
      let wasUnread = index > 0 && unread.contains(history.steps[index - 1].name)
      return !history.steps[index].moves.isEmpty || isUnread && !wasUnread
    }.map { history.steps[$0] }
  }
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
    let settings = try loader.settings(of: source)
    let document = try history(of: path, policy: settings.policy, format: format)
    let isNamed = policy != nil || settings.configuration?.configuration.policy != nil || FilePaths.isNEP57(path)
    let count = document.revisions.values.count { $0.path != nil }
    guard !isNamed || document.unread.count < count else {
      throw .cannotRun(
        "'\(path)' lists nothing by the policy '\(settings.policy.name)' in any of its "
          + (count == 1 ? "commits" : "\(count) commits"))
    }
    return document
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
    let committed = contents.last.flatMap { $0 }
    let uncommitted = current.flatMap { $0.state.files.first?.bytes == committed ? nil : $0 }
    let unread = zip(contents, states).filter { $0 != nil && $1.state.isEmpty }.map { $0.1.name }
    return DocumentHistory(
      path: path, policy: policy, revisions: Dictionary(keepingFirst: revisions.map { ($0.commit, $0) }),
      history: PlatformHistory(states + [uncommitted].compactMap { $0 }), unread: Set(unread),
      isShallow: repository.isShallow)
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
