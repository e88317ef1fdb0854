/// Findings for a person: what is one fault in many places stands together, and a fault of its own is shown as rustc shows
/// it: the message, the place, the source line with a caret, the notes with theirs, help and fix. A closing line counts.
struct TextReporter {
  private let report: Report
  private let files: [String: SourceFile]
  private let layout: Layout
  /// Whether each finding is shown with its source line, and texts stay in one line.
  private let isFull: Bool
  private var output: [UInt8] = []

  static func render(_ report: Report, _ layout: Layout, isFull: Bool) -> [UInt8] {
    var reporter = TextReporter(report: report, files: report.filesByPath, layout: layout, isFull: isFull)
    let groups = isFull ? report.diagnostics.map { [$0] } : Self.groups(report.diagnostics)
    for group in groups { reporter.write(group) }
    if !report.isQuiet {
      let hint = groups.contains { $0.count > 1 } ? "; `--format full` shows the source of each" : ""
      reporter.output += layout.paragraph(StyledText(ReportTotals(report).sentence + hint)).utf8
    }
    return LogText.brokenUp(reporter.output)
  }

  private init(report: Report, files: [String: SourceFile], layout: Layout, isFull: Bool) {
    self.report = report
    self.files = files
    self.layout = layout
    self.isFull = isFull
  }

  /// Findings of one rule that are mended in the same way: the gravest first, and then in the order of the report.
  private static func groups(_ diagnostics: [Diagnostic]) -> [[Diagnostic]] {
    struct Key: Hashable {
      var rule: String
      var severity: Severity
      var help: String?
      var fix: String?
      var safety: Fix.Safety?
    }
    var rules: [String: Int] = [:]
    var groups: [Key: Int] = [:]
    var found: [[Diagnostic]] = []
    for finding in diagnostics {
      let key = Key(
        rule: finding.rule, severity: finding.severity, help: finding.help, fix: finding.fix?.summary,
        safety: finding.fix?.safety)
      if let group = groups[key] {
        found[group].append(finding)
      } else {
        rules[finding.rule] = rules[finding.rule] ?? rules.count
        groups[key] = found.count
        found.append([finding])
      }
    }
    func rank(_ group: [Diagnostic]) -> (Severity, Int) { (group[0].severity, -(rules[group[0].rule] ?? 0)) }
    // Swift's sort keeps the order of what is equal.
    return found.sorted { rank($0) > rank($1) }
  }

  private mutating func write(_ group: [Diagnostic]) {
    guard let first = group.first else { return }
    var margin = 2
    if group.count > 1 {
      write(many: group, like: first)
    } else {
      let gutter = gutter(of: first)
      write(first, gutter: gutter)
      margin = gutter + 1
    }
    let mark = StyledText(String(repeating: " ", count: margin)) + StyledText("=", .quiet)
    if let help = first.help { paragraph("\(mark) \("help", .strong): \(help)", hanging: margin + 2) }
    if let fix = first.fix {
      let how = fix.safety == .safe ? "`--fix` applies it" : "a guess: `--fix` leaves it to you"
      paragraph("\(mark) \("fix", .strong): \(fix.summary) (\(how))", hanging: margin + 2)
    }
    output.append(UInt8(ascii: "\n"))
  }

  private func label(_ finding: Diagnostic) -> StyledText {
    StyledText(
      "\(finding.severity.rawValue)[\(finding.rule)]", .severity(finding.severity),
      uri: report.rulePage(finding.rule) ?? finding.url)
  }

  private mutating func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int = 4) {
    output += (isFull ? layout.line(text) + "\n" : layout.paragraph(text, indent: indent, hanging: hanging)).utf8
  }
}

// MARK: - Many places

extension TextReporter {
  private static let mostShown = 10
  private static let firstShown = 5

  private mutating func write(many group: [Diagnostic], like first: Diagnostic) {
    paragraph(label(first) + StyledText(" in \(group.count) places", .strong))
    let shown = report.showsAll || group.count <= Self.mostShown ? group[...] : group.prefix(Self.firstShown)
    for finding in shown {
      let place = "\(finding.file):\(finding.range.start.description)"
      paragraph("\(place, .quiet)  \(finding.message)", indent: 2, hanging: 2)
      for note in finding.notes {
        paragraph("note at \(note.range.start.description): \(note.message)", indent: 4, hanging: 2)
      }
    }
    let rest = group.dropFirst(shown.count)
    if !rest.isEmpty {
      let files = ReportTotals.count(Set(rest.map { $0.file }).count, "file")
      paragraph("… and \(rest.count) more in \(files); `--all` shows them", indent: 2)
    }
  }
}

// MARK: - One place

extension TextReporter {
  private func gutter(of finding: Diagnostic) -> Int {
    let lines = [finding.range.start.line] + finding.notes.map { $0.range.start.line }
    return String(lines.max() ?? 1).count
  }

  private mutating func write(_ finding: Diagnostic, gutter: Int) {
    paragraph("\(label(finding))\(": " + finding.message, .strong)")
    snippet(finding.range, in: finding.file, gutter: gutter, look: .severity(finding.severity))
    for note in finding.notes {
      paragraph("\("note", .strong): \(note.message)")
      snippet(note.range, in: finding.file, gutter: gutter, look: .quiet)
    }
  }

  /// The place, and the source line below it with carets under what is meant.
  private mutating func snippet(_ range: SourceRange, in path: String, gutter: Int, look: StyledText.Look) {
    let padding = String(repeating: " ", count: gutter)
    line("\(padding)\("-->", .quiet) \(path):\(range.start.description)")
    let columns = isFull && layout.terminalColumns == nil ? Self.fullColumns : layout.columns - gutter - Self.margin
    guard let excerpt = files[path].flatMap({ SourceExcerpt(of: range, in: $0, width: columns) }) else { return }
    let number = String(range.start.line)
    let bar = StyledText("|", .quiet)
    if isFull { line("\(padding) \(bar)") }
    let before = String(repeating: " ", count: gutter - number.count)
    line("\(before)\(number, .quiet) \(bar)\(excerpt.text.isEmpty ? "" : " " + excerpt.text)")
    let indentation = String(repeating: " ", count: excerpt.indentation)
    line("\(padding) \(bar) \(indentation)\(excerpt.carets, look)\(excerpt.continuation)")
  }

  /// What stands between a line's number and its text.
  private static let margin = " | ".utf8.count
  private static let fullColumns = 120

  private mutating func line(_ text: StyledText) {
    output += layout.line(text).utf8
    output.append(UInt8(ascii: "\n"))
  }
}
