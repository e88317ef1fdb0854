import Checks
import Diagnostics
import Documents
import Policy

/// Reads two states of a project, lints both, and compares what they promise.
package enum ReviewRun {
  /// - Throws: what keeps it from starting: no git, no such revision, names of no rule.
  package static func result(_ request: ReviewRequest) throws(RunFailure) -> ReviewResult {
    var sides = try ReviewSides(request.subject)
    let settings = try HeadSettings(request, sides.head)
    sides.share(settings)
    let documents = ReviewDocuments(request, sides, isConfigured: settings.listsDocuments)
    var base = ReviewSide(try lint(documents.base, in: sides.base, request, documents, isBase: true), [:])
    var head = ReviewSide(
      try lint(documents.head, in: sides.head, request, documents, isBase: false), documents.formerPaths)
    if documents.choice == .changed { ReviewSide.dropUnrelated(&base, &head) }
    // Half a registry would make the platforms that it lacks look as if they were gone.
    if base.hasBrokenRegistry || head.hasBrokenRegistry {
      (base.state.registry, head.state.registry) = (nil, nil)
    }
    base.state.workflows = sides.workflows(in: sides.base)
    head.state.workflows = sides.workflows(in: sides.head)

    var review = Reviewer(base: base.state, head: head.state, today: request.lint.today).review()
    review.findings = settings.remaining(review.findings, in: head.lint)
    let present = Set(head.lint.files.map(\.path))
    return ReviewResult(
      review: review, baseName: sides.baseName, headName: sides.headName, policy: head.state.policy,
      files: head.lint.files + base.lint.files.filter { !present.contains($0.path) },
      failures: documents.failures + base.lint.failures.map(\.ofBase) + head.lint.failures)
  }

  private static func lint(
    _ arguments: [String], in files: any FileTree, _ request: ReviewRequest, _ documents: ReviewDocuments, isBase: Bool
  ) throws(RunFailure) -> LintResult {
    var lint = request.lint
    lint.files = files
    lint.arguments = arguments
    lint.onlyArguments = documents.choice != .configured
    lint.mayLackFiles = isBase
    if isBase, case .files(let old, _) = request.subject { lint.format = DocumentFormat(fileName: old) }
    return try LintRun(lint).result()
  }
}

extension RunFailure {
  fileprivate var ofBase: RunFailure { RunFailure(kind: kind, message: "in the base: " + message) }
}

/// One of the two states, as it was linted and as it is compared.
private struct ReviewSide {
  var lint: LintResult
  var state: PolicyState

  init(_ lint: LintResult, _ formerPaths: [String: String]) {
    self.lint = lint
    let documents = lint.documents.mappedInParallel { document in
      LocatedDocument(
        document.file, as: document.source.format, policy: document.policy, formerPath: formerPaths[document.file.path])
    }
    let registry = lint.registries.first.flatMap { RegistryState($0) }
    state = PolicyState(
      documents: documents, registry: registry,
      policy: registry?.registry.policy ?? lint.documents.first?.policy ?? .nep57)
    state.lint = lint.diagnostics
  }

  var hasBrokenRegistry: Bool {
    lint.registries.contains { $0.registry == nil || $0.diagnostics.contains { $0.severity == .error } }
  }

  /// Leaves out the documents that list platforms on neither side: a change may touch other proposals too.
  static func dropUnrelated(_ base: inout ReviewSide, _ head: inout ReviewSide) {
    let listing = Set(base.state.documents.filter(\.listsPlatforms).map(\.file.path))
    let kept = head.state.documents.filter { $0.listsPlatforms || listing.contains($0.formerPath ?? $0.file.path) }
    let counterparts = Set(kept.map { $0.formerPath ?? $0.file.path })
    head.keep(Set(kept.map(\.file.path)))
    base.keep(listing.union(counterparts))
  }

  private mutating func keep(_ paths: Set<String>) {
    let dropped = Set(state.documents.map(\.file.path)).subtracting(paths)
    guard !dropped.isEmpty else { return }
    state.documents.removeAll { dropped.contains($0.file.path) }
    state.lint.removeAll { dropped.contains($0.file) }
    lint.files.removeAll { dropped.contains($0.path) }
  }
}

extension LocatedDocument {
  fileprivate var listsPlatforms: Bool { !located.listings.isEmpty }
}

extension RegistryState {
  fileprivate init?(_ loaded: LoadedRegistry) {
    guard let registry = loaded.registry else { return nil }
    self.init(
      registry: registry, places: loaded.places, policyPlaces: loaded.policyPlaces,
      faults: loaded.diagnostics)
  }
}
