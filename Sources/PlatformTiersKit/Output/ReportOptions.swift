package import Diagnostics

/// How findings are reported, whichever command found them.
package struct ReportOptions: Sendable {
  package var color = ColorChoice.auto
  /// Whether warnings make the run end with `findings`.
  package var isStrict = false
  /// Whether `github` annotates information too.
  package var annotatesInfos = false
  /// Whether all places are shown of a fault that is in many.
  package var showsAll = false
  /// Whether findings are printed and nothing else.
  package var isQuiet = false
  /// Findings below it are not printed. They count as much as ever.
  package var leastSeverity = Severity.info
  /// Whether findings leave the exit status 0.
  package var endsWithZero = false
  /// The file that the report is written to; nil: standard output.
  package var file: String?

  package init() {}

  /// The report as it was asked for.
  func applied(to report: Report) -> Report {
    var report = report
    let all = report.diagnostics.count
    report.diagnostics.removeAll { $0.severity < leastSeverity }
    report.leftOut = all - report.diagnostics.count
    report.annotatesInfos = annotatesInfos
    report.rulePage = RulePages.address
    report.showsAll = showsAll
    report.isQuiet = isQuiet
    return report
  }

  func status(_ status: ExitStatus) -> ExitStatus { status == .findings && endsWithZero ? .success : status }

  /// Where the report goes.
  func target(or stream: StandardStream = .output) -> ReportTarget { file.map { .file($0) } ?? .stream(stream) }

  func layout(for target: ReportTarget) -> Layout {
    switch target {
    case .stream(let stream): stream.layout(color)
    case .file: Layout(inFile: color)
    }
  }
}

/// Where a report is written.
enum ReportTarget: Sendable {
  case stream(StandardStream)
  case file(String)

  /// What is read in a log or put into one.
  func write(_ bytes: [UInt8]) throws(RunFailure) { try write(exactly: LogText.brokenUp(bytes)) }

  /// What is a command of ours.
  func write(exactly bytes: [UInt8]) throws(RunFailure) {
    switch self {
    case .stream(let stream): try stream.write(exactly: bytes)
    case .file(let path): try AtomicFile.write(bytes, to: path)
    }
  }
}
