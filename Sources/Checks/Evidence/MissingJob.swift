import Diagnostics
import Evidence
import Policy

/// NEP 57, second principle and each tier: CI support for the platform is required.
extension Rule {
  static let missingJob = Rule(
    id: "missing-job", family: .evidence, severity: .error,
    summary: "a platform is listed with a job, or a run of a job's matrix, that its workflow does not have",
    rationale: """
      A job that was renamed, or an entry of a matrix that was taken out, leaves a platform that looks tested and is \
      not. The matrix is expanded as GitHub does it, with 'include' and 'exclude'. That a job runs on another runner \
      than the registry says is a warning, and so is all that concerns a platform which no tier supports.
      """,
    remedy: """
      List the job that tests the platform now, with words that its matrix has, or move the platform to where it has no \
      such duty.
      """,
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: [x86-64, arm64], interpreter: cpython}
        ci:
          - workflow: .github/workflows/haiku.yml
            job: test
            matrix: arm64
            runner: ubuntu-24.04-arm
            hosting: github
            execution: native
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            strategy:
              matrix:
                include:
                  - {arch: x86-64, os: ubuntu-24.04}
                  - {arch: arm64, os: ubuntu-24.04-arm}
            runs-on: ${{ matrix.os }}
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
          - {workflow: .github/workflows/haiku.yml, job: ↓tests, hosting: github, execution: native}
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
        target: {os: linux, arch: [x86-64, arm64], interpreter: cpython}
        ci:
          - workflow: .github/workflows/haiku.yml
            job: test
            matrix: x86-64
            hosting: github
            execution: native
          - workflow: .github/workflows/haiku.yml
            job: test
            matrix: ↓arm64
            hosting: github
            execution: native
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            strategy:
              matrix:
                arch: [x86-64, arm64]
                exclude:
                  - {arch: arm64}
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
        """),
    ])
}

extension Finding {
  static func missingJob(_ context: PlatformContext, _ job: CIJob, _ near: String?) -> Finding {
    let advice = "list the job that tests it now, or move the platform"
    return Finding(
      "'\(job.workflow)' has no job '\(job.job)', which '\(context.platform.name)' is listed with", at: .fileStart,
      help: near.map { "did you mean '\($0)'? else \(advice)" } ?? advice)
  }

  static func missingRun(_ context: PlatformContext, _ job: CIJob, _ missing: [String], _ near: String?)
    -> Finding
  {
    let words =
      missing.isEmpty
      ? "no runs" : "no run with \(missing.count > 1 ? "all of " : "")\(missing.quotedList) in its matrix"
    let advice =
      missing.isEmpty
      ? "give its matrix values, or move the platform" : "write words that the matrix has now, or move the platform"
    return Finding(
      "'\(job.job)' of '\(job.workflow)' has \(words), which '\(context.platform.name)' is listed with",
      at: .fileStart, help: near.map { "did you mean '\($0)'? else \(advice)" } ?? advice)
  }

  static func otherRunner(_ job: CIJob, _ other: Runner) -> Finding {
    Finding(
      "'\(job.job)' of '\(job.workflow)' runs on \(other.title), and not on '\(job.runner ?? "")'", at: .fileStart,
      help: "write the label that the workflow has, as in 'runner: \(other.labels.first ?? "")'")
  }

  static func otherTarget(_ context: PlatformContext, _ job: CIJob, _ shown: DetectedTarget) -> Finding {
    Finding(
      "'\(job.job)' of '\(job.workflow)' is for \(shown.title), and not for '\(context.platform.name)'", at: .fileStart,
      help: "list a job that tests '\(context.platform.name)', and with 'matrix' which of its runs")
  }
}
