package import Diagnostics
package import PolicyDocuments

/// A check of one thing that a policy's document can get wrong.
///
/// A rule is one file: where the policy asks for it, its examples, its check, and its messages. The examples are its
/// tests, what `explain` prints and its page in `docs/rules/`.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
  /// Says what is wrong; position and wording only, the runner adds id, severity, file and suppression.
  static func check(_ context: RuleContext, report: (Finding) -> Void)
}

/// What a rule says of a place. The runner makes it a diagnostic.
package struct Finding: Sendable {
  package var message: String
  package var range: SourceRange
  package var notes: [Diagnostic.Note] = []
  package var help: String?
  package var fix: Fix?
  /// For the few rules whose severity depends on where they fire; nil: the rule's own.
  package var severity: Severity?

  package init(
    _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil, fix: Fix? = nil,
    severity: Severity? = nil
  ) {
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
    self.fix = fix
    self.severity = severity
  }
}

/// A rule's family, which is a selector as well.
package enum RuleFamily: String, CaseIterable, Sendable {
  case document
  case rows
}

/// What is known of a rule without running it.
package struct RuleDescription: Sendable {
  package var id: String
  package var family: RuleFamily
  package var severity: Severity
  /// One line: what it catches.
  package var summary: String
  /// Why the policy or its readers care, with the sentence of the policy it comes from in our words.
  package var rationale: String
  /// How to mend it.
  package var remedy: String
  /// Whether its findings come with a fix.
  package var fix: FixAvailability
  /// Documents that it accepts.
  package var accepted: [RuleExample]
  /// Documents that it flags, with `↓` right before each flagged place.
  package var flagged: [RuleExample]

  package init(
    id: String, family: RuleFamily, severity: Severity, summary: String, rationale: String, remedy: String,
    fix: FixAvailability = .none, accepted: [RuleExample], flagged: [RuleExample]
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.fix = fix
    self.accepted = accepted
    self.flagged = flagged
  }
}

/// Whether a rule's findings come with a fix.
package enum FixAvailability: String, CaseIterable, Sendable {
  case none
  /// `--fix` applies it.
  case safe
  /// Applied only when unsafe fixes are asked for.
  case unsafe
}

/// A small document that shows a rule.
package struct RuleExample: Sendable {
  package var format: DocumentFormat
  package var text: String
  /// The name the document has, where that matters to the rule.
  package var fileName: String?

  package static func rst(_ text: String, fileName: String? = nil) -> RuleExample {
    RuleExample(format: .restructuredText, text: text, fileName: fileName)
  }

  package static func markdown(_ text: String, fileName: String? = nil) -> RuleExample {
    RuleExample(format: .markdown, text: text, fileName: fileName)
  }
}
