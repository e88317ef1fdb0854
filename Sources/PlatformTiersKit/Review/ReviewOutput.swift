import Checks
import Diagnostics

/// Prints a review.
package struct ReviewOutput {
  package var format = ReviewFormat.text
  package var color = ColorChoice.auto
  package var isStrict = false

  private let result: ReviewResult

  package init(_ result: ReviewResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    try StandardStream.output.write(bytes)
    return result.exitStatus(strict: isStrict)
  }

  private var bytes: [UInt8] {
    switch format {
    case .text: ReviewText(result).bytes(color: color.isOn(for: .output), columns: StandardStream.output.columns)
    case .json: ReviewJSON.bytes(result)
    case .markdown: ReviewMarkdown(result).bytes
    case .concise, .sarif, .github, .gitlab, .junit: findings
    }
  }

  private var findings: [UInt8] {
    // Only SARIF describes the rules.
    let rules = format == .sarif ? RuleCatalogue.summaries : []
    return Reporter.render(
      result.report(result.review.findings.map(\.diagnostic), rules: rules), as: format.ofFindings ?? .concise,
      color: false)
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
