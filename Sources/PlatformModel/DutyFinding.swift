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

  package init(_ duty: Duty, _ standing: Standing, _ reason: String, because: String? = nil) {
    self.duty = duty
    self.standing = standing
    self.reason = reason
    self.because = because
  }
}
