import Checks
import Evidence
import Policy

/// Platforms by duties: which are kept, broken, or not known to be kept.
struct AuditMatrix {
  struct Row {
    var platform: PlatformAudit
    var tier: Tier
    /// In the order of `duties`; nil where the tier does not ask for it.
    var cells: [DutyFinding?]
  }

  /// Those that some platform's tier asks for.
  let duties: [DutyFinding.Duty]
  /// By tier, highest first, and then by name; platforms outside the tiers are owed nothing.
  let rows: [Row]

  init(_ audit: Audit) {
    let assessed = audit.platforms.compactMap { platform in platform.duties.map { (platform, $0) } }
    let present = Set(assessed.flatMap { $0.1.findings.map(\.duty) })
    let duties = DutyFinding.Duty.allCases.filter(present.contains)
    self.duties = duties
    let order = Dictionary(
      zip(audit.registry.policy.tiers.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    rows =
      assessed.map { platform, assessment in
        Row(
          platform: platform, tier: assessment.tier,
          cells: duties.map { duty in assessment.findings.first { $0.duty == duty } })
      }
      .sorted { left, right in
        let (first, second) = (order[left.tier.id] ?? .max, order[right.tier.id] ?? .max)
        return first != second ? first < second : left.platform.platform.comesBefore(right.platform.platform)
      }
  }

  /// How many duties stand so.
  func count(_ standing: DutyFinding.Standing) -> Int {
    rows.reduce(0) { $0 + $1.cells.count { $0?.audited == standing } }
  }
}

extension DutyFinding.Standing {
  /// What an audit calls it.
  var auditWord: String {
    switch self {
    case .met: "kept"
    case .unmet: "broken"
    case .unknown: "unknown"
    }
  }
}

extension DutyFinding {
  /// Why an audit takes it as it does; nil where no evidence of the duty was given.
  var auditReason: String? { evidence?.reason ?? (audited == standing ? reason : nil) }
}

extension AuditMatrix {
  /// Platform, duty and reason of all duties that stand so.
  func reasons(_ standing: DutyFinding.Standing) -> [(platform: Platform, duty: DutyFinding.Duty, reason: String)] {
    rows.flatMap { row in
      row.cells.compactMap { cell in
        guard let cell, cell.audited == standing, let reason = cell.auditReason else { return nil }
        return (row.platform.platform, cell.duty, reason)
      }
    }
  }

  /// The duties that no evidence was given of.
  var wanted: [DutyFinding.Duty] {
    duties.filter { duty in rows.contains { $0.cells.contains { $0?.duty == duty && $0?.auditReason == nil } } }
  }

  /// What to say of these, and which option gives it; nil where there are none.
  var evidenceWanted: String? {
    let wanted = wanted
    guard !wanted.isEmpty else { return nil }
    let words = "no evidence was given of \(wanted.map(\.rawValue).joined(separator: ", "))"
    if wanted == [.wheels] { return "\(words): '--index' gives it" }
    return words + (wanted.contains(.wheels) ? ": '--index' and '--workflows' give it" : ": '--workflows' gives it")
  }
}
