/// How often each rule fired, most often first: what `--statistics` prints.
package enum Statistics {
  /// A table with a line for each rule that fired: how often, how many of these have a fix, and what it catches. Empty
  /// when none did.
  package static func table(_ diagnostics: [Diagnostic], rules: [RuleSummary]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let summaries = Dictionary(keepingFirst: rules.map { ($0.id, $0.summary) })
    let groups = Dictionary(grouping: diagnostics, by: { $0.rule })
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var rows = [["count", "rule", "severity", "fixable", "summary"]]
    for (rule, findings) in groups {
      let severity = findings.map { $0.severity }.max() ?? .info
      let fixable = findings.count { $0.fix != nil }
      rows.append([
        String(findings.count), VisibleText.of(rule), severity.rawValue, String(fixable),
        VisibleText.of(summaries[rule] ?? ""),
      ])
    }
    return aligned(rows)
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<4).map { column in rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, width) in widths.enumerated() {
        let padding = String(repeating: " ", count: width - TextWidth.columns(of: row[column]))
        line += (column == 0 || column == 3 ? padding + row[column] : row[column] + padding) + "  "
      }
      line += row[4]
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
