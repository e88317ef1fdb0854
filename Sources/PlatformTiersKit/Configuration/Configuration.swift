package import Diagnostics

/// What a project asks of the linter, from its `.platform-tiers.yaml`. Paths and patterns are relative to the folder of
/// that file.
package struct Configuration: Hashable, Sendable {
  /// The name of the file, looked for from a document's folder upwards.
  package static let fileName = ".platform-tiers.yaml"

  /// A built-in policy's id, or the path of a policy file. Nil: the registry's, or the built-in `nep57`.
  package var policy: Located<String>?
  /// The folder of the project's registry. Nil: it has none.
  package var registry: Located<String>?
  /// The documents to lint when none is named on the command line.
  package var documents: [Located<Glob>] = []
  /// Rule ids and families. Nil: all rules.
  package var select: [Located<String>]?
  package var ignore: [Located<String>] = []
  package var perFileIgnores: [PerFileIgnore] = []
  package var exemptions: [Exemption] = []

  package init() {}

  /// The same with the choice of rules and the exemptions of another.
  func waiving(_ other: Configuration) -> Configuration {
    var configuration = self
    configuration.select = other.select
    configuration.ignore = other.ignore
    configuration.perFileIgnores = other.perFileIgnores
    configuration.exemptions = other.exemptions
    return configuration
  }

  package struct PerFileIgnore: Hashable, Sendable {
    package var files: Located<Glob>
    /// Rule ids and families.
    package var rules: [Located<String>]
  }

  /// A finding that the project has decided to live with.
  package struct Exemption: Hashable, Sendable {
    /// A rule id or a family.
    package var rule: Located<String>
    /// Nil: in any file.
    package var file: Located<Glob>?
    /// The platform's label as the document has it. Nil: whatever the finding is about.
    package var platform: String?
    package var reason: String
    /// The whole exemption, for the report that it is not needed any more.
    package var range: SourceRange
  }
}
