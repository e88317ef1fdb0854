import Checks
import Diagnostics
import Documents
import PlatformTiersKit
import Policy

extension Subject {
  static let rstFixes = Subject(name: "rst-fixes") { FixedDocument($0, "fuzz.rst", .restructuredText).violations }
  static let markdownFixes = Subject(name: "markdown-fixes") { FixedDocument($0, "fuzz.md", .markdown).violations }
}

/// A document that is linted and mended, as `lint --fix` does.
private struct FixedDocument {
  private let format: DocumentFormat
  private let original: SourceFile

  init(_ bytes: [UInt8], _ path: String, _ format: DocumentFormat) {
    self.format = format
    original = SourceFile(path: path, bytes: bytes)
  }

  var violations: [String] {
    let fixed = mended(original)
    let again = mended(fixed.file)
    var violations: [String] = []
    if again.fixed > 0 {
      let rules = again.rules.joined(separator: ", ")
      violations.append("\(again.fixed) fixes are made in a document that was mended before: \(rules)")
    }
    let (before, after) = (rowCount(original), rowCount(fixed.file))
    if after < before {
      violations.append("of \(before) rows \(after) are read after mending by \(fixed.rules.joined(separator: ", "))")
    }
    return violations
  }

  private func mended(_ file: SourceFile) -> (file: SourceFile, fixed: Int, rules: [String]) {
    let found = diagnostics(of: file)
    let fixer = DocumentFixer(file, diagnostics: found) { diagnostics(of: $0) }
    return (fixer.file, fixer.fixed, found.filter { $0.fix?.safety == .safe }.map(\.rule))
  }

  private func diagnostics(of file: SourceFile) -> [Diagnostic] {
    let read = LocatedDocument(file, as: format, policy: .nep57)
    let context = RuleContext(
      file: file, document: read.document, policy: .nep57, located: read.located, today: .fuzzed)
    return RuleRunner.diagnostics(for: context, rules: AllRules.linting)
  }

  /// As published. A second delimiter row, which is a row to GFM and has no word in it, may go.
  private func rowCount(_ file: SourceFile) -> Int {
    DocumentReader.read(file, as: format).tables.reduce(0) { sum, table in
      sum + table.rows.count { row in row.contains { $0.text.contains { $0.isLetter || $0.isNumber } } }
    }
  }
}

extension CalendarDate {
  /// Some day, always the same.
  static let fuzzed: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 6, day: 1) else { preconditionFailure("June has a first day") }
    return day
  }()
}
