import Diagnostics
import PlatformEvidence
import PlatformModel

/// Evidence as it was read from its files.
struct LoadedEvidence: Sendable {
  var evidence = AuditEvidence()
  /// What is wrong with the files themselves.
  var diagnostics: [Diagnostic] = []
  var files: [SourceFile] = []
  /// Files that could not be read at all; the rest was.
  var failures: [RunFailure] = []
  /// What was read, in words for the head of a report.
  var sources: [String] = []
}

/// Reads the files that an audit is given.
struct EvidenceLoader {
  /// More than any project's listing has, and little enough to read in a second.
  static let sizeLimit = 64 << 20

  private let request: EvidenceRequest
  private var loaded = LoadedEvidence()

  /// - Throws: when the listing has no such release, or no final one.
  /// - Parameter policy: tells which repository workflows are of that are given without one.
  static func load(_ request: EvidenceRequest, policy: Policy) throws(RunFailure) -> LoadedEvidence {
    var loader = EvidenceLoader(request: request)
    try loader.loadIndex()
    for location in request.workflows { try loader.loadWorkflows(location, own: policy.document.issueRepository) }
    loader.loadUsage()
    loader.loadPrerequisites()
    return loader.loaded
  }

  private init(request: EvidenceRequest) {
    self.request = request
  }

  private mutating func loadIndex() throws(RunFailure) {
    guard let file = file(request.index) else { return }
    let (listing, diagnostics) = IndexReader.read(file)
    take(file, diagnostics)
    guard let listing else { return }
    loaded.evidence.index = listing
    loaded.evidence.release = try release(of: listing)
    let project = listing.project ?? "the listing"
    guard let release = loaded.evidence.release else { return }
    let day = release.date.map { " of \($0)" } ?? ", of an unknown day"
    loaded.sources.append(
      "\(project) \(release.version)\(day)\(release.isYanked ? ", yanked" : ""), as '\(file.path)' lists it")
  }

  private func release(of listing: IndexListing) throws(RunFailure) -> IndexRelease? {
    guard let wanted = request.release else {
      // A listing that breaks off has said so.
      if listing.newestFinal == nil, listing.isComplete {
        throw .cannotRun("'\(listing.file.path)' has no final release; name one with '--release'")
      }
      return listing.newestFinal
    }
    if let release = listing.release(wanted) { return release }
    if !listing.isComplete { return nil }
    let newest = listing.newestFinal.map { "; the newest final one is \($0.version)" } ?? ""
    throw .cannotRun("'\(listing.file.path)' has no release \(wanted)\(newest)")
  }

  private mutating func loadWorkflows(_ location: WorkflowLocation, own: String?) throws(RunFailure) {
    do throws(RunFailure) {
      let result = try WorkflowFolder.read(location, own: own)
      loaded.evidence.workflows.append(result.sources)
      loaded.diagnostics += result.diagnostics
      loaded.files += result.files
      let count = result.sources.workflows.count
      loaded.sources.append(
        "\(count) workflow\(count == 1 ? "" : "s") of \(result.sources.repository), in '\(location.folder)'")
    } catch {
      if error.kind == .wrongUsage { throw error }
      loaded.failures.append(error)
    }
  }

  private mutating func loadUsage() {
    guard let file = file(request.usage) else { return }
    let (table, diagnostics) = UsageReader.read(file)
    take(file, diagnostics)
    loaded.evidence.usage = table
    guard let table else { return }
    let day = table.date.map { "up to \($0)" } ?? "of an unknown day"
    loaded.sources.append("\(table.total) downloads \(day), by '\(file.path)'")
  }

  private mutating func loadPrerequisites() {
    let file = request.prerequisites == nil ? PrerequisiteFile.builtIn : file(request.prerequisites)
    guard let file else { return }
    let (table, diagnostics) = PrerequisiteFile.read(file)
    take(file, diagnostics)
    loaded.evidence.prerequisites = table
    let days = table?.entries.values.map(\.date) ?? []
    guard let first = days.min(), let last = days.max() else { return }
    let period = first == last ? "of \(first)" : "of \(first) to \(last)"
    loaded.sources.append("prerequisites \(period), \(request.prerequisites.map { "by '\($0)'" } ?? "built in")")
  }

  private mutating func take(_ file: SourceFile, _ diagnostics: [Diagnostic]) {
    loaded.diagnostics += diagnostics
    if !diagnostics.isEmpty { loaded.files.append(file) }
  }

  /// Nil when no file is asked for, and when it cannot be read, which is a failure.
  private mutating func file(_ path: String?) -> SourceFile? {
    guard let path else { return nil }
    do throws(RunFailure) {
      guard path == "-" else {
        return SourceFile(path: path, bytes: try FileReader.read(path, limit: Self.sizeLimit))
      }
      return SourceFile(path: "<stdin>", bytes: try FileReader.readStandardInput(limit: Self.sizeLimit))
    } catch {
      loaded.failures.append(error)
      return nil
    }
  }
}
