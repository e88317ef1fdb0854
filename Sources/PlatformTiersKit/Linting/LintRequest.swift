package import Documents
package import Policy

/// What a run is asked to do; names and paths as they were given.
package struct LintRequest: Sendable {
  /// Where configuration comes from.
  package enum ConfigurationChoice: Hashable, Sendable {
    /// For each document the nearest one above it.
    case nearest
    case file(String)
    case none
  }

  /// Where the documents, the configuration and the registry are read.
  package var files: any FileTree = DiskFiles()
  /// Files, folders and `-`; when empty, the documents that the configuration lists.
  package var arguments: [String] = []
  package var standardInputName: String?
  /// Nil: by the ending of each name.
  package var format: DocumentFormat?
  /// Rules and families; when empty, what the configuration selects.
  package var select: [String] = []
  /// Rules and families, besides those that the configuration ignores.
  package var ignore: [String] = []
  /// `nep57` or a file; nil: what the configuration says.
  package var policy: String?
  /// The folder of a registry; nil: what the configuration says.
  package var registry: String?
  package var today: CalendarDate
  package var configuration = ConfigurationChoice.nearest
  /// Whether no other documents are linted than the arguments, even where there are none: then a registry that the
  /// configuration names is linted alone.
  package var onlyArguments = false
  /// Whether documents and a registry that the configuration names may be missing, as in a revision that is older than
  /// they are.
  package var mayLackFiles = false
  package var baseline: String?
  /// Whether findings are mended.
  package var fixes = false
  /// Whether documents are compared with what `generate` would write.
  package var checksGeneration = false

  package init(today: CalendarDate) {
    self.today = today
  }
}
