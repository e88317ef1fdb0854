package import Checks
import Diagnostics

/// How an audit is printed; the raw value is what `--format` takes.
package enum AuditFormat: String, CaseIterable, Sendable {
  case text
  case json
  /// SARIF 2.1.0 with the findings, which point into the registry, the workflows and the evidence.
  case sarif
  case markdown
}

/// Prints what an audit found.
package struct AuditOutput {
  package var format = AuditFormat.text
  package var color = ColorChoice.auto
  package var isStrict = false
  package var requiresKept = false

  private let result: AuditResult

  package init(_ result: AuditResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    let stream = StandardStream.output
    switch format {
    case .text: try stream.write(result.text(color: color.isOn(for: stream), columns: stream.columns))
    case .json: try stream.write(result.json)
    case .sarif:
      let report = Report(
        diagnostics: result.diagnostics, files: result.files, rules: RuleCatalogue.summaries,
        toolVersion: ToolVersion.text)
      try FindingsOutput.write(report, as: .sarif, color: .never, to: stream)
    case .markdown: try stream.write(result.markdown)
    }
    return result.exitStatus(strict: isStrict, requiresKept: requiresKept)
  }

  /// - Throws: for SARIF, which has findings and no tables.
  package static func write(_ history: ReleaseHistory, as format: AuditFormat) throws(RunFailure) {
    switch format {
    case .text: try StandardStream.output.write(history.text)
    case .json: try StandardStream.output.write(history.json)
    case .markdown: try StandardStream.output.write(history.markdown)
    case .sarif: throw .wrongUsage("'--all-releases' draws a table, which SARIF has none of")
    }
  }
}
