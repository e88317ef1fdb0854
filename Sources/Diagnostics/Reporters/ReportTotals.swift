/// The counts below a report.
struct ReportTotals {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// `2 errors, 1 warning in 1 file; --fix mends 1 of them`.
  var sentence: String {
    let diagnostics = report.diagnostics
    guard !diagnostics.isEmpty else { return "nothing found in \(Self.count(report.files.count, "file"))" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = diagnostics.count { $0.severity == severity }
      return number == 0 ? nil : Self.count(number, severity.rawValue)
    }
    let files = Set(diagnostics.map(\.file)).count
    return "\(counts.joined(separator: ", ")) in \(Self.count(files, "file"))" + fixes
  }

  private var fixes: String {
    let safe = report.diagnostics.count { $0.fix?.safety == .safe }
    let unsafe = report.diagnostics.count { $0.fix?.safety == .unsafe }
    switch (safe, unsafe) {
    case (0, 0): return ""
    case (_, 0): return "; `--fix` mends \(safe)"
    case (0, _): return "; `--unsafe-fixes` mends \(unsafe)"
    default: return "; `--fix` mends \(safe), `--unsafe-fixes` \(unsafe) more"
    }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
