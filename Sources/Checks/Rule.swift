package import Diagnostics

/// One thing that a policy's document, a registry, a change or evidence can get wrong.
///
/// A rule is one file: where the policy asks for it, its examples, its check, and its messages. The examples are its
/// tests, what `explain` prints and its page in `docs/rules/`.
package struct Rule: Sendable {
  package let id: String
  package let family: RuleFamily
  package let severity: Severity
  /// One line: what it catches.
  package let summary: String
  /// Why the policy or its readers care, with the sentence of the policy it comes from in our words.
  package let rationale: String
  /// How to mend it.
  package let remedy: String
  /// Whether its findings come with a fix.
  package let fix: FixAvailability
  /// What it looks at, and how.
  package let check: RuleCheck
  private let makeAccepted: @Sendable () -> [RuleExample]
  private let makeFlagged: @Sendable () -> [RuleExample]

  /// Documents and registries that it accepts.
  package var accepted: [RuleExample] { makeAccepted() }
  /// Documents and registries that it flags, with `↓` right before each flagged place.
  package var flagged: [RuleExample] { makeFlagged() }

  /// The examples are made when they are asked for: a finding needs its rule's id and severity, and no more.
  package init(
    id: String, family: RuleFamily, severity: Severity, summary: String, rationale: String, remedy: String,
    fix: FixAvailability = .none, accepted: @autoclosure @escaping @Sendable () -> [RuleExample],
    flagged: @autoclosure @escaping @Sendable () -> [RuleExample], check: RuleCheck = .elsewhere
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.fix = fix
    self.check = check
    makeAccepted = accepted
    makeFlagged = flagged
  }
}

/// What a rule looks at, and how. It says what is wrong, position and wording only: whoever runs it adds id, severity,
/// file and suppression.
package enum RuleCheck: Sendable {
  case document(@Sendable (RuleContext, (Finding) -> Void) -> Void)
  /// A document against the registry that its project keeps.
  case agreement(@Sendable (Agreement, (Finding) -> Void) -> Void)
  /// One platform of a registry.
  case platform(@Sendable (PlatformContext, (Finding) -> Void) -> Void)
  /// One platform, and what a release has of its wheels.
  case wheels(@Sendable (WheelContext, (Finding) -> Void) -> Void)
  /// What a change does, from one revision to another.
  case change(@Sendable (ReviewContext, (ReviewReport) -> Void) -> Void)
  /// Whoever reads or writes the file finds it.
  case elsewhere
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
  /// Files of a registry that do not say what they should.
  case registry
  case ci
  case wheels
  /// Where a document and the registry say different things.
  case agreement
  /// What a change does, from one revision to another.
  case review
  /// Where an index, workflows or figures of usage show something else than a tier promises.
  case evidence
}

/// Whether a rule's findings come with a fix.
package enum FixAvailability: String, CaseIterable, Sendable {
  case none
  /// `--fix` applies it.
  case safe
  /// Applied only when unsafe fixes are asked for.
  case unsafe
}
