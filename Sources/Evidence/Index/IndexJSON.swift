import Diagnostics
import Policy

/// A listing in JSON (PEP 691; upload times by PEP 700).
enum IndexJSON {
  /// Nil for a text that has no list of files.
  static func read(_ file: SourceFile, _ log: inout IndexLog) -> IndexListing? {
    var json = JSONReader(file.bytes)
    var listing = Listing()
    var isComplete = true
    do throws(JSONFault) {
      try json.object { (key, json) throws(JSONFault) in try listing.read(key, from: &json, &log) }
      try json.end()
    } catch {
      isComplete = false
      log.report(
        .brokenEvidence,
        error.isTruncation
          ? "the listing breaks off here; what it lacks may be on the index all the same"
          : "the listing is no JSON from here on: \(error.message)",
        at: error.offset..<error.offset, help: "fetch it again; docs/audit.md has the command")
    }
    guard listing.hasFiles else {
      if isComplete {
        log.report(
          .brokenEvidence, "this JSON has no list 'files', so it is no listing of an index", at: 0..<0,
          help: "ask the index for 'application/vnd.pypi.simple.v1+json'; docs/audit.md has the command")
      }
      return nil
    }
    listing.entries.addAll(to: &log, project: listing.project.flatMap { ProjectName($0) })
    log.finish()
    return IndexListing(file: file, project: listing.project, files: log.files, isComplete: isComplete)
  }
}

/// The top level of a listing.
private struct Listing {
  private static let nameLimit = 128

  var project: String?
  var hasFiles = false
  var entries = Entries()
  private var keys: Set<String> = []

  mutating func read(
    _ key: JSONString, from json: inout JSONReader, _ log: inout IndexLog
  ) throws(JSONFault) {
    let name = json.text(of: key)
    switch name {
    case "name" where try json.kind() == .string:
      let string = try json.string()
      let name = json.text(of: string)
      if name.utf8.count <= Self.nameLimit, ProjectName(name) != nil {
        project = name
      } else {
        log.report(.invalidEntry, "\(EvidenceFault.quoted(name)) is no project's name", at: string.offsets)
      }
    case "files" where try json.kind() == .array:
      hasFiles = true
      try readFiles(&json, &log)
    case "name", "files":
      log.report(.invalidEntry, "the value of '\(name)' is of another type than a listing has", at: key.offsets)
    default: return
    }
    if !keys.insert(name).inserted {
      log.report(.invalidEntry, "'\(name)' is given twice in this listing", at: key.offsets)
    }
  }

  private mutating func readFiles(_ json: inout JSONReader, _ log: inout IndexLog) throws(JSONFault) {
    try json.array { (json) throws(JSONFault) in
      let start = json.offset
      guard try json.kind() == .object else {
        return log.report(.invalidEntry, "an entry of 'files' is no object", at: start..<start + 1)
      }
      if let entry = try Entry(&json, &log, start: start) { entries.all.append(entry) }
    }
  }
}

/// The entries as they are read: the project's name may follow them.
private struct Entries {
  var all: [Entry] = []

  func addAll(to log: inout IndexLog, project: ProjectName?) {
    log.project = project
    for entry in all {
      log.add(entry.name, at: entry.offsets, isYanked: entry.isYanked, uploaded: entry.uploaded)
    }
  }
}

/// One element of `files`.
private struct Entry {
  var name: String
  var offsets: Range<Int>
  var isYanked = false
  var uploaded: CalendarDate?

  /// Nil, and reported, for an object without a file's name.
  init?(_ json: inout JSONReader, _ log: inout IndexLog, start: Int) throws(JSONFault) {
    var name: (text: String, offsets: Range<Int>)?
    var isYanked = false
    var uploaded: CalendarDate?
    try json.object { (key, json) throws(JSONFault) in
      switch json.text(of: key) {
      case "filename" where try json.kind() == .string:
        let string = try json.string()
        if name != nil { log.report(.invalidEntry, "this file has two names; the last one counts", at: string.offsets) }
        name = (json.text(of: string), string.offsets)
      case "yanked":
        // `true`, or the reason, which is empty where none was given (PEP 691).
        switch try json.kind() {
        case .bool: isYanked = try json.bool()
        case .string: isYanked = true
        default: isYanked = false
        }
      case "upload-time" where try json.kind() == .string:
        uploaded = CalendarDate(json.text(of: try json.string()).prefix(10))
      default: break
      }
    }
    guard let name else {
      log.report(.invalidEntry, "an entry of 'files' has no 'filename'", at: start..<start + 1)
      return nil
    }
    self.name = name.text
    offsets = name.offsets
    self.isYanked = isYanked
    self.uploaded = uploaded
  }
}
