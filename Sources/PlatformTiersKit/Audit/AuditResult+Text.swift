import Checks
import Diagnostics
import Evidence
import Policy

extension AuditResult {
  /// For a person: what it went by, the duties, why they are broken or unknown, and the findings. Quiet: what is broken or
  /// unknown and the findings.
  func text(_ options: ReportOptions, _ layout: Layout, isFull: Bool) -> [UInt8] {
    let matrix = AuditMatrix(audit)
    var parts = [
      reasons("Broken", matrix.reasons(.broken), layout),
      reasons("Not known to be kept", matrix.reasons(.unknown), layout),
    ]
    if !options.isQuiet {
      parts.insert(head(layout) + "\n" + table(matrix, layout) + "\n" + legend(matrix, layout), at: 0)
      parts.append(reasons("Warnings", matrix.warnings, layout))
      if let usage = audit.usage { parts.append(Self.shares(usage, audit.registry.platforms, layout)) }
      if let wanted = matrix.evidenceWanted { parts.append(layout.paragraph(StyledText(wanted))) }
    }
    let report = options.applied(to: Report(diagnostics: diagnostics, files: files, toolVersion: ToolVersion.text))
    let findings = Reporter.render(report, as: isFull ? .full : .text, layout)
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    return Array((text + (text.isEmpty || findings.isEmpty ? "" : "\n")).utf8) + findings
  }

  private func head(_ layout: Layout) -> String {
    layout.paragraph("\("Audit on \(today)", .strong)")
      + sources.map { layout.paragraph("by \($0)", indent: 2, hanging: 3) }.joined()
  }

  /// Platforms by tier, with a sign for each duty.
  private func table(_ matrix: AuditMatrix, _ layout: Layout) -> String {
    var rows = [[""] + matrix.duties.map { StyledText(Self.short($0), .strong) }]
    var tier: String?
    for row in matrix.rows {
      if row.tier.id != tier { rows.append([StyledText(row.tier.name, .strong)]) }
      tier = row.tier.id
      rows.append(["  \(row.platform.platform.name)"] + row.cells.map { Self.sign($0, layout) })
    }
    return layout.table(rows)
  }

  /// What the heads of the columns and the signs mean, and how many there are of each.
  private func legend(_ matrix: AuditMatrix, _ layout: Layout) -> String {
    let duties = matrix.duties.map { duty in
      Self.short(duty) == duty.rawValue ? duty.rawValue : "\(Self.short(duty)) \(duty.rawValue)"
    }
    let unflawed = matrix.count(.kept) - matrix.flawed
    let signs = Self.signs(layout)
    return layout.paragraph(StyledText(duties.joined(separator: ", ")))
      + layout.paragraph(
        """
        \(signs.kept) \(unflawed) kept, \(signs.flawed) \(matrix.flawed) kept with a warning, \
        \(signs.broken) \(matrix.count(.broken)) broken, \(signs.unknown) \(matrix.count(.unknown)) unknown; \
        \(signs.none) is not asked of the tier
        """)
  }

  /// Three letters of a duty: `con` of `contacts`, `b-r` of `blocks-release`.
  private static func short(_ duty: Verdict.Duty) -> String {
    let parts = duty.rawValue.split(separator: "-")
    return parts.count == 1 ? String(duty.rawValue.prefix(3)) : parts.map { $0.prefix(1) }.joined(separator: "-")
  }

  private typealias Signs = (
    kept: StyledText, flawed: StyledText, broken: StyledText, unknown: StyledText, none: StyledText
  )

  private static func signs(_ layout: Layout) -> Signs {
    func sign(_ sign: String, _ word: String, _ look: StyledText.Look) -> StyledText {
      StyledText(layout.hasSigns ? sign : word, look)
    }
    return (
      sign("✓", "ok", .good), sign("!", "ok!", .severity(.warning)), sign("✗", "NO", .severity(.error)),
      sign("?", "?", .severity(.warning)), sign("·", "-", .quiet)
    )
  }

  private static func sign(_ verdict: Verdict?, _ layout: Layout) -> StyledText {
    let signs = signs(layout)
    let sign =
      switch verdict?.status {
      case .kept: verdict?.warnings.isEmpty == true ? signs.kept : signs.flawed
      case .broken: signs.broken
      case .unknown: signs.unknown
      case nil: signs.none
      }
    // Below the middle of three letters.
    return sign.columns == 1 ? " \(sign)" : sign
  }

  /// Each reason once, with the platforms that it is of.
  private func reasons(_ heading: String, _ reasons: [AuditMatrix.Reason], _ layout: Layout) -> String {
    var text = ""
    for duty in Verdict.Duty.ordered(reasons.map { $0.duty }) {
      var names: [String: [String]] = [:]
      var order: [String] = []
      for reason in reasons where reason.duty == duty {
        if names[reason.words] == nil { order.append(reason.words) }
        names[reason.words, default: []].append(reason.platform.name)
      }
      for words in order {
        text += layout.paragraph("\(duty.rawValue, .strong): \(words)", indent: 2, hanging: 2)
        text += layout.paragraph(StyledText((names[words] ?? []).joined(separator: ", ")), indent: 6)
      }
    }
    return text.isEmpty ? "" : layout.paragraph(StyledText(heading, .strong)) + text
  }

  /// The share of each platform that a table of downloads has, most first, and what no share is of.
  private static func shares(_ usage: UsageShares, _ platforms: [Platform], _ layout: Layout) -> String {
    var rows: [[StyledText]] = []
    func add(_ name: String, _ downloads: Int, isShare: Bool = true) {
      let share = isShare ? usage.share(of: downloads).map { "\($0) %" } ?? "-" : "apart"
      rows.append([StyledText(name), StyledText("\(downloads)"), StyledText(share)])
    }
    let found = platforms.compactMap { platform in usage.downloads[platform.id].map { (platform.name, $0) } }
    for (name, downloads) in found.sorted(by: { $0.1 > $1.1 }) { add(name, downloads) }
    if usage.unattributed > 0 { add("of no platform, or of one of several", usage.unattributed) }
    if usage.sources > 0 { add("source distributions", usage.sources, isShare: false) }
    if usage.withoutSystem > 0 { add("without a system", usage.withoutSystem, isShare: false) }
    return layout.paragraph("\("Downloads", .strong)") + layout.table(rows, indent: 2)
  }
}
