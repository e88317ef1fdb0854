package import Diagnostics
package import Documents
package import Policy

/// One thing that a change does to what the policy promises.
package struct ReviewedMove: Hashable, Sendable {
  /// The raw value is what `--format json` calls it.
  package enum Kind: String, CaseIterable, Sendable {
    /// Listed now, and nowhere before.
    case added
    /// Into a tier from a lower one, or from a list of unsupported platforms.
    case promoted
    /// Into a lower tier, or out of all tiers into a list of unsupported platforms. From one such list into another
    /// counts as a demotion where the platform is no longer of known interest, else as a promotion.
    case demoted
    /// Listed before, and nowhere now.
    case removed
    case renamed
    case wheelsGained = "wheels-gained"
    case wheelsDropped = "wheels-dropped"
    case contactsChanged = "contacts-changed"
    case noteChanged = "note-changed"
    /// Another column of the tables says something else of it.
    case columnChanged = "column-changed"
    case ciChanged = "ci-changed"
    /// Below another heading, or in another table, of its tier's section.
    case regrouped
    case dutyAdded = "duty-added"
    case dutyRemoved = "duty-removed"
    case tierAdded = "tier-added"
    case tierRemoved = "tier-removed"
    /// The change adds a suppression, or what the configuration leaves out.
    case waived
  }

  /// What a column said and says, as plain texts; empty where it said nothing.
  package struct ColumnChange: Hashable, Sendable {
    package enum Direction: Hashable, Sendable {
      /// More is asked of a system than before, or less.
      case raised
      case lowered
    }

    package var title: String
    package var old: String
    package var new: String
    /// Of two versions; nil where the column has none, or they cannot be compared.
    package var direction: Direction?

    package init(title: String, old: String, new: String, direction: Direction? = nil) {
      self.title = title
      self.old = old
      self.new = new
      self.direction = direction
    }
  }

  /// What changed besides the place.
  package struct Details: Hashable, Sendable {
    /// The name that it had, where it has another.
    package var formerName: String?
    package var contactsAdded: [String] = []
    package var contactsRemoved: [String] = []
    /// Plain text; empty where there was none.
    package var oldNote: String?
    package var newNote: String?
    package var column: ColumnChange?
    /// What was added to or taken from a tier's duties, or the CI jobs that changed, each in a few words.
    package var changes: [String] = []

    package init() {}
  }

  package var kind: Kind
  /// The platform's name, or the tier's for what happens to a tier; as the head writes it where that has it.
  package var subject: String
  /// The ids of tiers or unsupported lists; nil where it stood or stands nowhere.
  package var from: String?
  package var to: String?
  /// Of the documents; the first one's where several say the same.
  package var base: Location?
  package var head: Location?
  /// Of the registry.
  package var registryBase: Location?
  package var registryHead: Location?
  /// Why the platform of the one revision is that of the other; nil where it is in one only, or the move is about a tier.
  package var match: Matching.Reason?
  package var details = Details()
  /// What the policy asks of the move, and whether the change brings it.
  package var requirements: [Requirement] = []

  package init(_ kind: Kind, _ subject: String, from: String? = nil, to: String? = nil, match: Matching.Reason? = nil) {
    self.kind = kind
    self.subject = subject
    self.from = from
    self.to = to
    self.match = match
  }

  /// Where a report points to: in the head where that has it, in a document rather than in the registry.
  package var location: Location? { head ?? registryHead ?? base ?? registryBase }
}

/// One thing that the policy asks of a move.
package struct Requirement: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    /// Where it was found, or what says it: untrusted text.
    case found(String)
    case missing
  }

  package var evidence: MoveDemand.Evidence
  /// The sentence of the policy, in our words.
  package var because: String
  package var answer: Answer

  package init(_ evidence: MoveDemand.Evidence, because: String, answer: Answer) {
    self.evidence = evidence
    self.because = because
    self.answer = answer
  }
}
