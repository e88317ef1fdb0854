import Checks
import Diagnostics
import Evidence
import Policy

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
  private static let sizeLimit = 64 << 20
  /// Some 200,000 rows.
  private static let tableLimit = 16 << 20

  private let request: EvidenceRequest
  private var loaded = LoadedEvidence()

  /// - Parameter policy: tells which repository workflows are of that are given without one.
  ///
  /// - Throws: when workflows are given for no repository.
  static func load(_ request: EvidenceRequest, policy: Policy) throws(RunFailure) -> LoadedEvidence {
    var loader = EvidenceLoader(request: request)
    loader.loadIndex()
    for location in request.workflows { try loader.loadWorkflows(location, own: policy.document.issueRepository) }
    loader.loadUsage()
    loader.loadPrerequisites()
    return loader.loaded
  }

  private init(request: EvidenceRequest) {
    self.request = request
  }

  private mutating func loadIndex() {
    guard let file = file(request.index) else { return }
    let (listing, diagnostics) = IndexReader.read(file)
    take(file, diagnostics)
    guard let listing else { return }
    loaded.evidence.index = listing
    let project = listing.project ?? "the listing"
    guard let release = release(of: listing) else { return }
    loaded.evidence.release = release
    let day = release.date.map { " of \($0)" } ?? ", of an unknown day"
    loaded.sources.append(
      "\(project) \(release.version)\(day), \(release.contents), as '\(file.path)' lists it")
  }

  /// Nil, and a failure, when it is not there. What a listing that breaks off lacks may be on the index.
  private mutating func release(of listing: IndexListing) -> IndexRelease? {
    let found = request.release.map { listing.release($0) } ?? listing.newestFinal
    guard found == nil, listing.isComplete else { return found }
    let path = listing.file.path
    guard let wanted = request.release else {
      let newest = listing.releases.last.map {
        "has no final release that is not yanked; name one, as in '--release \($0.version)'"
      }
      loaded.failures.append(.cannotRun("'\(path)' \(newest ?? "lists no files of a release")"))
      return nil
    }
    let newest = listing.newestFinal.map { "; the newest final one is \($0.version)" } ?? ""
    loaded.failures.append(.cannotRun("'\(path)' has no release \(wanted)\(newest)"))
    return nil
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
    guard let file = file(request.usage, limit: Self.tableLimit) else { return }
    let (table, diagnostics) = UsageReader.read(file, limits: request.usageLimits)
    take(file, diagnostics)
    loaded.evidence.usage = table
    guard let table else { return }
    loaded.sources.append("\(table.total) downloads \(table.period), by '\(file.path)'")
  }

  private mutating func loadPrerequisites() {
    let file = request.prerequisites == nil ? PrerequisiteFile.builtIn : file(request.prerequisites)
    guard let file else { return }
    let (table, diagnostics) = PrerequisiteFile.read(file)
    take(file, diagnostics)
    loaded.evidence.prerequisites = table
    let days = table?.entries.values.map { $0.date } ?? []
    guard let first = days.min(), let last = days.max() else { return }
    let period = first == last ? "of \(first)" : "of \(first) to \(last)"
    loaded.sources.append("prerequisites \(period), \(request.prerequisites.map { "by '\($0)'" } ?? "built in")")
  }

  private mutating func take(_ file: SourceFile, _ diagnostics: [Diagnostic]) {
    loaded.diagnostics += diagnostics
    if !diagnostics.isEmpty { loaded.files.append(file) }
  }

  /// Nil when no file is asked for, and when it cannot be read, which is a failure.
  private mutating func file(_ path: String?, limit: Int = sizeLimit) -> SourceFile? {
    guard let path else { return nil }
    do throws(RunFailure) {
      guard path == "-" else {
        return SourceFile(path: path, bytes: try FileReader.read(path, limit: limit))
      }
      return SourceFile(path: "<stdin>", bytes: try FileReader.readStandardInput(limit: limit))
    } catch {
      loaded.failures.append(error)
      return nil
    }
  }
}

extension IndexRelease {
  /// What it consists of: `66 wheels and 1 source distribution`.
  fileprivate var contents: String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let sources = files.count { $0.kind == .sourceDistribution && (isYanked || !$0.isYanked) }
    let yanked = files.count(where: { $0.isYanked })
    let remark = isYanked ? ", all yanked" : yanked > 0 ? ", and \(count(yanked, "file")) yanked" : ""
    return count(wheels.count, "wheel") + " and " + count(sources, "source distribution") + remark
  }
}

extension UsageTable {
  /// Of which releases and days it is: `of 2.5, from 2026-10-01 to 2026-10-31`.
  fileprivate var period: String {
    let days =
      switch (limits.since ?? first, limits.until ?? date) {
      case (let start?, let end?) where start < end: "from \(start) to \(end)"
      case (_, let end?): "up to \(end)"
      case (let start?, nil): "since \(start)"
      case (nil, nil): "of an unknown day"
      }
    return limits.release.map { "of \($0), \(days)" } ?? days
  }
}
