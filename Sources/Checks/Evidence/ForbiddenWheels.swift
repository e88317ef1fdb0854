import Diagnostics
import Evidence
import Policy

/// NEP 57, "Tier 3": no wheels are released for the platform. Nor for one that no tier supports.
extension Rule {
  static let forbiddenWheels = Rule(
    id: "forbidden-wheels", family: .evidence, severity: .error,
    summary: "a release has wheels of a platform whose place promises that there are none",
    rationale: """
      Whoever installs a wheel from the index takes the platform for supported in the long term. A tier without wheels \
      says that nobody has made that commitment. The tier that was in force for the release counts: a move that starts \
      with 3.0.0 leaves the wheels of 2.9.9 in order.
      """,
    remedy: "Take the platform out of the wheel build and yank the wheels, or move it to a tier that releases them.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86'}
        moves:
          - {date: 2026-02-09, to: tier-2}
          - {date: 2026-06-16, to: tier-3, release: 3.0.0}
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-2.9.9-cp314-cp314-haiku_1_x86.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86', last-release: 2.9.9}
        moves: [{date: 2026-02-09, to: formerly-supported}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-2.9.9-cp314-cp314-haiku_1_x86.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86, interpreter: cpython}
        wheels: {tags: ↓'*-*-haiku_*_x86'}
        moves:
          - {date: 2026-02-09, to: tier-2}
          - {date: 2026-06-16, to: tier-3, release: 3.0.0}
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp313-cp313-haiku_1_x86.whl", "upload-time": "2026-10-01T00:00:00Z"},
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86.whl", "upload-time": "2026-10-01T00:00:00Z"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*_x86'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: plan-9, arch: x86-64, interpreter: cpython}
        wheels: {tags: ↓'*-*-plan9_*', last-release: 2.9.9}
        moves: [{date: 2026-02-09, to: formerly-supported}]
        --- index.html
        <!DOCTYPE html>
        <html><body>
        <a href="demo-3.0.0-cp314-cp314-haiku_1_x86.whl">demo-3.0.0-cp314-cp314-haiku_1_x86.whl</a>
        <a href="demo-3.0.0-cp314-cp314-plan9_4_amd64.whl">demo-3.0.0-cp314-cp314-plan9_4_amd64.whl</a>
        </body></html>
        """),
    ],
    check: .wheels(check))

  private static func check(_ context: WheelContext, report: (Finding) -> Void) {
    guard context.wheels.areForbidden(context.release, of: context.platform), let place = context.place else { return }
    let because = place.tier?.duties.wheels.because ?? "no tier supports the platform"
    report(.forbiddenWheels(context, place: place.name, because: because))
  }
}

extension Finding {
  fileprivate static func forbiddenWheels(_ context: WheelContext, place: String, because: String) -> Finding {
    let count = context.coverage.files.count
    let files = context.firstFile.map { "; \($0)" } ?? ""
    return Finding(
      """
      \(context.wheels.title) has \(count) wheel\(count == 1 ? "" : "s") of '\(context.platform.name)', and '\(place)' \
      has none
      """,
      at: context.tags, notes: context.moveNote,
      help: "\(because): yank them, or move the platform to a tier that releases wheels\(files)")
  }
}
