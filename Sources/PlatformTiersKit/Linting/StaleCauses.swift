import Checks
import Diagnostics
import Documents

/// The findings that also say why a table is not what the registry gives: one cause is one finding, and a difference that
/// no finding is about has to be told.
struct StaleCauses {
  private let agreement: [Diagnostic]
  /// Where a rule has found what differs, in order.
  private let places: [SourcePosition]
  private let differences: [TableDifference]

  /// - Parameters:
  ///   - found: by the rules in the document.
  ///   - generated: the document as generation writes it.
  init(_ found: [Diagnostic], _ content: LocatedDocument, generated: LocatedDocument) {
    let errors = found.filter { $0.severity == .error }
    agreement = errors.filter { RuleCatalogue.family(of: $0.rule) == RuleFamily.agreement.rawValue }
    let drawing = errors.filter { Self.rulesOfDrawing.contains($0.rule) }
    places = (agreement + drawing).map { $0.range.start }.sorted()
    differences = TableDifference.between(content, generated)
  }

  /// What they find is mended by drawing the table anew. Another fault in a cell says nothing of what the cell should have.
  private static let rulesOfDrawing: Set = ["malformed-table", "misaligned-border", "merged-cells"]

  /// What is left to say of a table that would be rewritten: nothing, or the finding at the first row that no other finding
  /// is about.
  func remaining(of stale: Diagnostic) -> Diagnostic? {
    // Why a table cannot be written, no other rule says.
    guard stale.rule != UnwritableTable.description.id else { return stale }
    let line = stale.range.start.line
    let difference = differences.first { difference in
      let range = difference.table.range
      return range.start.line <= line && line <= range.end.line
    }
    guard let difference else { return stale }
    if difference.parts.isEmpty { return hasPlace(in: difference.table.range) ? nil : stale }
    let open = difference.parts.filter { !isSaid($0) }
    guard !open.isEmpty else { return nil }
    var stale = stale
    stale.range = open.compactMap { $0.range }.min { $0.start < $1.start } ?? stale.range
    return stale
  }

  private func isSaid(_ part: TableDifference.Part) -> Bool {
    switch part {
    case .cell(let range), .gone(let range): hasPlace(in: range)
    // A platform that is not listed is reported at the heading, one that is listed elsewhere there.
    case .new(let platform): agreement.contains { $0.message.holds(platform.quoted) }
    }
  }

  private func hasPlace(in range: SourceRange) -> Bool {
    let next = places.partitioningIndex { $0 >= range.start }
    return places.indices.contains(next) && (places[next] < range.end || places[next] == range.start)
  }
}
