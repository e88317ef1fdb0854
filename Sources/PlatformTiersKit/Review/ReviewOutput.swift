import Checks
import Diagnostics

/// Prints a review.
package struct ReviewOutput {
  package var format = ReviewFormat.text
  package var color = ColorChoice.auto
  package var isStrict = false
  /// Whether `github` annotates information too.
  package var annotatesInfos = false

  private let result: ReviewResult

  package init(_ result: ReviewResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    try writeReport()
    return result.exitStatus(strict: isStrict)
  }

  private func writeReport() throws(RunFailure) {
    let stream = StandardStream.output
    switch format {
    case .text: try stream.write(ReviewText(result).bytes(color: color.isOn(for: stream), columns: stream.columns))
    case .json: try stream.write(ReviewJSON.bytes(result))
    case .markdown: try stream.write(ReviewMarkdown(result).bytes)
    case .findings(let format):
      // Only SARIF describes the rules.
      let rules = format == .sarif ? RuleCatalogue.summaries : []
      var report = result.report(result.review.findings.map { $0.diagnostic }, rules: rules)
      report.annotatesInfos = annotatesInfos
      try FindingsOutput.write(report, as: format, color: color, to: stream)
    }
  }
}

extension ReviewResult {
  func report(_ diagnostics: [Diagnostic], rules: [RuleSummary] = []) -> Report {
    Report(diagnostics: diagnostics, files: files, rules: rules, toolVersion: ToolVersion.text)
  }
}

/// `{"base", "head", "moves", "findings"}`: what was there before stands behind the other findings.
enum ReviewJSON {
  static func bytes(_ result: ReviewResult) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("base", result.baseName)
      json.member("head", result.headName)
      result.baseContents.write("baseContents", to: &json)
      result.headContents.write("headContents", to: &json)
      json.key("moves")
      json.moves(result.review.moves)
      json.key("findings")
      json.findings(result.report(result.review.diagnostics + result.review.oldDiagnostics))
    }
    return json.finished()
  }
}

extension JSONWriter {
  /// An array of `{"kind", "platform", "from", "to", "line", "column"}`; `null` for what there is not.
  mutating func moves(_ moves: [ReviewedMove]) {
    array { json in
      for move in moves {
        json.object(.line) { json in
          json.member("kind", move.kind.rawValue)
          json.member("platform", move.subject)
          json.member("from", move.from)
          json.member("to", move.to)
          json.key("line")
          if let location = move.location { json.value(location.range.start.line) } else { json.value(nil) }
          json.member("column", move.details.column?.title)
        }
      }
    }
  }
}
