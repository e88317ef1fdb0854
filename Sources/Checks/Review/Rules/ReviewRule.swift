import Diagnostics
import Policy

/// A rule about what a change does, from one revision to another.
package protocol ReviewRule: Rule {
  /// Says what is missing or wrong; the reviewer adds id, severity and suppression.
  static func check(_ context: ReviewContext, report: (ReviewReport) -> Void)
}

/// What a rule about a change looks at.
package struct ReviewContext: Sendable {
  let base: PolicyState
  let head: PolicyState
  let today: CalendarDate
  /// What became of each platform; empty where there was no policy before, since then nothing has moved.
  let changes: [ReviewedChange]
  /// What became of the tiers and their duties.
  let policyMoves: [ReviewedMove]

  var policy: Policy { head.policy }
}

/// What a rule says of a change.
package struct ReviewReport: Sendable {
  var message: String
  var spot: Location
  var help: String?
  var notes: [Diagnostic.Note] = []
  /// The platform or tier.
  var subject: String?
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

/// The rules of family `review`: an explicit list, which a test compares with the folder.
package enum AllReviewRules {
  package static let all: [any ReviewRule.Type] = [
    UndecidedDemotion.self,
    UndecidedPromotion.self,
    IncompleteAddition.self,
    VanishedPlatform.self,
    LingeringEntry.self,
    DroppedWheels.self,
    UnacknowledgedContact.self,
    LastContactRemoved.self,
    MissedAnnouncement.self,
    WeakenedPolicy.self,
    OneSidedMove.self,
  ]
}
