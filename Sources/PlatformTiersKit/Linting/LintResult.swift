package import Diagnostics

/// What a run found and did, before any of it is printed or written.
package struct LintResult: Sendable {
  /// A document with its fixes made.
  package struct FixedDocument: Sendable {
    package var source: DocumentSource
    package var original: [UInt8]
    package var fixed: [UInt8]
    /// How many fixes were made.
    package var fixCount: Int
  }

  /// What is left to find, in all files.
  package var diagnostics: [Diagnostic] = []
  /// The documents as they are after fixing, and configuration files with findings.
  package var files: [SourceFile] = []
  /// What could not be read or understood; the rest was linted.
  package var failures: [RunFailure] = []
  /// Every document that was linted for fixing, changed or not.
  package var fixedDocuments: [FixedDocument] = []
  /// How many findings there were before fixing.
  package var findingCount = 0
  /// How many of the documents list no platforms by their policy.
  package var markupOnly = 0
  /// How many entries of the baseline fit nothing in the files that were linted.
  package var staleBaselineEntries = 0

  package init() {}

  package func exitStatus(strict: Bool) -> ExitStatus {
    guard failures.isEmpty else { return .cannotRun }
    let counts: Severity = strict ? .warning : .error
    return diagnostics.contains { $0.severity >= counts } ? .findings : .success
  }
}
