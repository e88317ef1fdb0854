import Checks
import Diagnostics

/// Prints a review.
package struct ReviewOutput {
  package var format = ReviewFormat.text
  package var options = ReportOptions()

  private let result: ReviewResult

  package init(_ result: ReviewResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    try writeReport()
    return options.status(result.exitStatus(strict: options.isStrict))
  }

  private func writeReport() throws(RunFailure) {
    let target = options.target()
    switch format {
    case .text, .full:
      try target.write(ReviewText(result, options).bytes(options.layout(for: target), isFull: format == .full))
    case .json: try target.write(ReviewJSON.bytes(result, options))
    case .markdown: try target.write(ReviewMarkdown(result).bytes)
    case .findings(let format):
      // Only SARIF describes the rules.
      let rules = format == .sarif ? RuleCatalogue.summaries : []
      let report = result.report(result.review.findings.map { $0.diagnostic }, rules: rules)
      let page = format == .github ? ReviewMarkdown(result).bytes : nil
      try FindingsOutput.write(report, as: format, options, to: target, page: page)
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
  static func bytes(_ result: ReviewResult, _ options: ReportOptions = ReportOptions()) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("base", result.baseName)
      json.member("head", result.headName)
      result.baseContents.write("baseContents", to: &json)
      result.headContents.write("headContents", to: &json)
      json.key("moves")
      json.moves(result.review.moves)
      json.key("findings")
      json.findings(options.applied(to: result.report(result.review.diagnostics + result.review.oldDiagnostics)))
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
