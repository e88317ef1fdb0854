/// A document's linter, and the configuration that excuses some of its findings.
struct ConfiguredLinter: Sendable {
  var linter: DocumentLinter
  var configuration: LoadedConfiguration?
  /// The document's path from the configuration's folder.
  var path: String
}
