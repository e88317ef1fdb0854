import Diagnostics
import Evidence
import Policy

/// NEP 57, second principle and each tier: CI support for the platform is required.
extension Rule {
  static let missingWorkflow = Rule(
    id: "missing-workflow", family: .evidence, severity: .error,
    summary: "a platform is listed with a workflow that is not there",
    rationale: """
      Every tier asks for CI, and a registry says which workflow it is. A workflow that was renamed, or went away with \
      its provider, leaves a platform that looks tested and is not. For a platform that no tier supports it is a \
      warning: nothing is owed, and the registry is still wrong.
      """,
    remedy: "List the workflow that tests the platform now, or move the platform to where it has no such duty.",
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
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: ↓.github/workflows/hiaku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: ↓.github/workflows/nightly.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: formerly-supported}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
        """),
    ])
}

extension Finding {
  static func missingWorkflow(
    _ context: PlatformContext, _ job: CIJob, _ repository: String, _ near: String?
  ) -> Finding {
    let advice = "list the workflow that tests it now, or move the platform"
    return Finding(
      "there is no workflow '\(job.workflow)' in '\(repository)', which '\(context.platform.name)' is listed with",
      at: .fileStart, help: near.map { "did you mean '\($0)'? else \(advice)" } ?? advice)
  }
}
