/// The findings that a project has agreed to live with for now.
package struct Baseline: Sendable {
  private var entries: Set<Entry>

  struct Entry: Hashable, Sendable {
    var file: String
    var rule: String
    var fingerprint: String
  }

  /// The baseline file that hides these findings: JSON with a version, sorted, the same for the same findings.
  package static func write(_ diagnostics: [Diagnostic], files: [SourceFile]) -> [UInt8] {
    let sorted = diagnostics.sorted(by: Diagnostic.reportOrder)
    let fingerprints = Fingerprint.all(of: sorted, files: files)
    let findings = zip(sorted, fingerprints).sorted {
      ($0.0.file, $0.0.rule, $0.0.message, $0.1) < ($1.0.file, $1.0.rule, $1.0.message, $1.1)
    }
    var json = JSONWriter()
    json.object { json in
      json.member("version", BaselineFile.currentVersion)
      json.key("findings")
      json.array { json in
        for (diagnostic, fingerprint) in findings {
          json.object(.line) { json in
            json.member("file", diagnostic.file)
            json.member("rule", diagnostic.rule)
            json.member("fingerprint", fingerprint)
            json.member("message", diagnostic.message)
          }
        }
      }
    }
    return json.finished()
  }

  /// Reads what `write` wrote.
  package static func read(_ bytes: [UInt8]) throws(BaselineError) -> Baseline {
    Baseline(entries: Set(try BaselineFile.decode(bytes)))
  }

  /// A baseline that hides these findings.
  package init(of diagnostics: [Diagnostic], files: [SourceFile]) {
    let sorted = diagnostics.sorted(by: Diagnostic.reportOrder)
    let fingerprints = Fingerprint.all(of: sorted, files: files)
    entries = Set(zip(sorted, fingerprints).map { Entry(file: $0.file, rule: $0.rule, fingerprint: $1) })
  }

  private init(entries: Set<Entry>) {
    self.entries = entries
  }

  /// For each finding, whether the baseline hides it.
  package func knows(_ diagnostics: [Diagnostic], files: [SourceFile]) -> [Bool] {
    matches(diagnostics, files: files).map { $0 != nil }
  }

  /// For each finding the entry that it fits.
  private func matches(_ diagnostics: [Diagnostic], files: [SourceFile]) -> [Entry?] {
    let order = diagnostics.indices.sorted { Diagnostic.reportOrder(diagnostics[$0], diagnostics[$1]) }
    let fingerprints = Fingerprint.all(of: order.map { diagnostics[$0] }, files: files)
    var matches = [Entry?](repeating: nil, count: diagnostics.count)
    for (index, fingerprint) in zip(order, fingerprints) {
      let entry = Entry(file: diagnostics[index].file, rule: diagnostics[index].rule, fingerprint: fingerprint)
      if entries.contains(entry) { matches[index] = entry }
    }
    return matches
  }

  /// Takes the findings out that the baseline knows.
  ///
  /// - Returns: the others in the order given, how many were taken out, and how many entries for these files fit nothing
  ///   any more.
  package func filter(
    _ diagnostics: [Diagnostic], files: [SourceFile]
  ) -> (kept: [Diagnostic], hidden: Int, stale: Int) {
    let matches = matches(diagnostics, files: files)
    let used = Set(matches.compactMap { $0 })
    let kept = zip(diagnostics, matches).filter { $1 == nil }.map { $0.0 }
    let checked = Set(files.map { $0.path })
    let stale = entries.count { checked.contains($0.file) && !used.contains($0) }
    return (kept, diagnostics.count - kept.count, stale)
  }
}
