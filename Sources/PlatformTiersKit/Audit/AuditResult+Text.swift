import Checks
import Diagnostics
import Evidence
import Policy

extension AuditResult {
  /// For a person at a terminal: what it went by, the matrix, why duties are broken or unknown, and the findings.
  func text(color: Bool, columns: Int?) -> [UInt8] {
    let matrix = AuditMatrix(audit)
    var text = "Audit on \(today)\n"
    for source in sources { text += "  by \(VisibleText.of(source))\n" }
    text += "\n" + table(matrix).lines()
    text += reasons(.unmet, "Broken", matrix) + reasons(.unknown, "Not known to be kept", matrix)
    if let wanted = matrix.evidenceWanted { text += "\n\(wanted)\n" }
    text +=
      "\n\(matrix.count(.met)) dut\(matrix.count(.met) == 1 ? "y" : "ies") kept, \(matrix.count(.unmet)) broken, \(matrix.count(.unknown)) unknown\n\n"
    let report = Report(diagnostics: diagnostics, files: files, toolVersion: ToolVersion.text)
    return Array(text.utf8) + Reporter.render(report, as: .text, color: color, columns: columns)
  }

  private func table(_ matrix: AuditMatrix) -> TextTable {
    var table = TextTable()
    table.add(["tier", "platform"] + matrix.duties.map(\.rawValue))
    for row in matrix.rows {
      table.add([row.tier.name, row.platform.platform.name] + row.cells.map { $0?.audited.auditWord ?? "-" })
    }
    return table
  }

  private func reasons(_ standing: DutyFinding.Standing, _ heading: String, _ matrix: AuditMatrix) -> String {
    var table = TextTable()
    for (platform, duty, reason) in matrix.reasons(standing) { table.add([platform.name, duty.rawValue, reason]) }
    return table.isEmpty ? "" : "\n\(heading)\n" + table.lines(indentation: 2)
  }
}
