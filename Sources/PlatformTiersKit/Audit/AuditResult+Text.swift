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
    text += reasons("Broken", matrix.reasons(.broken)) + reasons("Not known to be kept", matrix.reasons(.unknown))
    text += reasons("Warnings", matrix.warnings)
    if let usage = audit.usage { text += Self.shares(usage, audit.registry.platforms) }
    if let wanted = matrix.evidenceWanted { text += "\n\(wanted)\n" }
    let (kept, flawed) = (matrix.count(.kept), matrix.flawed)
    text += "\n\(kept) dut\(kept == 1 ? "y" : "ies") kept" + (flawed > 0 ? " (\(flawed) with a warning)" : "")
    text += ", \(matrix.count(.broken)) broken, \(matrix.count(.unknown)) unknown\n\n"
    let report = Report(diagnostics: diagnostics, files: files, toolVersion: ToolVersion.text)
    return Array(text.utf8) + Reporter.render(report, as: .text, color: color, columns: columns)
  }

  /// The share of each platform that a table of downloads has, most first, and what no share is of.
  private static func shares(_ usage: UsageShares, _ platforms: [Platform]) -> String {
    var table = TextTable()
    func add(_ name: String, _ downloads: Int, isShare: Bool = true) {
      let share = isShare ? usage.share(of: downloads).map { "\($0) %" } ?? "-" : "apart"
      table.add([name, "\(downloads)", share])
    }
    let found = platforms.compactMap { platform in usage.downloads[platform.id].map { (platform.name, $0) } }
    for (name, downloads) in found.sorted(by: { $0.1 > $1.1 }) { add(VisibleText.of(name), downloads) }
    if usage.unattributed > 0 { add("of no platform, or of one of several", usage.unattributed) }
    if usage.sources > 0 { add("source distributions", usage.sources, isShare: false) }
    if usage.withoutSystem > 0 { add("without a system", usage.withoutSystem, isShare: false) }
    return "\nDownloads\n" + table.lines(indentation: 2)
  }

  private func table(_ matrix: AuditMatrix) -> TextTable {
    var table = TextTable()
    table.add(["tier", "platform"] + matrix.duties.map { $0.rawValue })
    for row in matrix.rows {
      table.add([row.tier.name, row.platform.platform.name] + row.cells.map { $0?.word ?? "-" })
    }
    return table
  }

  private func reasons(_ heading: String, _ reasons: [AuditMatrix.Reason]) -> String {
    var table = TextTable()
    for (platform, duty, reason) in reasons { table.add([platform.name, duty.rawValue, reason]) }
    return table.isEmpty ? "" : "\n\(heading)\n" + table.lines(indentation: 2)
  }
}
