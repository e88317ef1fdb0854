package import Diagnostics

/// What can be wrong with a file of ours, whatever it describes. Each is a rule of the family `registry`, and an error.
package enum FileFault: String, CaseIterable, Sendable {
  /// The file is not YAML, or more than one document.
  case invalidYAML = "invalid-yaml"
  /// A character in a value that nobody sees.
  case controlCharacter = "control-character"
  /// An alias or a merge key: values are written out in these files.
  case yamlAlias = "yaml-alias"
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  /// A list where text is asked for, and the like.
  case wrongType = "wrong-type"
  /// Of the right type, and not one of the values that the field has.
  case invalidValue = "invalid-value"
  /// A move that is dated before the one above it.
  case unorderedMoves = "unordered-moves"
  /// A move to what is neither a tier nor an unsupported list of the policy.
  case unknownPlace = "unknown-place"
  /// A contact who is not among the people.
  case unknownPerson = "unknown-person"
  /// Two ids with the same handle.
  case duplicatePerson = "duplicate-person"
  /// Two files for one platform.
  case duplicatePlatformFile = "duplicate-platform-file"
  /// A file that cannot be read, or is larger than anybody writes.
  case unreadableFile = "unreadable-file"

  /// The rule's id.
  package var rule: String { rawValue }

  package func diagnostic(
    _ message: String, in file: SourceFile, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .error, message: message, file: file.path, range: range, notes: notes, help: help)
  }
}

/// The faults found so far in one file. Readers add to it and go on, so that one run shows all of them.
package final class FaultLog {
  package let file: SourceFile
  package private(set) var diagnostics: [Diagnostic] = []

  package init(file: SourceFile) {
    self.file = file
  }

  package func report(
    _ fault: FileFault, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(fault.diagnostic(message, in: file, at: range, notes: notes, help: help))
  }

  func add(_ found: [Diagnostic]) { diagnostics += found }
}
