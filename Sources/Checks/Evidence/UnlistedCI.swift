import Diagnostics
import Evidence
import Policy

/// NEP 57, "Unsupported platforms": what no tier lists is promised nothing, whether or not it is tested.
extension Rule {
  static let unlistedCI = Rule(
    id: "unlisted-ci", family: .evidence, severity: .info,
    summary: "a workflow tests a platform that no tier lists",
    rationale: """
      A job promises nothing: a platform is supported when a tier lists it. Both can drift apart: a job outlives the \
      platform's tier and costs machines and attention, or a platform is tested so well that it may be one for a tier. \
      What a job builds for is read from its machine, its containers, its emulator and cibuildwheel's settings; where \
      these do not tell, nothing is said.
      """,
    remedy: "Nothing needs to be done. Propose the platform for a tier, or remove a job that nobody looks at.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
          lint:
            runs-on: ubuntu-24.04
            steps: [{run: ruff check}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/plan-9.yaml
        name: Plan 9
        target: {os: linux, arch: i686, interpreter: cpython}
        moves: [{date: 2026-02-09, to: formerly-supported}]
        --- .github/workflows/plan-9.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            container: ↓quay.io/pypa/manylinux_2_28_i686
            steps: [{run: pytest}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ${{ matrix.os }}
            strategy:
              matrix:
                os: [ubuntu-24.04, ↓ubuntu-24.04-s390x, ↓windows-2025]
            steps: [{run: pytest}]
        """),
    ])
}

extension Finding {
  /// - Parameter entry: an unsupported platform of the registry that it is for.
  static func unlistedCI(
    _ job: WorkflowJob, _ run: ObservedRun, _ target: DetectedTarget, _ entry: (platform: String, place: String)?
  ) -> Finding {
    let emulation = target.execution == .emulated ? ", under emulation" : ""
    let failure = run.ignoredFailure == nil ? "" : ", with 'continue-on-error'"
    let how = emulation + failure
    let message =
      entry.map { "'\(job.id.value)' is CI for '\($0.platform)'\(how), one of the \($0.place)" }
      ?? "'\(job.id.value)' is CI for \(target.title)\(how), which no tier lists"
    return Finding(
      message, at: target.range,
      help: "nothing needs to be done: no tier promises it; a platform whose CI is reliable may be one for a tier")
  }
}
