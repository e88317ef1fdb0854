import Checks
import Diagnostics
import Rendering

/// Reports a table or region that is not what the registry gives.
///
/// The `DocumentGenerator` finds it, since only what would be written tells; it takes part in `check` and `generate`.
enum StaleRegion {
  static let description = Rule(
    id: "stale-region", family: .agreement, severity: .error,
    summary: "a generated table or region is not what the registry gives",
    rationale: """
      A page whose tables are generated is trusted to say what the registry says. Once it does not, readers and tools \
      that use the registry are told different things.
      """,
    remedy:
      "Run 'platform-tiers generate' and look at the difference; a change made by hand belongs into the registry.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: donated machines
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes            | Contacts     |
        |----------|------------------|--------------|
        | Haiku    | donated machines | Ada Lovelace |
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: donated machines
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes            | Contacts     |
        |----------|------------------|--------------|
        ↓| Haiku    | own machines     | Ada Lovelace |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: donated machines
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.rst
        Those that are tested:

        ↓.. platform-tiers: begin tier-3

        .. platform-tiers: end
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: donated machines
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ↓<!-- platform-tiers: begin tier-3 -->

        Typed by hand.

        <!-- platform-tiers: end tier-3 0123456789abcdef -->
        """),
    ])

  static func table(_ offsets: Range<Int>, in file: SourceFile) -> Diagnostic {
    let line = file.line(file.position(at: offsets.lowerBound).line)
    return diagnostic(
      "the table or list is not as the registry gives it from this line on; run 'platform-tiers generate'",
      at: file.range(line.startIndex..<line.endIndex), in: file,
      help: "'platform-tiers generate --diff' shows the change")
  }

  static func region(_ region: Region, in file: SourceFile) -> Diagnostic {
    diagnostic(
      "the region '\(region.id)' is not what the registry gives; run 'platform-tiers generate'",
      at: marker(of: region, in: file), in: file, help: "'platform-tiers generate --diff' shows the change")
  }

  static func edited(_ region: Region, in file: SourceFile) -> Diagnostic {
    diagnostic(
      "the region '\(region.id)' was changed by hand and is not overwritten; make the change in the registry",
      at: marker(of: region, in: file), in: file, help: "'platform-tiers generate --force' overwrites it")
  }

  private static func marker(of region: Region, in file: SourceFile) -> SourceRange {
    let line = file.line(region.beginLine)
    return file.range(line.startIndex..<line.endIndex)
  }

  private static func diagnostic(
    _ message: String, at range: SourceRange, in file: SourceFile, help: String
  ) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity, message: message, file: file.path, range: range, help: help)
  }
}
