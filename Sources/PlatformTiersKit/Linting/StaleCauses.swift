import Checks
import Diagnostics
import Documents

/// The findings that also say why a table is not what the registry gives: one cause is one finding.
struct StaleCauses {
  /// The lines of tables in which a rule has found what differs.
  private let explained: [ClosedRange<Int>]

  init(_ found: [Diagnostic], document: PolicyDocument, located: LocatedPolicy) {
    let families = [RuleFamily.agreement.rawValue, RuleFamily.document.rawValue]
    let errors = found.filter { $0.severity == .error && families.contains(RuleCatalogue.family(of: $0.rule) ?? "") }
    let places = Set(errors.map(\.range.start))
    let lines = places.map(\.line).sorted()
    let headings = Self.headings(of: located)
    explained = document.tables.enumerated().compactMap { index, table in
      let rows = table.range.start.line...max(table.range.start.line, table.range.end.line)
      let next = lines.partitioningIndex { $0 >= rows.lowerBound }
      let isInside = lines.indices.contains(next) && rows.contains(lines[next])
      // A platform that is not listed is reported at the heading.
      return isInside || headings[index, default: []].contains(where: places.contains) ? rows : nil
    }
  }

  /// Whether a finding about a table that would be rewritten says nothing that is not said already.
  func explain(_ stale: Diagnostic) -> Bool { explained.contains { $0.contains(stale.range.start.line) } }

  private static func headings(of located: LocatedPolicy) -> [Int: [SourcePosition]] {
    var headings: [Int: [SourcePosition]] = [:]
    for listing in located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices { headings[index, default: []].append(listing.heading.titleRange.start) }
    }
    return headings
  }
}
