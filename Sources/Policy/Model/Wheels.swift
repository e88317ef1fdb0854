/// The wheels of a platform: how their names end, and what builds them.
package struct Wheels: Hashable, Sendable {
  /// How files come to the index.
  package enum Publishing: String, CaseIterable, Sendable {
    /// By a workflow that the index trusts (PyPI's trusted publishing).
    case trusted
    /// By a token that somebody keeps.
    case token
  }

  /// Patterns of compatibility tags, `PYTHON-ABI-PLATFORM`, in which `*` is any text: `*-*-win32`.
  package var tags: [String]
  /// The jobs that build the wheels which are released. Empty: none.
  package var jobs: [CIJob]
  package var publishing: Known<Publishing>
  /// Whether anybody can see them being built.
  package var isPublicBuild: Known<Bool>
  /// The last release with wheels, for a platform that has none any more.
  package var lastRelease: ReleaseVersion?

  package init(
    tags: [String] = [], jobs: [CIJob] = [], publishing: Known<Publishing> = .unknown,
    isPublicBuild: Known<Bool> = .unknown, lastRelease: ReleaseVersion? = nil
  ) {
    self.tags = tags
    self.jobs = jobs
    self.publishing = publishing
    self.isPublicBuild = isPublicBuild
    self.lastRelease = lastRelease
  }
}
