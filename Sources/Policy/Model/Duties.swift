/// What a tier demands of a platform, each duty with the policy's reason in our words.
package struct Duties: Hashable, Sendable {
  package var ci: CIDuty?
  package var wheels: WheelDuty
  package var blocking: BlockingDuty
  package var contacts: ContactDuty
  /// What no machine can tell, in the order of the policy.
  package var stated: [StatedDuty]

  package init(
    ci: CIDuty?, wheels: WheelDuty, blocking: BlockingDuty, contacts: ContactDuty, stated: [StatedDuty] = []
  ) {
    self.ci = ci
    self.wheels = wheels
    self.blocking = blocking
    self.contacts = contacts
    self.stated = stated
  }
}

/// A duty that the policy states in words alone, and that is kept where a link shows it.
package struct StatedDuty: Hashable, Sendable {
  /// As platforms' files and reports name it: `security-fixes`.
  package var id: String
  /// The sentence of the policy, in our words: `security fixes are released within a month`.
  package var because: String
}

/// Who runs a CI job's machine.
package enum Hosting: String, CaseIterable, Sendable {
  case github
  /// Another well-integrated service, accepted by exception.
  case otherService = "other-service"
  case selfHosted = "self-hosted"
}

/// What a tier asks of CI: whose machines run the jobs of its platforms.
package struct CIDuty: Hashable, Sendable {
  package var accepted: [Hosting]
  /// Accepted with a decision of the council only.
  package var byException: [Hosting]
  /// The sentence of the policy, in our words, for help lines: `Tier 1 needs regular CI on GitHub`.
  package var because: String

  package init(accepted: [Hosting], byException: [Hosting] = [], because: String) {
    self.accepted = accepted
    self.byException = byException
    self.because = because
  }
}

/// What a tier says of wheels on the index.
package struct WheelDuty: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case released
    /// The policy promises that there are none.
    case none
    /// The policy says nothing about wheels.
    case unstated
  }

  package var kind: Kind
  package var because: String

  package init(_ kind: Kind, because: String) {
    self.kind = kind
    self.because = because
  }
}

/// Whether a failure on a platform of the tier holds a release back.
package struct BlockingDuty: Hashable, Sendable {
  package enum Cause: String, CaseIterable, Sendable {
    case ci
    case wheelBuild = "wheel-build"
  }

  /// Whose failures hold a release back; empty when nothing does.
  package var causes: [Cause]
  package var because: String

  package init(_ causes: [Cause], because: String) {
    self.causes = causes
    self.because = because
  }
}

/// In what capacity a person is a contact.
package enum ContactRole: String, CaseIterable, Sendable {
  case maintainer
  /// A regular contributor whom the maintainers trust.
  case contributor
}

/// Who answers for a platform of the tier.
package struct ContactDuty: Hashable, Sendable {
  /// How many contacts a row names at the least; 0 where none is asked for.
  package var minimum: Int
  /// Which roles count.
  package var roles: [ContactRole]
  /// All maintainers are responsible together, so a row names nobody.
  package var isShared: Bool
  package var because: String

  package init(minimum: Int, roles: [ContactRole] = ContactRole.allCases, isShared: Bool = false, because: String) {
    self.minimum = minimum
    self.roles = roles
    self.isShared = isShared
    self.because = because
  }
}

/// What a kind of move asks for.
package struct MoveDemand: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Into a tier from a lower one, or out of a list of unsupported platforms into a tier that releases wheels.
    case promotion
    /// Into a lower tier.
    case demotion
    /// Of an unsupported platform into a tier.
    case addition
    /// Out of all tiers.
    case removal
    /// Of a platform that no tier had: what it has to bring besides the decision.
    case newEntry = "new-entry"
    /// Of somebody as a contact for a platform.
    case contact
    /// Out of the tiers that release wheels.
    case droppedWheels = "dropped-wheels"
  }

  package enum Evidence: String, CaseIterable, Sendable {
    case mailingList = "mailing-list"
    case pullRequest = "pull-request"
    case council
    case announcement
    /// The contact has agreed to be listed.
    case acknowledgement
    /// A job that tests the platform as its tier asks.
    case ci
    /// Contacts in the number and roles that the tier asks for.
    case contacts
    /// The first release that the move applies to.
    case release
    /// A note that says what becomes of the wheels.
    case note
    /// A row in a list of unsupported platforms.
    case unsupportedListing = "unsupported-listing"
  }

  package var kind: Kind
  /// Only moves into, or for demotions and removals out of, a tier that releases wheels; `droppedWheels` always is one.
  package var onlyWithWheels: Bool
  package var evidence: [Evidence]
  package var because: String

  package init(kind: Kind, onlyWithWheels: Bool = false, evidence: [Evidence], because: String) {
    self.kind = kind
    self.onlyWithWheels = onlyWithWheels
    self.evidence = evidence
    self.because = because
  }
}
