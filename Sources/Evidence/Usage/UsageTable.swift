package import Diagnostics
package import Policy

/// How often a project's files were downloaded, as a table has it.
package struct UsageTable: Sendable {
  /// What was downloaded.
  package enum Subject: Hashable, Sendable {
    case file(String)
    /// An id or a name of the registry.
    case platform(String)
    case system(name: String, cpu: String, libc: String, implementation: String)
  }

  package struct Row: Hashable, Sendable {
    package var subject: Subject
    package var downloads: Int
    /// Where the subject stands, in bytes.
    package var offsets: Range<Int>
  }

  package let file: SourceFile
  /// Rows with the same subject added up, in the order of their first ones.
  package let rows: [Row]
  /// The first day that the rows name, and the last.
  package let first: CalendarDate?
  package let date: CalendarDate?
  /// What of the file was to be looked at.
  package let limits: UsageLimits
  /// All downloads, those of what belongs to no platform included.
  package let total: Int
}

/// The part of a table of downloads that is looked at.
package struct UsageLimits: Hashable, Sendable {
  /// A release line: `2.5` for 2.5.0 and all that begin so.
  package var release: ReleaseVersion?
  package var since: CalendarDate?
  package var until: CalendarDate?

  package init(release: ReleaseVersion? = nil, since: CalendarDate? = nil, until: CalendarDate? = nil) {
    (self.release, self.since, self.until) = (release, since, until)
  }

  fileprivate func hold(_ version: ReleaseVersion?) -> Bool {
    guard let release else { return true }
    return version.map { $0.epoch == release.epoch && $0.numbers.starts(with: release.numbers) } ?? false
  }

  fileprivate func hold(_ day: CalendarDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let day else { return false }
    return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }
}

/// Reads a table of downloads as comma-separated values.
package enum UsageReader {
  /// - Returns: The table, nil when the file is none, and what is wrong with it.
  package static func read(
    _ file: SourceFile, limits: UsageLimits = UsageLimits()
  ) -> (table: UsageTable?, diagnostics: [Diagnostic]) {
    var reading = UsageReading(file, limits)
    let table = reading.table()
    return (table, reading.diagnostics)
  }
}

private struct UsageReading {
  private static let faultLimit = 50

  private let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  private var faults = 0
  private var rows: [UsageTable.Row] = []
  private var indices: [UsageTable.Subject: Int] = [:]
  /// All that a row says but its number, with the place where it first says so.
  private var seen: [[String]: Range<Int>] = [:]
  private var first: CalendarDate?
  private var date: CalendarDate?
  private var total = 0
  private let limits: UsageLimits

  init(_ file: SourceFile, _ limits: UsageLimits) {
    self.file = file
    self.limits = limits
  }

  mutating func table() -> UsageTable? {
    var records = CSVRecords(file.bytes)
    guard let header = records.next() else {
      report(.brokenEvidence, "this table is empty", at: 0..<0)
      return nil
    }
    let columns = UsageColumns(header.fields.map { $0.text })
    guard columns[.downloads] != nil, columns.namesSubject else {
      let range = header.fields.first?.offsets ?? 0..<0
      let missing = columns[.downloads] == nil ? "no column 'downloads'" : "no column 'platform' or 'filename'"
      report(
        .brokenEvidence, "this is no table of downloads: it has \(missing)", at: range,
        help: "docs/audit.md lists the columns, and has a query that gives them")
      return nil
    }
    let place = header.fields.first?.offsets ?? 0..<0
    if limits.release != nil, columns[.file] == nil, columns[.version] == nil {
      report(.brokenEvidence, "no column of this table says of which release its rows are", at: place)
      return nil
    }
    if limits.since != nil || limits.until != nil, columns[.date] == nil {
      report(.brokenEvidence, "no column of this table says of which day its rows are", at: place)
      return nil
    }
    while let record = records.next() {
      if !record.isBlank { take(record, columns) }
    }
    if faults > Self.faultLimit {
      diagnostics.append(
        EvidenceFault.invalidEntry.diagnostic(
          "\(faults - Self.faultLimit) more rows are not what they should be", in: file, at: .fileStart))
    }
    return UsageTable(file: file, rows: rows, first: first, date: date, limits: limits, total: total)
  }

  private mutating func take(_ record: CSVRecords.Record, _ columns: UsageColumns) {
    let place = record.fields.first?.offsets ?? 0..<0
    if let fault = record.fault { return report(fault) }
    guard record.fields.count == columns.count, let downloads = columns[.downloads] else {
      return report(
        .invalidEntry,
        "this row has \(record.fields.count) field\(record.fields.count == 1 ? "" : "s") and the header \(columns.count)",
        at: place)
    }
    func text(_ meaning: UsageColumns.Meaning) -> String? { columns[meaning].map { record.fields[$0].text } }
    let number = record.fields[downloads]
    guard let count = Self.count(number.text) else {
      return report(.invalidEntry, "\(EvidenceFault.quoted(number.text)) is no number of downloads", at: number.offsets)
    }
    let key = record.fields.enumerated().filter { $0.offset != downloads }.map { $0.element.text }
    if let first = seen[key] {
      return report(
        .invalidEntry, "this row says the same as one above; the first one counts", at: place,
        notes: [Diagnostic.Note("the one above", at: file.range(first))])
    }
    seen[key] = place
    let day = text(.date).flatMap { CalendarDate($0.prefix(10)) }
    guard limits.hold(day), limits.release == nil || limits.hold(version(text)) else { return }
    let (sum, overflows) = total.addingReportingOverflow(count)
    guard !overflows else {
      return report(.invalidEntry, "the downloads add up to more than can be counted", at: number.offsets)
    }
    total = sum
    if let day {
      first = min(first ?? day, day)
      date = max(date ?? day, day)
    }
    add(subject(text), count, at: subjectPlace(record, columns))
  }

  private mutating func add(_ subject: UsageTable.Subject, _ count: Int, at offsets: Range<Int>) {
    if let index = indices[subject] {
      rows[index].downloads += count
    } else {
      indices[subject] = rows.count
      rows.append(UsageTable.Row(subject: subject, downloads: count, offsets: offsets))
    }
  }

  private func version(_ text: (UsageColumns.Meaning) -> String?) -> ReleaseVersion? {
    if let version = text(.version), !version.isEmpty { return ReleaseVersion(version) }
    return text(.file).flatMap { try? IndexFile.classify($0, of: nil).0 }
  }

  private func subject(_ text: (UsageColumns.Meaning) -> String?) -> UsageTable.Subject {
    if let name = text(.file), !name.isEmpty { return .file(name) }
    if let name = text(.platform), !name.isEmpty { return .platform(name) }
    return .system(
      name: text(.system) ?? "", cpu: text(.cpu) ?? "", libc: text(.libc) ?? "",
      implementation: text(.implementation) ?? "")
  }

  private func subjectPlace(_ record: CSVRecords.Record, _ columns: UsageColumns) -> Range<Int> {
    let index = columns[.file] ?? columns[.platform] ?? columns[.system] ?? 0
    return record.fields[index].offsets
  }

  /// `1234`; not below 0, and without signs between the digits.
  private static func count(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private mutating func report(_ fault: (kind: CSVRecords.Fault, offset: Int)) {
    switch fault.kind {
    case .openQuote:
      report(
        .brokenEvidence, "the field that this quotation mark opens is never closed, so the rest is not read",
        at: fault.offset..<fault.offset + 1)
    case .textBehindQuote:
      report(
        .invalidEntry, "something follows the closing quotation mark; write '\"\"' for one inside a field",
        at: fault.offset..<fault.offset)
    }
  }

  private mutating func report(
    _ fault: EvidenceFault, _ message: String, at offsets: Range<Int>, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    if fault == .invalidEntry {
      faults += 1
      guard faults <= Self.faultLimit else { return }
    }
    diagnostics.append(fault.diagnostic(message, in: file, at: file.range(offsets), notes: notes, help: help))
  }
}
