package import Diagnostics

/// What a change does to the promise, and what it has to bring and to mend.
package struct Review: Sendable {
  package var moves: [ReviewedMove]
  /// In report order.
  package var findings: [ReviewedFinding]

  package init(moves: [ReviewedMove] = [], findings: [ReviewedFinding] = []) {
    self.moves = moves
    self.findings = findings
  }

  /// What the change has to answer for, with the severities that count.
  package var diagnostics: [Diagnostic] { findings.filter { $0.standing != .old }.map { $0.diagnostic } }

  /// What the head says of tiers and lists that it has not: they were not compared.
  package var unreadTiers: [Diagnostic] { findings.map { $0.diagnostic }.filter { $0.rule == Rule.missingTier.id } }
  /// Whether a move lacks what the policy asks of it; the rules that say so may not be chosen.
  package var lacksEvidence: Bool { moves.contains { move in move.requirements.contains { $0.answer == .missing } } }

  /// Counts them as errors, though they were missing before.
  package mutating func countUnreadTiers() {
    for index in findings.indices where findings[index].diagnostic.rule == Rule.missingTier.id {
      findings[index].diagnostic.severity = Rule.missingTier.severity
      findings[index].standing = .new
    }
  }

  /// What was there before.
  package var oldDiagnostics: [Diagnostic] { findings.filter { $0.standing == .old }.map { $0.diagnostic } }
}

/// A finding of a review.
package struct ReviewedFinding: Hashable, Sendable {
  /// How it stands to the change.
  package enum Standing: String, CaseIterable, Sendable {
    /// A move asks for something that is not there; a rule of family `review`.
    case asked
    /// `lint` reports it in the head and not in the base, or on a row that the change touches.
    case new
    /// `lint` reports it in both, on a row that the change does not touch.
    case old
  }

  /// Its severity is the one that counts: on a row that the change touches a warning counts as an error, and what was
  /// there before as a warning at most.
  package var diagnostic: Diagnostic
  package var standing: Standing
  /// The platform or tier that it is about, where it is about one.
  package var subject: String?

  package init(_ diagnostic: Diagnostic, _ standing: Standing, subject: String? = nil) {
    self.diagnostic = diagnostic
    self.standing = standing
    self.subject = subject
  }
}
