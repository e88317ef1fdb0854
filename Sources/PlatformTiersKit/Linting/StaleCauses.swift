import Checks
import Diagnostics
import Documents

/// The findings that also say why a table is not what the registry gives: one cause is one finding.
struct StaleCauses {
  /// The lines of tables and lists in which a rule has found what differs.
  private let explained: [ClosedRange<Int>]

  init(_ found: [Diagnostic], document: PolicyDocument, located: LocatedPolicy) {
    let families = [RuleFamily.agreement.rawValue, RuleFamily.document.rawValue]
    let errors = found.filter { $0.severity == .error && families.contains(RuleCatalogue.family(of: $0.rule) ?? "") }
    let places = Set(errors.map(\.range.start))
    let lines = places.map(\.line).sorted()
    let headings = Self.headings(of: located)
    func explainedLines(_ range: SourceRange, _ form: LocatedListing.Form) -> ClosedRange<Int>? {
      let rows = range.start.line...max(range.start.line, range.end.line)
      let next = lines.partitioningIndex { $0 >= rows.lowerBound }
      let isInside = lines.indices.contains(next) && rows.contains(lines[next])
      // A platform that is not listed is reported at the heading.
      return isInside || headings[form, default: []].contains(where: places.contains) ? rows : nil
    }
    self.explained =
      document.tables.enumerated().compactMap { explainedLines($1.range, .tables([$0])) }
      + document.lists.enumerated().compactMap { explainedLines($1.range, .lists([$0])) }
  }

  /// Whether a finding about a table that would be rewritten says nothing that is not said already. Why one cannot be
  /// written, no other rule says.
  func explain(_ stale: Diagnostic) -> Bool {
    stale.rule != UnwritableTable.description.id && explained.contains { $0.contains(stale.range.start.line) }
  }

  /// By the one table or list that stands under them.
  private static func headings(of located: LocatedPolicy) -> [LocatedListing.Form: [SourcePosition]] {
    var headings: [LocatedListing.Form: [SourcePosition]] = [:]
    for listing in located.listings {
      let forms: [LocatedListing.Form] =
        switch listing.form {
        case .tables(let indices): indices.map { .tables([$0]) }
        case .lists(let indices): indices.map { .lists([$0]) }
        case .missing: []
        }
      for form in forms { headings[form, default: []].append(listing.heading.titleRange.start) }
    }
    return headings
  }
}
