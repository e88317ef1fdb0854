/// The counts below a report.
struct ReportTotals {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// ``2 errors, 1 warning in 1 file; `--fix` mends 1``; a fix that needs a person's judgement is not counted.
  var sentence: String {
    let diagnostics = report.diagnostics
    let leftOut = report.leftOut == 0 ? "" : "; \(report.leftOut) less grave left out"
    guard !diagnostics.isEmpty else {
      let nothing = leftOut.isEmpty ? "nothing" : "nothing as grave as asked for"
      return "\(nothing) found in \(Self.count(report.files.count, "file"))" + leftOut + markupOnly
    }
    let files = Set(diagnostics.map { $0.file }).count
    return "\(Self.counts(diagnostics)) in \(Self.count(files, "file"))" + fixes + leftOut
  }

  /// What has no tiers has no fault in them, which is not to be taken for order.
  private var markupOnly: String {
    switch (report.markupOnly, report.files.count) {
    case (0, _): ""
    case (1, 1): "; it lists no platforms by its policy, so only its markup was checked"
    case (let number, _):
      "; \(number) \(number == 1 ? "lists" : "list") no platforms by \(number == 1 ? "its" : "their") policy, and only "
        + "markup was checked there"
    }
  }

  /// `2 errors, 1 warning`
  static func counts(_ diagnostics: [Diagnostic]) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = diagnostics.count { $0.severity == severity }
      return number == 0 ? nil : count(number, severity.rawValue)
    }
    return counts.reduce("") { $0.isEmpty ? $1 : "\($0), \($1)" }
  }

  private var fixes: String {
    let safe = report.diagnostics.count { $0.fix?.safety == .safe }
    return safe == 0 ? "" : "; `--fix` mends \(safe)"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
