/// GitHub Actions' workflow commands: `::error file=…,line=…::message`, a line each and nothing else.
enum GitHubReporter {
  static func render(_ report: Report) -> [UInt8] {
    var columns = ColumnConverter(report.filesByPath)
    var output: [UInt8] = []
    for diagnostic in report.diagnostics {
      let range = columns.convert(diagnostic.range, in: diagnostic.file)
      var properties = [
        ("file", diagnostic.file), ("line", String(range.startLine)), ("endLine", String(range.endLine)),
      ]
      // GitHub drops columns of an annotation that goes over several lines, with a complaint in the log.
      if range.startLine == range.endLine {
        properties += [("col", String(range.startColumn)), ("endColumn", String(range.endColumn))]
      }
      properties.append(("title", "platform-tiers (\(diagnostic.rule))"))
      let list = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
      output += "::\(command(diagnostic.severity)) \(list)::\(data(message(of: diagnostic)))\n".utf8
    }
    return output
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
    return lines.map { VisibleText.of($0) }.joined(separator: "\n")
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
