import Checks
import Evidence
import Policy
import Rendering

/// The matrix of platforms and duties.
struct DutyMatrix {
  static let legend: PageText = """
    ✓ kept and ✗ broken are what evidence shows, or what the registry records where nothing else could tell; ! is kept, \
    and something is amiss that breaks nothing. ? is what evidence does not tell, or what none was given of, ?! with \
    something amiss; a dash is not asked of the platform.
    """

  private let reports: [PlatformReport]
  private let site: RegistryPages

  init(_ reports: [PlatformReport], of site: RegistryPages) {
    self.reports = reports
    self.site = site
  }

  /// With a column for each duty that some platform has and something is known of, and a sentence about the others.
  func blocks(_ caption: PageText) -> [PageBlock] {
    let duties = Verdict.Duty.allCases.filter { duty in
      reports.contains { $0.duties?.verdicts[duty] != nil }
    }
    guard !duties.isEmpty else { return [] }
    let rows = reports.map { report in
      [site.link(to: report.platform), report.place.map(site.label) ?? PageText()]
        + duties.map(report.sign)
    }
    var table = PageTable(
      caption, .longMatrix, columns: ["Platform", "Place"] + duties.map { PageText($0.title) }, rows: rows)
    table.heads = 2
    table.gathered = "Duties"
    let (known, unknown) = table.withoutUnknownColumns
    guard !unknown.isEmpty else { return [.table(known)] }
    return [.table(known), .paragraph("Unknown of every platform: " + unknown.joined(separator: ", ") + ".")]
  }
}

extension PlatformReport {
  /// A sign for how a duty of its tier stands, with its word for those who do not see it; a dash for what is not asked.
  func sign(of duty: Verdict.Duty) -> PageText {
    guard let duties, let verdict = duties.verdicts[duty] else { return .label("–", .blank) }
    return label(of: verdict, in: duties.tier, isShort: true)
  }

  /// How a duty stands. That there are no wheels where none were promised is no achievement.
  func label(of verdict: Verdict, in tier: Tier, isShort: Bool = false) -> PageText {
    let hasWheels = audit?.coverage.map { !$0.files.isEmpty } ?? false
    if verdict.duty == .wheels, verdict.word == Verdict.Status.kept.rawValue, tier.duties.wheels.kind == .none,
      !hasWheels
    {
      return .label("none", .blank)
    }
    switch verdict.status {
    case .kept where !verdict.warnings.isEmpty: return .sign("!", verdict.word, .partial, isShort: isShort)
    case .kept: return .sign("✓", verdict.word, .met, isShort: isShort)
    case .broken: return .sign("✗", verdict.word, .unmet, isShort: isShort)
    case .unknown: return .sign(verdict.warnings.isEmpty ? "?" : "?!", verdict.word, .unknown, isShort: isShort)
    }
  }
}
