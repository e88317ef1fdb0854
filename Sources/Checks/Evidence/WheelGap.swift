import Diagnostics
import Evidence
import Policy

/// NEP 57, tiers 1 and 2: wheels are released for the platform, and so for each Python that the release supports.
extension Rule {
  static let wheelGap = Rule(
    id: "wheel-gap", family: .evidence, severity: .warning,
    summary: "a release has no wheel of a platform for one of its Pythons, or one for newer systems only",
    rationale: """
      A wheel build that leaves out one combination says nothing when it does: the upload succeeds, and the users of \
      that Python on that system find out when pip starts a compiler. What the release has for its other Pythons shows \
      what was meant. A newer Python may need a newer system; that alone is no hole. In the workflow that builds \
      released wheels, an 'exclude' that takes a build away is reported as well.
      """,
    remedy: """
      Build the wheels that are missing. If they are left out on purpose, say so in the platform's note, and exempt the \
      finding with that reason.
      """,
    accepted: [
      .files(
        """
        --- platforms/macos.yaml
        name: macOS
        target: {os: macos, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-macosx_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-1}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp313-cp313-macosx_10_13_x86_64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-macosx_10_15_x86_64.whl"},
          {"filename": "demo-3.0.0-pp311-pypy311_pp73-win_amd64.whl"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp312-abi3-haiku_1_x86_64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-win_amd64.whl"}]}
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/macos.yaml
        name: macOS
        target: {os: macos, arch: x86-64, interpreter: cpython}
        wheels: {tags: ↓'*-*-macosx_*_x86_64'}
        moves: [{date: 2026-02-09, to: tier-1}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp314-cp314-macosx_10_15_x86_64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-macosx_14_0_x86_64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314t-macosx_14_0_x86_64.whl"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        wheels: {tags: ↓'*-*-plan9_*'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp313-cp313-haiku_1_x86_64.whl"},
          {"filename": "demo-3.0.0-cp313-cp313-plan9_4_amd64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl"}]}
        """),
    ],
    check: .wheels(check))

  private static func check(_ context: WheelContext, report: (Finding) -> Void) {
    guard context.isWheelTier, context.wheels.isComplete else { return }
    for hole in context.coverage.holes { report(.wheelGap(context, hole)) }
  }
}

extension Finding {
  fileprivate static func wheelGap(_ context: WheelContext, _ hole: WheelHole) -> Finding {
    let platform = "'\(context.platform.name)'"
    let release = context.wheels.title
    let help =
      "build the wheel that is missing; if it is left out on purpose, say so in the note and exempt the finding"
    switch hole.kind {
    case .missing:
      let line =
        context.coverage.lines > 1 && !hole.architecture.isEmpty ? " (\(hole.system), \(hole.architecture))" : ""
      return Finding(
        "\(release) has no wheel of \(platform)\(line) for \(hole.python.label), and some for its other Pythons",
        at: context.tags, help: help)
    case .narrowed(let first, let others):
      return Finding(
        """
        \(release) serves \(platform) on \(hole.python.label) from \(hole.systemName) \(first) on only, and on other \
        Pythons from \(WheelHole.list(others)) on
        """,
        at: context.tags, help: help)
    }
  }
}
