/// GitHub Actions' workflow commands: `::error file=…,line=…::message`, a line each, the worst first; what GitHub would not
/// show as an annotation stands below in lines of the log.
enum GitHubReporter {
  /// How many annotations of a kind GitHub shows of a step.
  private static let limit = 10

  static func render(_ report: Report) -> [UInt8] {
    var columns = ColumnConverter(report.filesByPath)
    var output: [UInt8] = []
    let (annotated, rest) = split(report.diagnostics, report.annotatesInfos)
    for diagnostic in annotated {
      let range = columns.convert(diagnostic.range, in: diagnostic.file)
      var properties = [
        ("file", report.repositoryPath(diagnostic.file)), ("line", String(range.startLine)),
        ("endLine", String(range.endLine)),
      ]
      // GitHub drops columns of an annotation that goes over several lines, with a complaint in the log.
      if range.startLine == range.endLine {
        properties += [("col", String(range.startColumn)), ("endColumn", String(range.endColumn))]
      }
      properties.append(("title", "platform-tiers (\(diagnostic.rule))"))
      let list = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
      output += "::\(command(diagnostic.severity)) \(list)::\(data(message(of: diagnostic)))\n".utf8
    }
    guard !rest.isEmpty else { return output }
    var others = report
    others.diagnostics = rest.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = report.repositoryPath(diagnostic.file)
      return diagnostic
    }
    output += "\(ReportTotals.counts(rest)) without an annotation:\n".utf8
    return output + ConciseReporter.render(others)
  }

  /// - Parameter diagnostics: in report order.
  static func split(
    _ diagnostics: [Diagnostic], _ annotatesInfos: Bool
  ) -> (annotated: [Diagnostic], rest: [Diagnostic]) {
    var (annotated, rest): ([Diagnostic], [Diagnostic]) = ([], [])
    for severity in Severity.allCases.reversed() {
      let found = diagnostics.filter { $0.severity == severity }
      let shown = severity == .info && !annotatesInfos ? 0 : limit
      annotated += found.prefix(shown)
      rest += found.dropFirst(shown)
    }
    return (annotated, rest)
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static func message(of diagnostic: Diagnostic) -> String {
    let lines = [diagnostic.message] + (diagnostic.help.map { ["help: " + $0] } ?? [])
    return LogText.brokenUp(lines.map { VisibleText.of($0) }.joined(separator: "\n"))
  }

  /// The escapes of the runner's own `toolkit`: https://github.com/actions/toolkit, `core/src/command.ts`.
  private static func data(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  private static func property(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":": "%3A"
      case ",": "%2C"
      // No escape is defined for what else is invisible, and raw it would act on whoever reads the log.
      default: VisibleText.isVisible(scalar) ? nil : VisibleText.of(String(scalar))
      }
    }
  }

  private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
