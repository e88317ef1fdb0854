/// How findings are printed; the raw value is what `--format` takes.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For a person: like faults together, others with their source line.
  case text
  /// For a person: each with its source line and a caret, notes and help, in the order of the files.
  case full
  /// One line a finding: `file:line:column: severity[rule] message`.
  case concise
  /// An array of all findings with all that is known of each.
  case json
  /// SARIF 2.1.0, for code scanning services.
  case sarif
  /// GitHub Actions' workflow commands, which annotate the changed lines.
  case github
  /// GitLab's Code Quality report.
  case gitlab
  /// JUnit XML, for services that show test results.
  case junit
  /// reviewdog's Diagnostic Format, with the edits that mend a finding.
  case rdjson
}

/// What a report says of a rule besides its findings.
package struct RuleSummary: Hashable, Sendable {
  package var id: String
  package var family: String
  package var severity: Severity
  /// One line: what it catches.
  package var summary: String
  /// Why it matters and how to mend it.
  package var help: String
  package var url: String?

  package init(id: String, family: String, severity: Severity, summary: String, help: String, url: String? = nil) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.help = help
    self.url = url
  }
}

/// All that a report is made from.
package struct Report: Sendable {
  package var diagnostics: [Diagnostic]
  /// The files that were checked, the clean ones included.
  package var files: [SourceFile]
  /// The rules that were run.
  package var rules: [RuleSummary]
  package var toolVersion: String
  /// The paths from the root of the repository, by those that diagnostics name: what a service knows files by, wherever the
  /// command was run. A path that is not in it stays as it is.
  package var repositoryPaths: [String: String] = [:]
  /// Whether `github` annotates information too.
  package var annotatesInfos = false
  /// Where a rule's page is; nil for one that is not published.
  package var rulePage: @Sendable (String) -> String? = { _ in nil }
  /// Whether `text` shows all places of a fault that is in many.
  package var showsAll = false
  /// Whether `text` and `full` leave out the line that counts.
  package var isQuiet = false
  /// How many of the documents list no platforms by their policy, so that there was only markup to look at.
  package var markupOnly = 0
  /// How many findings were left out as not grave enough.
  package var leftOut = 0

  package init(diagnostics: [Diagnostic], files: [SourceFile], rules: [RuleSummary] = [], toolVersion: String) {
    self.diagnostics = diagnostics
    self.files = files
    self.rules = rules
    self.toolVersion = toolVersion
  }

  /// The path from the root of the repository.
  func repositoryPath(_ path: String) -> String { repositoryPaths[path] ?? path }

  /// The checked files by the path that diagnostics name.
  var filesByPath: [String: SourceFile] {
    Dictionary(keepingFirst: files.map { ($0.path, $0) })
  }
}

extension JSONWriter {
  /// The findings of a report, in its order, as `--format json` writes them.
  package mutating func findings(_ report: Report) { JSONReporter.write(report, to: &self) }
}

/// Prints a report. The same findings, in whatever order, give the same bytes.
package enum Reporter {
  /// - Parameter layout: for `text` and `full`; the other formats are the same everywhere.
  package static func render(_ report: Report, as format: ReportFormat, _ layout: Layout = Layout()) -> [UInt8] {
    var report = report
    report.diagnostics.sort(by: Diagnostic.reportOrder)
    return switch format {
    case .text, .full: TextReporter.render(report, layout, isFull: format == .full)
    case .concise: ConciseReporter.render(report)
    case .json: JSONReporter.render(report)
    case .sarif: SARIFReporter.render(report)
    case .github: GitHubReporter.render(report)
    case .gitlab: GitLabReporter.render(report)
    case .junit: JUnitReporter.render(report)
    case .rdjson: ReviewdogReporter.render(report)
    }
  }

  /// The findings that `github` does not annotate, as GitHub shows no more of a kind in a step, or no such ones at all.
  package static func withoutAnnotation(_ report: Report) -> [Diagnostic] {
    GitHubReporter.split(report.diagnostics.sorted(by: Diagnostic.reportOrder), report.annotatesInfos).rest
  }

  /// The findings as a value in a JSON report of another kind: the array that `json` gives.
  package static func writeFindings(_ report: Report, to json: inout JSONWriter) {
    var report = report
    report.diagnostics.sort(by: Diagnostic.reportOrder)
    JSONReporter.write(report, to: &json)
  }
}
