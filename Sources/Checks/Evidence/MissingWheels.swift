import Diagnostics
import Evidence
import Policy

/// NEP 57, tiers 1 and 2: the team releases wheels for the platform.
extension Rule {
  static let missingWheels = Rule(
    id: "missing-wheels", family: .evidence, severity: .error,
    summary: "a release has no wheel of a platform whose tier releases them",
    rationale: """
      A tier that releases wheels promises that the platform's users can install a release without a compiler. What \
      counts is the tier that was in force for the release: a platform that came later owes nothing for it.
      """,
    remedy:
      "Build and upload the wheels, correct the platform's tag patterns, or move it to a tier that releases no wheels.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86_64'}
        moves: [{date: 2026-10-02, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp314-cp314-win_amd64.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [{"filename": "demo-3.0.0-py3-none-any.whl"}]}
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: ↓'*-*-haiku_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-2.0.0-cp314-cp314-haiku_1_x86_64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl", "yanked": "broken"},
          {"filename": "demo-3.0.0-cp314-cp314-win_amd64.whl"},
          {"filename": "demo-3.0.0.tar.gz"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        wheels: {tags: ↓'*-*-plan9_*'}
        moves:
          - {date: 2026-02-09, to: tier-2}
          - {date: 2026-06-01, to: tier-3, release: 3.1.0}
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
    ],
    check: .wheels(check))

  private static func check(_ context: WheelContext, report: (Finding) -> Void) {
    guard context.isWheelTier, context.wheels.isComplete, context.coverage.hasTags, context.coverage.files.isEmpty,
      !context.coverage.isServedByGeneralWheel, let tier = context.place?.tier
    else { return }
    report(.missingWheels(context, tier: tier))
  }
}

extension Finding {
  fileprivate static func missingWheels(_ context: WheelContext, tier: Tier) -> Finding {
    Finding(
      "\(context.wheels.title) has no wheel of '\(context.platform.name)', and '\(tier.name)' releases them",
      at: context.tags, notes: context.moveNote,
      help: "\(tier.duties.wheels.because); upload them, or move the platform to a tier that releases none")
  }
}
