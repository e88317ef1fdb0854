/// The counts below a report.
struct ReportTotals {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// ``2 errors, 1 warning in 1 file; `--fix` mends 1``; a fix that needs a person's judgement is not counted.
  var sentence: String {
    let diagnostics = report.diagnostics
    guard !diagnostics.isEmpty else { return "nothing found in \(Self.count(report.files.count, "file"))" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = diagnostics.count { $0.severity == severity }
      return number == 0 ? nil : Self.count(number, severity.rawValue)
    }
    let files = Set(diagnostics.map { $0.file }).count
    let all = counts.reduce("") { $0.isEmpty ? $1 : "\($0), \($1)" }
    return "\(all) in \(Self.count(files, "file"))" + fixes
  }

  private var fixes: String {
    let safe = report.diagnostics.count { $0.fix?.safety == .safe }
    return safe == 0 ? "" : "; `--fix` mends \(safe)"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
