package import Diagnostics

/// Prints what a run found, and writes what it is to write.
package struct LintOutput {
  /// What becomes of mended documents.
  package enum Fixes: Sendable {
    case none
    /// They are written to their files; standard input goes to standard output.
    case written
    /// They are shown as a diff.
    case shown
  }

  package var format = ReportFormat.text
  package var options = ReportOptions()
  package var showsStatistics = false
  /// Where the findings are written as a baseline.
  package var writtenBaseline: String?
  package var fixes = Fixes.none

  private let result: LintResult

  package init(_ result: LintResult) {
    self.result = result
  }

  /// - Throws: when standard output or the baseline cannot be written.
  package func write() throws(RunFailure) -> ExitStatus {
    for failure in result.failures { ErrorOutput.write(failure) }
    if let writtenBaseline {
      // A baseline without the findings of an unreadable file would let them count from then on.
      return result.failures.isEmpty ? try writeBaseline(to: writtenBaseline) : .cannotRun
    }
    if fixes == .shown { return try printDiff() }
    let hasWritten = try fixes == .written ? writeFixes() : true
    // The report makes way for the document where that is what standard output is for.
    if !hasNothingToSay { try writeReport(to: options.target(or: printsDocument ? .error : .output)) }
    if result.staleBaselineEntries > 0, !options.isQuiet {
      ErrorOutput.note(
        count(
          result.staleBaselineEntries, "entry of the baseline no longer applies",
          "entries of the baseline no longer apply"))
    }
    return hasWritten ? options.status(result.exitStatus(strict: options.isStrict)) : .cannotRun
  }

  private var printsDocument: Bool {
    fixes == .written && result.fixedDocuments.contains(where: { $0.source.isStandardInput })
  }

  /// Where no file could be read, "nothing found" would be said of nothing. Machines get their empty report.
  private var hasNothingToSay: Bool {
    [.text, .full].contains(format) && result.files.isEmpty && !result.failures.isEmpty
  }

  private func writeReport(to target: ReportTarget) throws(RunFailure) {
    // Only SARIF and the table of rules describe them, and to describe them all takes as long as to lint a NEP.
    let rules = format == .sarif || showsStatistics ? RuleCatalogue.summaries : []
    var report = Report(
      diagnostics: result.diagnostics, files: result.files, rules: rules, toolVersion: ToolVersion.text)
    report.markupOnly = result.markupOnly
    guard showsStatistics else { return try FindingsOutput.write(report, as: format, options, to: target) }
    let shown = options.applied(to: report).diagnostics
    try target.write(Array(Statistics.table(shown, rules: rules, options.layout(for: target)).utf8))
  }

  private func writeBaseline(to path: String) throws(RunFailure) -> ExitStatus {
    try AtomicFile.write(Baseline.write(result.diagnostics, files: result.files), to: path)
    ErrorOutput.note("wrote \(count(result.diagnostics.count, "finding", "findings")) to '\(path)'")
    return .success
  }

  /// - Returns: whether all could be written.
  private func writeFixes() throws(RunFailure) -> Bool {
    var written = 0
    var failures: [RunFailure] = []
    for document in result.fixedDocuments {
      do throws(RunFailure) {
        try write(document)
        written += document.fixCount
      } catch {
        failures.append(error)
      }
    }
    for failure in failures { ErrorOutput.write(failure) }
    noteFixes("fixed", written)
    return failures.isEmpty
  }

  private func write(_ document: LintResult.FixedDocument) throws(RunFailure) {
    if document.source.isStandardInput {
      try StandardStream.output.write(exactly: document.fixed)
    } else if document.fixed != document.original {
      try AtomicFile.write(document.fixed, to: document.source.path)
    }
  }

  private func printDiff() throws(RunFailure) -> ExitStatus {
    var diff: [UInt8] = []
    for document in result.fixedDocuments {
      diff += UnifiedDiff.compare(document.original, document.fixed, path: document.source.path)
    }
    try DiffOutput.write(diff)
    noteFixes("would fix", result.fixedDocuments.reduce(0) { $0 + $1.fixCount })
    let status = result.exitStatus(strict: options.isStrict)
    return options.status(status == .success && !diff.isEmpty ? .findings : status)
  }

  private func noteFixes(_ verb: String, _ number: Int) {
    if options.isQuiet { return }
    ErrorOutput.note("\(verb) \(number) of \(count(result.findingCount, "finding", "findings"))")
  }

  private func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
