import Checks
import Diagnostics
import Evidence
import Policy

/// Platforms by duties: which are kept, broken, or not known to be kept.
struct AuditMatrix {
  struct Row {
    var platform: PlatformAudit
    var tier: Tier
    /// In the order of `duties`; nil where the tier does not ask for it.
    var cells: [Verdict?]
  }

  /// Those that some platform's tier asks for.
  let duties: [Verdict.Duty]
  /// By tier, highest first, and then by name; platforms outside the tiers are owed nothing.
  let rows: [Row]

  init(_ audit: Audit) {
    let assessed = audit.platforms.compactMap { platform in platform.duties.map { (platform, $0) } }
    let present = Set(assessed.flatMap { $0.1.verdicts.map { $0.duty } })
    let duties = Verdict.Duty.allCases.filter(present.contains)
    self.duties = duties
    let order = Dictionary(keepingFirst: zip(audit.registry.policy.tiers.map { $0.id }, 0...))
    rows =
      assessed.map { platform, assessment in
        Row(
          platform: platform, tier: assessment.tier,
          cells: duties.map { assessment.verdicts[$0] })
      }
      .sorted { left, right in
        let (first, second) = (order[left.tier.id] ?? .max, order[right.tier.id] ?? .max)
        return first != second ? first < second : left.platform.platform.comesBefore(right.platform.platform)
      }
  }

  /// Platform, duty and words for why a duty stands so.
  typealias Reason = (platform: Platform, duty: Verdict.Duty, words: String)

  /// How many duties stand so.
  func count(_ status: Verdict.Status) -> Int {
    rows.reduce(0) { $0 + $1.cells.count { $0?.status == status } }
  }

  /// How many duties are kept with a warning.
  var flawed: Int {
    rows.reduce(0) { $0 + $1.cells.count { $0.map { $0.status == .kept && !$0.warnings.isEmpty } ?? false } }
  }

  /// Of all duties that stand so; not of those that are unknown for want of evidence alone.
  func reasons(_ status: Verdict.Status) -> [Reason] {
    all { $0.status == status && !$0.lacksEvidence ? [$0.reason] : [] }
  }

  /// What is amiss and breaks nothing.
  var warnings: [Reason] { all { $0.warnings } }

  private func all(_ words: (Verdict) -> [String]) -> [Reason] {
    rows.flatMap { row in
      row.cells.compactMap { $0 }.flatMap { cell in words(cell).map { (row.platform.platform, cell.duty, $0) } }
    }
  }

  /// The duties that no evidence was given of.
  var wanted: [Verdict.Duty] {
    duties.filter { duty in rows.contains { $0.cells.contains { $0?.duty == duty && $0?.lacksEvidence == true } } }
  }

  /// What to say of these, and which option gives it; nil where there are none.
  var evidenceWanted: String? {
    let wanted = wanted
    guard !wanted.isEmpty else { return nil }
    let words = "no evidence was given of \(wanted.map { $0.rawValue }.joined(separator: ", "))"
    if wanted == [.wheels] { return "\(words): '--index' gives it" }
    return words + (wanted.contains(.wheels) ? ": '--index' and '--workflows' give it" : ": '--workflows' gives it")
  }
}
