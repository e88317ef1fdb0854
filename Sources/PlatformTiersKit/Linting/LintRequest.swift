package import Policy

/// How a project is linted.
package struct LintRequest: Sendable {
  package var rules = RuleChoice()
  package var today: CalendarDate
  /// Whether the project's registries are linted; documents are held against them in any case.
  package var lintsRegistries = true
  /// A file of findings to leave out.
  package var baseline: String?
  /// Whether findings are mended.
  package var fixes = false
  /// Whether documents are compared with what `generate` would write.
  package var checksGeneration = false

  package init(today: CalendarDate) {
    self.today = today
  }
}
