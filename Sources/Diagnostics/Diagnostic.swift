/// How much a finding matters. It belongs to the rule, never to the mood of the check that found it.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case info
  case warning
  case error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One finding in one file.
///
/// Its texts may quote the file, so they are untrusted: a reporter escapes them for where they go.
package struct Diagnostic: Hashable, Sendable {
  /// Another place that belongs to the finding.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// The rule's id, in kebab-case.
  package var rule: String
  package var severity: Severity
  /// What is wrong and what to do: lower-case start, no final full stop, the reader's text in `'…'`.
  package var message: String
  package var file: String
  package var range: SourceRange
  package var notes: [Note]
  /// What to type, or why the policy cares; a line of its own in reports.
  package var help: String?
  package var fix: Fix?
  /// Where the policy says so.
  package var url: String?

  package init(
    rule: String, severity: Severity, message: String, file: String, range: SourceRange, notes: [Note] = [],
    help: String? = nil, fix: Fix? = nil, url: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.file = file
    self.range = range
    self.notes = notes
    self.help = help
    self.fix = fix
    self.url = url
  }
}

extension Diagnostic {
  /// The order of a report: by file, place, and then the rule's id, so that equal input gives equal output.
  package static func reportOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.range.start != right.range.start { return left.range.start < right.range.start }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}
