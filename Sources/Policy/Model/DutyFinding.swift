/// Whether a platform meets one thing that a tier asks for.
package struct DutyFinding: Hashable, Sendable {
  package enum Duty: String, CaseIterable, Sendable {
    case ci
    case blocking = "blocks-release"
    case contacts
    /// The contacts have agreed to be listed.
    case acknowledgement
    case wheels
    /// Released wheels come to the index by trusted publishing.
    case publishing
    /// Released wheels are built where anybody can see it.
    case publicBuild = "public-build"
    /// Enough users for released wheels.
    case demand
    /// Contacts who are paid have said so, where wheels are released.
    case employment
    /// What the tier needs of others: CPython, and for released wheels the index, cibuildwheel, manylinux and a BLAS.
    case prerequisites
  }

  package enum Standing: String, CaseIterable, Sendable {
    case met
    case unmet
    /// The registry does not say; it is never taken for a yes.
    case unknown
  }

  package var duty: Duty
  package var standing: Standing
  /// What the standing follows from, in words. Quotes the registry, whose text is untrusted.
  package var reason: String
  /// The sentence of the policy, where it has one for this duty.
  package var because: String?
  /// What evidence shows of the same; nil where none was given.
  package var evidence: DutyEvidence?

  package init(_ duty: Duty, _ standing: Standing, _ reason: String, because: String? = nil) {
    self.duty = duty
    self.standing = standing
    self.reason = reason
    self.because = because
  }
}

/// What evidence shows of a duty: an index's listing, workflows, figures of usage.
package struct DutyEvidence: Hashable, Sendable {
  package var standing: DutyFinding.Standing
  /// What the standing follows from, in words. Quotes evidence, whose text is untrusted.
  package var reason: String

  package init(_ standing: DutyFinding.Standing, _ reason: String) {
    self.standing = standing
    self.reason = reason
  }
}

extension DutyFinding {
  /// How an audit takes it: evidence decides. Without evidence the record is enough where nothing else could tell, as for
  /// who is a contact, and a figure with its source; what the registry merely says of CI and wheels is unknown.
  package var audited: Standing {
    if let evidence { return evidence.standing }
    switch duty {
    case .contacts, .acknowledgement, .employment, .demand, .prerequisites: return standing
    case .ci, .blocking, .wheels, .publishing, .publicBuild: return standing == .unmet ? .unmet : .unknown
    }
  }
}
