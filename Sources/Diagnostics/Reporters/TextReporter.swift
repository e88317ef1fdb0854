/// Findings for a person, as rustc shows them: the message, the place, the source line with a caret, the notes with theirs,
/// help and fix, and a closing line that counts.
struct TextReporter {
  private let files: [String: SourceFile]
  private let style: TerminalStyle
  private let columns: Int?
  private var output: [UInt8] = []

  /// - Parameter columns: the width of the terminal, if it is shown on one.
  static func render(_ report: Report, color: Bool, columns: Int?) -> [UInt8] {
    var reporter = TextReporter(
      files: report.filesByPath, style: TerminalStyle(isColored: color), columns: columns)
    for diagnostic in report.diagnostics { reporter.write(diagnostic) }
    reporter.line(ReportTotals(report).sentence)
    return reporter.output
  }

  private init(files: [String: SourceFile], style: TerminalStyle, columns: Int?) {
    self.files = files
    self.style = style
    self.columns = columns
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    let ranges = [diagnostic.range] + diagnostic.notes.map { $0.range }
    let gutter = String(ranges.map { $0.start.line }.max() ?? 1).count
    let label = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", .severity(diagnostic.severity))
    line(label + style.paint(": " + VisibleText.of(diagnostic.message), .strong))
    snippet(diagnostic.range, in: diagnostic.file, gutter: gutter, look: .severity(diagnostic.severity))
    for note in diagnostic.notes {
      line(style.paint("note", .strong) + ": " + VisibleText.of(note.message))
      snippet(note.range, in: diagnostic.file, gutter: gutter, look: .quiet)
    }
    let margin = String(repeating: " ", count: gutter + 1) + style.paint("=", .quiet)
    if let help = diagnostic.help {
      line("\(margin) \(style.paint("help", .strong)): \(VisibleText.of(help))")
    }
    if let fix = diagnostic.fix {
      let how = fix.safety == .safe ? "`--fix` applies it" : "a guess: `--fix` leaves it to you"
      line("\(margin) \(style.paint("fix", .strong)): \(VisibleText.of(fix.summary)) (\(how))")
    }
    line("")
  }

  /// The place, and the source line below it with carets under what is meant.
  private mutating func snippet(_ range: SourceRange, in path: String, gutter: Int, look: TerminalStyle.Look) {
    let padding = String(repeating: " ", count: gutter)
    line("\(padding)\(style.paint("-->", .quiet)) \(VisibleText.of(path)):\(range.start.description)")
    let width = columns.map { max(Self.leastWidth, $0 - gutter - Self.margin) } ?? Self.usualWidth
    guard let excerpt = files[path].flatMap({ SourceExcerpt(of: range, in: $0, width: width) }) else { return }
    let number = String(range.start.line)
    let bar = style.paint("|", .quiet)
    line("\(padding) \(bar)")
    let before = String(repeating: " ", count: gutter - number.count)
    line("\(before)\(style.paint(number, .quiet)) \(bar)\(excerpt.text.isEmpty ? "" : " " + excerpt.text)")
    let carets = String(repeating: " ", count: excerpt.indentation) + style.paint(excerpt.carets, look)
    line("\(padding) \(bar) \(carets)\(excerpt.continuation)")
  }

  /// What stands between a line's number and its text.
  private static let margin = " | ".utf8.count
  private static let leastWidth = 24
  private static let usualWidth = 120

  private mutating func line(_ text: String) {
    output += text.utf8
    output.append(UInt8(ascii: "\n"))
  }
}

/// ANSI colours, or none.
struct TerminalStyle {
  enum Look {
    case strong
    case quiet
    case severity(Severity)
  }

  let isColored: Bool

  /// - Parameter text: already made harmless.
  func paint(_ text: String, _ look: Look) -> String {
    guard isColored else { return text }
    let code =
      switch look {
      case .strong: "1"
      case .quiet: "34"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
