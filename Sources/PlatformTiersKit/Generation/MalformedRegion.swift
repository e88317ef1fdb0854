import Checks
import Diagnostics
import Rendering

/// Reports markers of regions that do not pair: nothing is written to such a page, since where could only be guessed.
enum MalformedRegion {
  static let description = Rule(
    id: "malformed-region", family: .agreement, severity: .error,
    summary: "the markers of generated regions do not pair",
    rationale: """
      What stands between two markers is overwritten. Where one is missing, doubled or within another's region, nobody \
      can tell which lines that is, and a guess may take a page's own text with it.
      """,
    remedy: "Give each region one begin and one end of its own, and the id of a tier or list of the policy.",
    accepted: [
      .files(
        """
        --- platforms.md
        <!-- platform-tiers: begin tier-1 -->
        <!-- platform-tiers: end -->

        <!-- platform-tiers: begin tier-3 -->
        <!-- platform-tiers: end tier-3 -->
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms.rst
        ↓.. platform-tiers: begin tier-3

        The end is missing.
        """),
      .files(
        """
        --- platforms.md
        <!-- platform-tiers: begin tier-1 -->
        <!-- platform-tiers: end -->

        ↓<!-- platform-tiers: begin tier-1 -->
        <!-- platform-tiers: end -->

        ↓<!-- platform-tiers: begin tier-9 -->
        <!-- platform-tiers: end -->
        """),
    ])

  static func diagnostic(_ fault: RegionFault, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity, message: message(fault.kind), file: file.path,
      range: fault.range, notes: fault.notes)
  }

  private static func message(_ kind: RegionFault.Kind) -> String {
    switch kind {
    case .missingEnd(let id): "the region '\(id)' does not end; add 'platform-tiers: end \(id)'"
    case .missingBegin(let id?): "the region '\(id)' ends and has not begun; remove the marker, or add its begin"
    case .missingBegin(nil): "a region ends and none has begun; remove the marker, or add its begin"
    case .duplicate(let id): "there is a region '\(id)' already; remove one of them"
    case .nested(let id, let outer): "the region '\(id)' stands in '\(outer)'; end '\(outer)' before it"
    case .crossed(let id, let inner): "the region '\(id)' ends within '\(inner)'; end '\(inner)' first"
    case .unknown(let id): "nothing is generated for '\(id)'; write the id of a tier or list of the policy"
    case .malformedMarker(let text): "'\(text)' is no marker; write 'begin ID' or 'end ID'"
    }
  }
}
