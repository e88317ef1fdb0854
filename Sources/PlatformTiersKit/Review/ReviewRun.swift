import Checks
import Diagnostics
import Documents
import Policy

/// Reads two states of a project, lints both, and compares what they promise.
package enum ReviewRun {
  /// - Throws: what keeps it from starting: no git, no such revision, a baseline that cannot be read.
  package static func result(_ request: ReviewRequest) throws(RunFailure) -> ReviewResult {
    var sides = try ReviewSides(request.subject)
    sides.share(request.project)
    var former = ProjectLoader(request.project(in: sides.base))
    let formerConfiguration = former.configuration()
    var settings = ProjectLoader(request.project(in: sides.head))
    let configuration = settings.configuration()
    // The base judges the head: what a change waives holds from the next one on.
    var request = request
    request.project.waivers = formerConfiguration?.configuration ?? Configuration()
    let own = sides.base
    sides.share(configuration)
    let documents = ReviewDocuments(
      request, sides, areListed: configuration?.configuration.documents.isEmpty == false)
    var head = try ReviewSide(request.project(in: sides.head, documents.head), request.lint, documents.formerPaths)
    var base = try ReviewSide(
      request.project(in: own, documents.base, policyOfUnfinished: .nep57), request.lint, [:])
    // A base that has no policy yet, and whose documents are not the built-in one's either, is read by the head's.
    if formerConfiguration == nil, !base.state.documents.contains(where: { $0.listsPlatforms }) {
      base = try ReviewSide(
        request.project(in: sides.base, documents.base, policyOfUnfinished: head.state.policy), request.lint, [:])
    }
    var (baseContents, headContents) = (ReviewContents(base.state), ReviewContents(head.state))
    if documents.areNumbered { ReviewSide.dropUnrelated(&base, &head) }
    // Half a registry would make the platforms that it lacks look as if they were gone.
    if base.hasBrokenRegistry || head.hasBrokenRegistry {
      (base.state.registry, head.state.registry) = (nil, nil)
    }
    baseContents.registered = base.state.registry?.registry.platforms.count
    headContents.registered = head.state.registry?.registry.platforms.count
    let isNothing = baseContents.isNothing && headContents.isNothing
    base.state.workflows = try sides.workflows(in: sides.base)
    head.state.workflows = try sides.workflows(in: sides.head)

    var reviewer = Reviewer(base: base.state, head: head.state, today: request.lint.today)
    reviewer.acknowledged = try Acknowledgements(request, sides).sources
    var review = reviewer.review()
    // What is not read is not compared: under a policy that was named that is no better for having been so before.
    if request.project.policy != nil { review.countUnreadTiers() }
    let added = AddedWaivers(configuration, since: formerConfiguration)
    review.moves += added.moves
    review.findings += added.findings(review.findings)
    review.findings = ReviewWaivers(formerConfiguration, request.lint.rules, head.project).remaining(review.findings)
    review.findings.sort { Diagnostic.reportOrder($0.diagnostic, $1.diagnostic) }
    let present = Set(head.lint.files.map { $0.path })
    return ReviewResult(
      review: review, baseName: sides.baseName, headName: sides.headName, policy: head.state.policy,
      files: head.lint.files + base.lint.files.filter { !present.contains($0.path) },
      links: ReviewLinks(sides, head.lint.files),
      baseContents: baseContents, headContents: headContents,
      failures: documents.failures + base.lint.failures.map { $0.ofBase } + head.lint.failures
        + (isNothing ? [Self.nothing] : []))
  }
}

extension ReviewRun {
  /// A review that looked at nothing has found nothing missing.
  private static let nothing = RunFailure.cannotRun(
    "nothing was compared: neither side has a registry, a 'nep-*.rst' or a 'nep-*.md'; name documents behind '--', or list "
      + "them in a '\(Configuration.fileName)'")
}

extension ReviewRequest {
  /// - Parameter policyOfUnfinished: that of the head, for the base.
  fileprivate func project(
    in files: any FileTree, _ documents: ProjectRequest.DocumentChoice = .listed, policyOfUnfinished: Policy? = nil
  ) -> ProjectRequest {
    var project = project
    project.files = files
    project.documents = documents
    project.policyOfUnfinished = policyOfUnfinished
    if policyOfUnfinished != nil, case .files(let old, _) = subject { project.format = DocumentFormat(fileName: old) }
    return project
  }
}

extension RunFailure {
  fileprivate var ofBase: RunFailure { RunFailure(kind: kind, message: "in the base: " + message) }
}

/// One of the two states, as it was linted and as it is compared.
private struct ReviewSide {
  let project: Project
  var lint: LintResult
  var state: PolicyState

  /// - Parameter formerPaths: what the base calls documents that have another name here.
  init(_ request: ProjectRequest, _ lint: LintRequest, _ formerPaths: [String: String]) throws(RunFailure) {
    project = ProjectLoader.load(request)
    self.lint = try LintRun(project, lint).result()
    let documents = project.documents.map { $0.content }.map { document in
      LocatedDocument(
        file: document.file, document: document.document, located: document.located,
        formerPath: formerPaths[document.file.path])
    }
    let registry = project.registries.first.flatMap { RegistryState($0) }
    let policy = registry?.registry.policy ?? project.documents.first?.settings.policy
    state = PolicyState(
      documents: documents, registry: registry, policy: policy ?? request.policyOfUnfinished ?? .nep57)
    state.lint = self.lint.diagnostics
  }

  var hasBrokenRegistry: Bool { project.registries.contains { $0.registry == nil || $0.isFaulty } }

  /// Leaves out the documents that list platforms on neither side: a change may touch other proposals too.
  static func dropUnrelated(_ base: inout ReviewSide, _ head: inout ReviewSide) {
    let listing = Set(base.state.documents.filter { $0.listsPlatforms }.map { $0.file.path })
    let kept = head.state.documents.filter { $0.listsPlatforms || listing.contains($0.formerPath ?? $0.file.path) }
    let counterparts = Set(kept.map { $0.formerPath ?? $0.file.path })
    head.keep(Set(kept.map { $0.file.path }))
    base.keep(listing.union(counterparts))
  }

  private mutating func keep(_ paths: Set<String>) {
    let dropped = Set(state.documents.map { $0.file.path }).subtracting(paths)
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
