import Checks
import Policy
import Rendering

/// The matrix of platforms and duties.
struct DutyMatrix {
  static let legend: PageText = """
    Kept and broken are what evidence shows, or what the registry records where nothing else could tell; with a warning, \
    something is amiss that breaks nothing. Unknown is what evidence does not tell, or what none was given of; a dash is \
    not asked of the platform.
    """

  private let reports: [PlatformReport]
  private let site: RegistryPages

  init(_ reports: [PlatformReport], of site: RegistryPages) {
    self.reports = reports
    self.site = site
  }

  /// With a column for each duty that some platform has.
  func table(_ caption: PageText) -> PageTable {
    let duties = Verdict.Duty.ordered(reports.flatMap { $0.duties?.verdicts.map(\.duty) ?? [] })
    let rows = reports.map { report in
      [site.link(to: report.platform), report.place.map(site.label) ?? PageText()]
        + duties.map { duty in
          report.duties?.verdicts[duty]?.label ?? .label("–", .blank)
        }
    }
    return PageTable(
      caption, .matrix, columns: ["Platform", "Place"] + duties.map { PageText($0.title) }, rows: rows)
  }
}
