import Diagnostics
import Evidence
import Policy

/// NEP 57, "Tier 1" to "Tier 3": regular CI.
extension Rule {
  static let inactiveJob = Rule(
    id: "inactive-job", family: .evidence, severity: .error,
    summary: "a job that a platform is listed with never runs by itself",
    rationale: """
      A tier asks for regular CI. A job whose condition is never true, which waits for one that never runs, which only \
      runs when somebody starts it, or which asks for a machine that GitHub no longer has, tests nothing, however \
      complete its steps are. That a job runs on a schedule only is a warning, since nothing shows before a change is \
      merged that it breaks the platform; and so is a machine whose announced end has passed, since GitHub has moved \
      such days before.
      """,
    remedy: """
      Let pull requests or pushes to the main branch start the job, on a machine that is there; or list the job that \
      does test the platform.
      """,
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
        on:
          pull_request:
            branches: [main, maintenance/**]
          workflow_dispatch:
        jobs:
          test:
            if: github.repository == 'numpy/numpy'
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
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [push, pull_request]
        jobs:
          test:
            if: ↓github.repository == 'haiku/numpy'
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
          - {workflow: .github/workflows/haiku.yml, job: slow, hosting: github, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
          slow:
            if: ↓false
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
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/haiku.yml
        on:
          ↓workflow_dispatch:
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{run: pytest}]
        """),
    ])
}

extension Finding {
  static func inactiveJob(
    _ context: PlatformContext, _ job: WorkflowJob, _ activity: JobActivity, repository: String, severity: Severity
  ) -> Finding {
    let platform = context.platform.name
    let why = context.tier?.duties.ci?.because ?? "a tier's CI has to run"
    let help =
      activity.standing == .scheduled
      ? "\(why); run it on pull requests too, so that a change which breaks '\(platform)' is seen before it is merged"
      : "\(why); let pull requests or pushes to the main branch start it in '\(repository)'"
    return Finding(
      "'\(job.id.value)', which is to test '\(platform)', \(activity.reason)", at: activity.range, help: help,
      severity: severity)
  }

  static func endedRunner(
    _ job: WorkflowJob, _ runner: Runner, _ end: CalendarDate, at range: SourceRange
  ) -> Finding {
    let isOver = RunnerLabels.isKnown(end)
    return Finding(
      isOver
        ? "'\(job.id.value)' asks for \(runner.title), which GitHub ended on \(end)"
        : "'\(job.id.value)' asks for \(runner.title), whose end GitHub announced for \(end)", at: range,
      help: isOver
        ? "a job without a machine never runs; take a younger image"
        : "see whether the job still runs, and take a younger image: without a machine it never does",
      severity: isOver ? nil : .warning)
  }
}
