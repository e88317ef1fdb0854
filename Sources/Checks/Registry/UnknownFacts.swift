import Diagnostics
import Policy

/// NEP 57, "Tiers": each tier asks for CI, contacts and wheels; whether they are there has to be known to somebody.
///
/// It stands for all that is unknown of a platform whose CI or wheels are `unknown` as a whole, as those of an imported
/// registry are: the rules about single facts wait until somebody has looked.
extension Rule {
  static let unknownFacts = Rule(
    id: "unknown-facts", family: .registry, severity: .warning,
    summary: "nobody has looked up the CI or the wheels of a platform",
    rationale: """
      A tier is a promise about CI, wheels and people. Where the registry says 'unknown', nobody can tell whether the \
      promise is kept: that is missing evidence, neither a fault nor an excuse. A registry that was imported from a \
      document starts like this, since tables do not tell.
      """,
    remedy: """
      Write the jobs under 'ci' and 'wheels' in the place of 'unknown', or leave a key out where there is nothing: then \
      the rules about CI and wheels say what the tier misses. For a platform that no tier supports this is information.
      """,
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        ci: [{workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}]
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: known-interest}]
        """),
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        ci: ↓unknown
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        ci: [{workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: unknown, arch: unknown, interpreter: unknown}
        ci: []
        wheels: ↓unknown
        moves: [{date: 2026-02-09, to: known-interest}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let part = Platform.Part.allCases.first(where: context.platform.isUnknown) else { return }
    let place = context.places[.key(part.rawValue)]
    guard let tier = context.tier else { return report(.unknownParts(context, at: place)) }
    let verdicts = Verdict.Duty.allCases.compactMap { context.verdict(on: $0) }
    // What the registry has in order is not unrecorded, though nothing shows it here.
    let open = verdicts.filter { $0.status == .unknown && !$0.lacksEvidence }
    report(.unknownDuties(open, context, tier: tier, at: place))
  }
}

extension Finding {
  fileprivate static func unknownDuties(
    _ open: [Verdict], _ context: PlatformContext, tier: Tier, at place: SourceRange
  ) -> Finding {
    let duties = open.map { $0.duty.rawValue } + (context.platform.target.identity == nil ? ["target"] : [])
    return Finding(
      "nobody has recorded how \(context.platform.name.quoted) meets \(tier.name.quoted): \(duties.quotedList)",
      at: place, notes: context.moveNote,
      help: "write what is known, and leave out a key where there is nothing; "
        + "'platform-tiers show \(context.platform.id)' says what each of them asks for")
  }

  fileprivate static func unknownParts(_ context: PlatformContext, at place: SourceRange) -> Finding {
    let parts = Platform.Part.allCases.filter(context.platform.isUnknown).map { $0.rawValue }
    let target = context.platform.target.identity == nil ? ["target"] : []
    return Finding(
      "nobody has recorded of \(context.platform.name.quoted): \((parts + target).quotedList)",
      at: place, help: "write what is known, and leave out a key where there is nothing", severity: .info)
  }
}
