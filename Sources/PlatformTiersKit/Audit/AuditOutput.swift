package import Checks
import Diagnostics

/// How an audit is printed; the raw value is what `--format` takes.
package enum AuditFormat: String, CaseIterable, Sendable {
  case text
  /// The same, with the source line of every finding.
  case full
  case json
  /// SARIF 2.1.0 with the findings, which point into the registry, the workflows and the evidence.
  case sarif
  case markdown
}

/// Prints what an audit found.
package struct AuditOutput {
  package var format = AuditFormat.text
  package var options = ReportOptions()
  package var requiresKept = false

  private let result: AuditResult

  package init(_ result: AuditResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    let target = options.target()
    switch format {
    case .text, .full:
      try target.write(result.text(options, options.layout(for: target), isFull: format == .full))
    case .json: try target.write(result.json(options))
    case .sarif:
      let report = Report(
        diagnostics: result.diagnostics, files: result.files, rules: RuleCatalogue.summaries,
        toolVersion: ToolVersion.text)
      try FindingsOutput.write(report, as: .sarif, options, to: target)
    case .markdown: try target.write(Array(result.markdown.utf8))
    }
    return options.status(result.exitStatus(strict: options.isStrict, requiresKept: requiresKept))
  }

  /// - Throws: for SARIF, which has findings and no tables.
  package static func write(
    _ history: ReleaseHistory, as format: AuditFormat, _ options: ReportOptions
  ) throws(RunFailure) {
    let target = options.target()
    switch format {
    case .text, .full: try target.write(Array(history.text(options.layout(for: target)).utf8))
    case .json: try target.write(history.json)
    case .markdown: try target.write(Array(history.markdown.utf8))
    case .sarif: throw .wrongUsage("'--all-releases' draws a table, which SARIF has none of")
    }
  }
}
