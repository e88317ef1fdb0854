import Diagnostics

/// Writes what was generated, or shows it.
package struct GenerationOutput {
  package enum Mode: Sendable {
    /// To the files; standard input goes to standard output.
    case written
    /// As a diff.
    case shown
    /// As a diff, which is a finding.
    case checked
  }

  package var mode = Mode.written
  private let result: GenerationResult

  package init(_ result: GenerationResult) {
    self.result = result
  }

  /// - Throws: when standard output cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    let changed = result.documents.filter { $0.generated.bytes != $0.file.bytes }
    var count = changed.count
    switch mode {
    case .written: count = try writeFiles()
    case .shown, .checked:
      let diffs = changed.map { UnifiedDiff.compare($0.file.bytes, $0.generated.bytes, path: $0.source.path) }
      try DiffOutput.write(Array(diffs.joined()))
    }
    let isComplete = try report()
    let verb = mode == .written ? "changed" : "would change"
    let total = result.documents.count
    ErrorOutput.note("\(verb) \(count) of \(total) document\(total == 1 ? "" : "s")")
    if count < changed.count || !result.failures.isEmpty { return .cannotRun }
    return !isComplete || mode == .checked && !changed.isEmpty ? .findings : .success
  }

  /// - Returns: how many documents are changed now.
  private func writeFiles() throws(RunFailure) -> Int {
    var count = 0
    for document in result.documents {
      let bytes = document.generated.bytes
      let isChanged = bytes != document.file.bytes
      if document.source.isStandardInput {
        try StandardStream.output.write(exactly: bytes)
      } else if isChanged {
        do throws(RunFailure) {
          try AtomicFile.write(bytes, to: document.source.path)
        } catch {
          ErrorOutput.write(error)
          continue
        }
      }
      if isChanged { count += 1 }
    }
    return count
  }

  /// Says what was not generated.
  ///
  /// - Returns: whether there is nothing to say.
  private func report() throws(RunFailure) -> Bool {
    let refused = result.documents.flatMap { $0.generated.refused }
    guard !refused.isEmpty else { return true }
    let report = Report(
      diagnostics: refused, files: result.documents.map { $0.file }, toolVersion: ToolVersion.text)
    try StandardStream.error.write(Reporter.render(report, as: .text, color: ColorChoice.auto.isOn(for: .error)))
    return false
  }
}
