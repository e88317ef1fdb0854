/// How often each rule fired, most often first: what `--statistics` prints.
package enum Statistics {
  /// A table with a line for each rule that fired: how often, how many of these have a fix, and what it catches. Empty
  /// when none did.
  package static func table(_ diagnostics: [Diagnostic], rules: [RuleSummary], _ layout: Layout) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let summaries = Dictionary(keepingFirst: rules.map { ($0.id, $0.summary) })
    let groups = Dictionary(grouping: diagnostics, by: { $0.rule })
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let rows = groups.map { rule, findings in
      let severity = findings.map { $0.severity }.max() ?? .info
      return [
        right(findings.count, "count"), StyledText(rule, .severity(severity)), StyledText(severity.rawValue),
        right(findings.count { $0.fix != nil }, "fixable"), StyledText(summaries[rule] ?? ""),
      ]
    }
    return layout.table([["count", "rule", "severity", "fixable", "summary"]] + rows)
  }

  /// A number that ends where its column's title does.
  private static func right(_ number: Int, _ title: String) -> StyledText {
    StyledText(Layout.blanks(title.utf8.count - String(number).utf8.count) + String(number))
  }
}
