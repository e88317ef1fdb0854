package import Diagnostics

/// One thing that a policy's document or a registry can get wrong.
///
/// A rule is one file: where the policy asks for it, its examples, its check, and its messages. The examples are its
/// tests, what `explain` prints and its page in `docs/rules/`. What a rule looks at is said by the protocol that it
/// conforms to; one that conforms to this alone is found by whoever reads the file.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
  /// What the rule looks at; each kind of rule has it from its protocol.
  static var subject: RuleSubject { get }
  /// What the rule reports of files in place of an example's, one for each and in the same order. A rule whose findings
  /// are made in a target above this one has its own.
  static func findings(in example: RuleExample, sources: [SourceFile]) -> [Diagnostic]
}

/// What a rule looks at, with the rule as what can look at it.
///
/// Casts between protocols would say the same, and cost more at each start than most rules do.
package enum RuleSubject: Sendable {
  case document(any DocumentRule.Type)
  case platform(any PlatformRule.Type)
  case evidence(any EvidenceRule.Type)
  /// A file of the registry or the configuration: whoever reads it reports what is wrong.
  case file
}

extension Rule {
  package static var subject: RuleSubject { .file }
}

extension DocumentRule {
  package static var subject: RuleSubject { .document(Self.self) }
}

extension PlatformRule {
  package static var subject: RuleSubject { .platform(Self.self) }
}

extension EvidenceRule {
  package static var subject: RuleSubject { .evidence(Self.self) }
}

/// A rule about one document.
package protocol DocumentRule: Rule {
  /// Says what is wrong; position and wording only, the runner adds id, severity, file and suppression.
  static func check(_ context: RuleContext, report: (Finding) -> Void)
}

/// A rule about one platform of a registry.
package protocol PlatformRule: Rule {
  /// Says what is wrong in the platform's file; the runner adds id, severity and file.
  static func check(_ context: PlatformContext, report: (Finding) -> Void)
}

/// A rule that holds evidence (an index's listing, workflows, figures of usage) against what a registry promises.
///
/// Evidence is read by a target above this one, so whoever has such a rule also runs its examples.
package protocol EvidenceRule: Rule {
  /// What all rules about evidence find in an example's files: a registry, and evidence beside it.
  static func findings(inExample files: [SourceFile]) -> [Diagnostic]
}

/// A rule that holds a document against the registry that its project keeps.
package protocol AgreementRule: DocumentRule {
  /// Says what is wrong in the document, which the registry has right.
  static func check(_ agreement: Agreement, report: (Finding) -> Void)
}

extension AgreementRule {
  package static func check(_ context: RuleContext, report: (Finding) -> Void) {
    if let agreement = context.agreement { check(agreement, report: report) }
  }
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
    flagged: @autoclosure @escaping @Sendable () -> [RuleExample]
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.fix = fix
    makeAccepted = accepted
    makeFlagged = flagged
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
