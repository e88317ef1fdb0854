import Diagnostics
import Policy

/// NEP 57, "Support tiers": announced by the middle of a cycle, in line or unsupported by the first candidate.
extension Rule {
  static let overdueNotice = Rule(
    id: "overdue-notice", family: .wheels, severity: .error,
    summary: "a duty that is not met is past the day by which the policy asks for an announcement, or for an end of it",
    rationale: """
      A platform that no longer meets its tier gets a release cycle: by the middle of it the community is told that \
      support is about to end, and by the first release candidate the platform is in line with some tier or listed as \
      unsupported. Past these days users learn of it too late.
      """,
    remedy: """
      Announce it and link the announcement; remove the notice when the duty is met again; or move the platform to a place \
      whose duties it meets.
      """,
    accepted: [
      .files(
        """
        --- policy.yaml
        id: small
        name: a small policy
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform, Notes]}
        unsupported:
          - {id: formerly-supported, name: formerly supported platforms, kind: formerly-supported, columns: [Platform, Notes]}
        release-cycles:
          - {release: 3.0.0, start: 2026-07-01, mid-cycle: 2026-10-01, first-release-candidate: 2026-12-01}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notices: [{duty: ci, since: 2026-08-04, announced: https://lists.example.org/12}]
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
      .files(
        """
        --- policy.yaml
        id: small
        name: a small policy
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform, Notes]}
        unsupported:
          - {id: formerly-supported, name: formerly supported platforms, kind: formerly-supported, columns: [Platform, Notes]}
        release-cycles:
          - {release: 3.0.0, start: 2026-07-01, mid-cycle: 2026-10-01, first-release-candidate: 2026-12-01}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notices: [{duty: ci, since: 2026-10-04}]
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
    ],
    flagged: [
      .files(
        """
        --- policy.yaml
        id: small
        name: a small policy
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform, Notes]}
        unsupported:
          - {id: formerly-supported, name: formerly supported platforms, kind: formerly-supported, columns: [Platform, Notes]}
        release-cycles:
          - {release: 3.0.0, start: 2026-07-01, mid-cycle: 2026-10-01, first-release-candidate: 2026-12-01}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notices:
          - {duty: wheels, since: 2026-07-04, announced: https://lists.example.org/11}
          - {duty: ci, since: ↓2026-08-04}
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
      .files(
        """
        --- policy.yaml
        id: small
        name: a small policy
        tiers:
          - {id: tier-1, name: Tier 1, columns: [Platform, Notes]}
        unsupported:
          - {id: formerly-supported, name: formerly supported platforms, kind: formerly-supported, columns: [Platform, Notes]}
        release-cycles:
          - {release: 3.0.0, start: 2026-07-01, mid-cycle: 2026-10-01, first-release-candidate: 2026-11-01}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notices: [{duty: ci, since: ↓2026-08-04, announced: https://lists.example.org/12}]
        moves: [{date: 2026-02-09, to: tier-1}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.tier != nil else { return }
    for (index, notice) in context.platform.notices.enumerated() {
      guard let cycle = context.registry.policy.releaseCycle(for: notice) else { continue }
      let place = context.registry.place(of: context.platform, forRelease: cycle.release, at: context.today)
      if context.today >= cycle.firstCandidate, place?.tier != nil {
        report(.unresolvedNotice(context, notice, index: index, cycle: cycle))
      } else if context.today > cycle.middle, notice.announced == nil {
        report(.unannouncedNotice(context, notice, index: index, cycle: cycle))
      }
    }
  }
}

extension Finding {
  fileprivate static func unresolvedNotice(
    _ context: PlatformContext, _ notice: Notice, index: Int, cycle: ReleaseCycle
  ) -> Finding {
    Finding(
      """
      \(context.platform.name.quoted) has not met \(notice.duty.rawValue.quoted) since \(notice.since), and the first \
      candidate of \(cycle.release) was due on \(cycle.firstCandidate)
      """,
      at: context.places["notices", .element(index), "since"],
      help: """
        by the first release candidate a platform is in line with a tier or unsupported; remove the notice if the duty is \
        met, else add a move with 'release: \(cycle.release)'
        """)
  }

  fileprivate static func unannouncedNotice(
    _ context: PlatformContext, _ notice: Notice, index: Int, cycle: ReleaseCycle
  ) -> Finding {
    Finding(
      """
      that \(context.platform.name.quoted) has not met \(notice.duty.rawValue.quoted) since \(notice.since) was to be \
      announced by \(cycle.middle)
      """,
      at: context.places["notices", .element(index), "since"],
      help: """
        by the middle of the cycle of \(cycle.release) the community is warned of the pending removal; announce it and \
        write 'announced: https://…'
        """)
  }
}
