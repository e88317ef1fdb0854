import Checks
import Diagnostics
import Documents
import Policy
import Rendering

/// Says that nothing was read of documents that were named together with a policy, since what nobody read has no faults.
enum NothingRead {
  /// - Parameter project: its documents, read and located.
  static func failures(in project: Project, _ request: ProjectRequest) -> [RunFailure] {
    // A revision that is older than the policy has nothing to read by it.
    guard request.policyOfUnfinished == nil else { return [] }
    let unread = project.documents.filter { $0.isNamedWithPolicy(request) && !$0.isRead }
    return unread.map(failure) + patterns(in: project, request)
  }

  /// The patterns of the configuration of which no document was read.
  private static func patterns(in project: Project, _ request: ProjectRequest) -> [RunFailure] {
    guard request.documents == .listed, let configuration = project.settings?.configuration,
      configuration.namesPolicy(request)
    else { return [] }
    return configuration.configuration.documents.map { $0.value }.filter { !$0.isLiteral }.compactMap { glob in
      let found = project.documents.filter { glob.matches($0.path) || $0.path.hasPrefix(glob.pattern + "/") }
      guard let first = found.first, found.allSatisfy({ !$0.isRead }) else { return nil }
      if found.count == 1 { return failure(first) }
      return .cannotRun(
        "none of the \(found.count) documents of '\(glob.pattern)' lists anything by the policy "
          + "'\(first.settings.policy.name)'; the first: " + reason(first))
    }
  }

  static func failure(_ document: Project.Document) -> RunFailure {
    .cannotRun(
      "'\(document.source.path)' lists nothing by the policy '\(document.settings.policy.name)': " + reason(document))
  }

  private static func reason(_ document: Project.Document) -> String {
    let wanted = document.settings.policy.headings
    let there = document.content.document.sections.map { $0.title }
    let near = there.compactMap { title in
      NearestName.closest(to: title, in: wanted).map { "\(title.quoted) comes near \($0.quoted)" }
    }
    let headings = there.isEmpty ? "it has no headings" : "its headings are " + listed(there)
    return "\(headings); the policy's are \(listed(wanted))" + near.prefix(limit).map { "; " + $0 }.joined()
  }

  private static let limit = 8

  private static func listed(_ names: [String]) -> String {
    let more = names.count > limit ? ["\(names.count - limit) more"] : []
    return (names.prefix(limit).map { $0.quoted } + more).joined(separator: ", ")
  }
}

extension Project.Document {
  /// Whether it has a heading of the policy's, or a region for one of its tiers or lists.
  fileprivate var isRead: Bool {
    if !content.located.listings.isEmpty { return true }
    let known = Set(settings.policy.places.map { $0.id })
    let (regions, faults) = RegionFinder.find(in: content.file, as: content.document.format, known: known)
    return !regions.isEmpty || !faults.isEmpty
  }

  /// Whether the command line or the configuration says that this document is read by this policy.
  fileprivate func isNamedWithPolicy(_ request: ProjectRequest) -> Bool {
    if case .named(let arguments) = request.documents, request.policy != nil {
      if source.isStandardInput || arguments.contains(source.path) { return true }
    }
    if settings.policy.id == Policy.nep57.id, FilePaths.isNEP57(path) { return true }
    guard let configuration = settings.configuration, configuration.namesPolicy(request) else { return false }
    return configuration.configuration.documents.contains { $0.value.isLiteral && $0.value.pattern == path }
  }
}

extension Policy {
  /// Those under which its tiers and lists are looked for, none twice.
  var headings: [String] {
    var seen: Set<String> = []
    return places.flatMap { $0.listing.headings }.filter { seen.insert($0).inserted }
  }
}

extension LoadedConfiguration {
  fileprivate func namesPolicy(_ request: ProjectRequest) -> Bool {
    configuration.policy != nil || configuration.registry != nil || request.policy != nil || request.registry != nil
  }
}

extension Glob {
  /// Whether it matches one file alone.
  fileprivate var isLiteral: Bool {
    !pattern.contains { "*?[{\\".contains($0) } && DocumentFormat(fileName: pattern) != nil
  }
}
