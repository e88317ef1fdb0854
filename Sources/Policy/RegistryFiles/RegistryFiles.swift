package import Diagnostics

/// The files of a registry, and what each is.
package struct RegistryFiles: Sendable {
  /// A file that a registry may do without.
  package enum Part: Sendable {
    case absent
    /// It is there, and what it says is not known.
    case unreadable
    case file(SourceFile)
  }

  /// `policy.yaml`; the built-in policy where there is none.
  package var policy: Part
  /// `people.yaml`
  package var people: Part
  /// `platforms/<id>.yaml`
  package var platforms: [SourceFile]

  package init(policy: Part = .absent, people: Part = .absent, platforms: [SourceFile] = []) {
    self.policy = policy
    self.people = people
    self.platforms = platforms
  }
}
