import Diagnostics
import Policy

/// What a rule about a change looks at.
package struct ReviewContext: Sendable {
  let base: PolicyState
  let head: PolicyState
  let today: CalendarDate
  /// What became of each platform; empty where there was no policy before, since then nothing has moved.
  let changes: [ReviewedChange]
  /// What became of the tiers and their duties.
  let policyMoves: [ReviewedMove]
  /// By which the change is judged: the base's, with what only the head's has.
  let policy: Policy
}

/// What a rule says of a change.
package struct ReviewReport: Sendable {
  var message: String
  var spot: Location
  var help: String?
  var notes: [Diagnostic.Note] = []
  /// The platform or tier.
  var subject: String?
  /// The rule of `lint` that would say it had it seen the base; nil: the rule that reports.
  var rule: Rule?
  /// For what is known to be missing evidence only.
  var severity: Severity?
  /// The rules of `lint` that would say the same of the same row or file.
  var replaces: Set<String> = []
  /// Where they would; nil: at the spot.
  var replacedRange: SourceRange?

  init(_ message: String, at spot: Location, help: String? = nil) {
    self.message = message
    self.spot = spot
    self.help = help
  }
}
