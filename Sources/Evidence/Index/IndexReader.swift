package import Diagnostics
import Policy

/// Reads what an index lists of a project: the simple repository API as JSON (PEP 691) or as HTML (PEP 503).
package enum IndexReader {
  /// - Returns: The listing, nil when the file is none at all, and what is wrong with it.
  package static func read(_ file: SourceFile) -> (listing: IndexListing?, diagnostics: [Diagnostic]) {
    var log = IndexLog(file: file)
    let start = file.bytes.first { !isIgnorable($0) }
    let listing: IndexListing? =
      switch start {
      case UInt8(ascii: "{"): IndexJSON.read(file, &log)
      case UInt8(ascii: "<"): IndexHTML.read(file, &log)
      default: nil
      }
    if listing == nil, log.diagnostics.isEmpty {
      log.report(
        .brokenEvidence, "this is no listing of an index", at: 0..<0,
        help: "ask the index for 'application/vnd.pypi.simple.v1+json'; docs/audit.md has the command")
    }
    return (listing, log.diagnostics)
  }

  /// White space, and a byte order mark.
  private static func isIgnorable(_ byte: UInt8) -> Bool { byte <= 0x20 || [0xEF, 0xBB, 0xBF].contains(byte) }
}

/// The files and faults found so far in a listing.
struct IndexLog {
  /// So many entries are reported one by one; a listing of another kind would fill the terminal.
  private static let limit = 50
  /// Ten times as many files as a release of a large project has: its wheels are held against each other.
  private static let releaseLimit = 4096
  /// Twice what file systems take.
  private static let nameLimit = 512

  let file: SourceFile
  var project: ProjectName?
  private(set) var files: [IndexFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var offsets: [String: Range<Int>] = [:]
  private var counts: [ReleaseVersion: Int] = [:]
  private var faultyEntries = 0

  init(file: SourceFile) {
    self.file = file
  }

  mutating func report(
    _ fault: EvidenceFault, _ message: String, at offsets: Range<Int>, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    if fault == .invalidEntry {
      faultyEntries += 1
      guard faultyEntries <= Self.limit else { return }
    }
    diagnostics.append(
      fault.diagnostic(message, in: file, at: file.range(offsets), notes: notes, help: help))
  }

  /// Takes an entry into the listing, or reports why it is none.
  mutating func add(_ name: String, at place: Range<Int>, isYanked: Bool, uploaded: CalendarDate?) {
    guard name.utf8.count <= Self.nameLimit else {
      return report(.invalidEntry, "\(EvidenceFault.quoted(name)) is too long for a file's name", at: place)
    }
    if let first = offsets[name] {
      return report(
        .invalidEntry, "'\(name)' is listed twice; the first entry counts", at: place,
        notes: [Diagnostic.Note("first listed here", at: file.range(first))])
    }
    offsets[name] = place
    do throws(IndexFile.Fault) {
      let (version, kind) = try IndexFile.classify(name, of: project)
      counts[version, default: 0] += 1
      guard counts[version, default: 0] <= Self.releaseLimit else {
        return report(
          .invalidEntry, "\(version) has more than \(Self.releaseLimit) files; this one is left out", at: place)
      }
      files.append(
        IndexFile(
          name: name, version: version, kind: kind, isYanked: isYanked, uploaded: uploaded, offsets: place))
    } catch {
      report(.invalidEntry, error.message, at: place, help: error.help)
    }
  }

  /// Says how many faulty entries were left out.
  mutating func finish() {
    let more = faultyEntries - Self.limit
    guard more > 0 else { return }
    diagnostics.append(
      EvidenceFault.invalidEntry.diagnostic(
        "\(more) more entries are not what they should be", in: file, at: .fileStart))
  }
}
