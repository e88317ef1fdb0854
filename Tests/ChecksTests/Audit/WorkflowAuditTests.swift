import Diagnostics
import Policy
import Testing
@testable import Checks

@Suite("An audit holds what a registry says of jobs against workflows")
struct WorkflowAuditTests {
  /// A platform of Tier 1, its jobs under `ci`, and a workflow.
  private func findings(
    ci: String, target: String = "{os: linux, arch: x86-64, interpreter: cpython}", to tier: String = "tier-1",
    workflow: String
  ) -> [String] {
    auditFindings(
      """
      --- platforms/haiku.yaml
      name: Haiku
      target: \(target)
      ci:
        - {workflow: .github/workflows/w.yml, \(ci)}
      moves: [{date: 2026-02-09, to: \(tier)}]
      --- .github/workflows/w.yml
      on: [pull_request]
      jobs:
      \(workflow)
      """)
  }

  private let file = ".github/workflows/w.yml"

  @Test func whatIsInOrder() {
    #expect(
      findings(
        ci: "job: test, runner: ubuntu-24.04, hosting: github, execution: native",
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}") == [])
  }

  @Test func hosting() {
    let job = "  test: {runs-on: [self-hosted, linux, x64], steps: [{run: pytest}]}"
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", workflow: job) == [
        "\(file):3 unacceptable-ci error: 'test' runs on a self-hosted machine ('self-hosted', 'linux' and 'x64'), and the "
          + "registry says 'hosting: github'"
      ])
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", to: "tier-3", workflow: job) == [
        "\(file):3 unacceptable-ci warning: 'test' runs on a self-hosted machine ('self-hosted', 'linux' and 'x64'), and the "
          + "registry says 'hosting: github'"
      ])
    #expect(findings(ci: "job: test, hosting: self-hosted, execution: native", to: "tier-3", workflow: job) == [])
  }

  @Test func runners() {
    #expect(
      findings(
        ci: "job: test, runner: ubuntu-22.04, hosting: github, execution: native",
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}") == [
          "platforms/haiku.yaml:4 missing-job warning: 'test' of '\(file)' runs on 'ubuntu-24.04', and not on 'ubuntu-22.04'"
        ])
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: native",
        workflow: "  test: {runs-on: ubuntu-20.04, steps: [{run: pytest}]}") == [
          "\(file):3 inactive-job error: 'test' asks for 'ubuntu-20.04', which GitHub ended on 2025-04-15"
        ])
  }

  @Test func blocking() {
    let job = "  test: {runs-on: ubuntu-24.04, continue-on-error: true, steps: [{run: pytest}]}"
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", workflow: job) == [
        "\(file):3 non-blocking-ci error: 'test' tests 'Haiku', and a failure of it holds no release back"
      ])
    #expect(
      findings(ci: "job: test, hosting: github, execution: native, blocks: false", workflow: job).count == 1)
  }

  @Test func execution() {
    let target = "{os: linux, arch: riscv64, interpreter: cpython}"
    let job = """
        test:
          runs-on: ubuntu-24.04
          steps:
            - uses: docker/setup-qemu-action@v4
            - run: docker run --platform linux/riscv64 x bash -c "pytest"
      """
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", target: target, workflow: job) == [
        "\(file):7 emulated-ci warning: 'test' tests 'Haiku' under emulation, and the registry says 'execution: native'"
      ])
    #expect(findings(ci: "job: test, hosting: github, execution: emulated", target: target, workflow: job) == [])
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: emulated",
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}") == [
          "\(file):3 emulated-ci info: 'test' runs 'Haiku' on the platform itself, and the registry says "
            + "'execution: emulated'"
        ])
  }

  /// A part keeps nothing, but what is left out may be little: the duty is not known to be kept, and none is broken.
  @Test func scope() {
    let job = "  test: {runs-on: ubuntu-24.04, steps: [{run: pytest -k simd}]}"
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", workflow: job) == [
        "\(file):3 partial-ci warning: 'test' runs a chosen part of the tests for 'Haiku', and the registry lists it as full CI"
      ])
    #expect(findings(ci: "job: test, hosting: github, execution: native, scope: partial", workflow: job) == [])
  }

  @Test func untestedWheels() {
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: native",
        workflow: """
            test:
              runs-on: ubuntu-24.04
              env: {CIBW_TEST_COMMAND: pytest}
              steps:
                - uses: pypa/cibuildwheel@v4
                  with: {only: cp313-manylinux_x86_64}
                  env: {CIBW_TEST_SKIP: "*-manylinux_*"}
          """) == [
          "\(file):9 non-blocking-ci error: 'test' builds 'Haiku' and does not test it, since 'CIBW_TEST_SKIP' names it"
        ])
  }

  @Test func developmentPythons() {
    func job(_ version: String) -> String {
      "  test: {runs-on: ubuntu-24.04, steps: [{uses: actions/setup-python@v6, with: {python-version: \(version)}}, "
        + "{run: pytest}]}"
    }
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", workflow: job("3.16-dev")) == [
        "\(file):3 partial-ci warning: 'Haiku' is tested on a development version of Python only ('3.16-dev')"
      ])
    #expect(
      findings(ci: "job: test, hosting: github, execution: native", workflow: job("3.14t")) == [
        "\(file):3 partial-ci warning: 'Haiku' is tested on a free-threaded Python only ('3.14t')"
      ])
    // 3.15.0 is of October 2026.
    for version in ["3.14", "3.15-dev"] {
      #expect(findings(ci: "job: test, hosting: github, execution: native", workflow: job(version)) == [])
    }
  }

  @Test("tests of the ordinary build are none of a platform without the global lock")
  func freeThreading() throws {
    func ci(_ python: String) throws -> Verdict.Status? {
      try auditedExample(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: any, arch: any, abi: free-threaded, interpreter: cpython}
        ci: [{workflow: .github/workflows/w.yml, job: test, hosting: github, execution: native}]
        moves: [{date: 2026-02-09, to: tier-1}]
        --- .github/workflows/w.yml
        on: [pull_request]
        jobs:
          test:
            runs-on: ubuntu-24.04
            steps: [{uses: actions/setup-python@v6, with: {python-version: '\(python)'}}, {run: pytest}]
        """, "haiku")[.ci]?.status
    }
    #expect(try ci("3.14t") == .kept)
    #expect(try ci("3.15t-dev") == .kept)
    #expect(try ci("3.14") == .unknown)
    #expect(try ci("pypy3.11") == .unknown)
  }

  @Test func anotherPlatform() {
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: native", target: "{os: linux, arch: arm64, interpreter: cpython}",
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}") == [
          "\(file):3 unlisted-ci info: 'test' is CI for Linux on x86-64, which no tier lists",
          "platforms/haiku.yaml:4 missing-job error: 'test' of '\(file)' is for Linux on x86-64, and not for 'Haiku'",
        ])
  }

  @Test("a combination that is not there is named as a whole")
  func missingCombination() {
    let job = "  test: {runs-on: '${{ matrix.os }}', strategy: {matrix: {os: [ubuntu-24.04, ubuntu-22.04], py: [a, b], "
    func findings(_ exclude: String) -> [String] {
      self.findings(
        ci: "job: test, matrix: [ubuntu-24.04, a], hosting: github, execution: native",
        workflow: "\(job)exclude: \(exclude)}}, steps: [{run: pytest}]}")
    }
    #expect(findings("[{os: ubuntu-22.04}]") == [])
    #expect(
      findings("[{os: ubuntu-24.04, py: a}]") == [
        "platforms/haiku.yaml:4 missing-job error: 'test' of '\(file)' has no run with all of 'ubuntu-24.04' and 'a' in its "
          + "matrix, which 'Haiku' is listed with"
      ])
    #expect(findings("'${{ fromJSON(vars.NO) }}'") == [])
    #expect(
      self.findings(
        ci: "job: test, hosting: github, execution: native",
        workflow: "  test: {runs-on: x, strategy: {matrix: {}}, steps: [{run: pytest}]}") == [
          "platforms/haiku.yaml:4 missing-job error: 'test' of '\(file)' has no runs, which 'Haiku' is listed with"
        ])
  }

  @Test("PyPy's tests are not CPython's")
  func interpreters() {
    func findings(_ target: String) -> [String] {
      self.findings(
        ci: "job: test, hosting: github, execution: native", target: target,
        workflow:
          "  test: {runs-on: ubuntu-24.04, steps: [{uses: actions/setup-python@v6, with: {python-version: pypy3.11}}, "
          + "{run: pytest}]}")
    }
    #expect(findings("{os: any, arch: any, interpreter: pypy}") == [])
    #expect(
      findings("{os: linux, arch: x86-64, interpreter: cpython}") == [
        "\(file):3 unlisted-ci info: 'test' is CI for PyPy on Linux on x86-64, which no tier lists",
        "platforms/haiku.yaml:4 missing-job error: 'test' of '\(file)' is for PyPy on Linux on x86-64, and not for 'Haiku'",
      ])
  }

  @Test("settings that are not among the evidence may say that it builds for the platform")
  func assumedBuilds() {
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: native", target: "{os: linux, arch: ppc64le, interpreter: cpython}",
        workflow:
          "  test: {runs-on: ubuntu-24.04, env: {CIBW_TEST_COMMAND: pytest}, steps: [{uses: pypa/cibuildwheel@v4}]}")
        == [])
  }

  @Test("a script may do anything, and is not held against the registry")
  func anyScript() {
    #expect(
      findings(
        ci: "job: test, hosting: github, execution: native",
        target: "{os: freebsd, arch: x86-64, interpreter: cpython}",
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{run: tools/freebsd.sh}]}") == [])
  }

  @Test func schedules() {
    #expect(
      auditFindings(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: linux, arch: x86-64, interpreter: cpython}
        ci: [{workflow: .github/workflows/w.yml, job: test, hosting: github, execution: native}]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- .github/workflows/w.yml
        on: {schedule: [{cron: '1 2 * * *'}], workflow_dispatch: }
        jobs: {test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}}
        """) == ["\(file):1 inactive-job warning: 'test', which is to test 'Haiku', runs on a schedule only"])
  }

  @Test("a dynamic matrix, a reusable workflow and a composite action are unknown, and no findings")
  func unresolved() {
    let jobs = [
      "  test: {uses: ./.github/workflows/other.yml}",
      "  test: {runs-on: '${{ inputs.os }}', steps: [{run: pytest}]}",
      "  test: {runs-on: ubuntu-24.04, steps: [{uses: ./.github/build}]}",
      "  test: {runs-on: x, strategy: {matrix: {a: '${{ fromJSON(needs.x.outputs.y) }}'}}, steps: [{run: pytest}]}",
    ]
    for job in jobs {
      #expect(findings(ci: "job: test, matrix: [], hosting: github, execution: native", workflow: job) == [], "\(job)")
    }
    #expect(
      findings(ci: "job: test, matrix: arm64, hosting: github, execution: native", workflow: jobs[3]) == [])
  }

  @Test("a system that no machine has may be started by a script")
  func systemsOfScripts() {
    let target = "{os: emscripten, arch: wasm32, interpreter: cpython}"
    func findings(_ step: String) -> [String] {
      self.findings(
        ci: "job: test, hosting: github, execution: native", target: target,
        workflow: "  test: {runs-on: ubuntu-24.04, steps: [{\(step)}]}"
      ).filter { $0.contains("missing-job") }
    }
    #expect(findings("run: pyodide venv e && . e/bin/activate && pytest") == [])
    #expect(
      findings("uses: pypa/cibuildwheel@v4, with: {only: cp313-manylinux_x86_64}") == [
        "platforms/haiku.yaml:4 missing-job error: 'test' of '\(file)' is for Linux on x86-64, and not for 'Haiku'"
      ])
  }

  @Test("an unsupported platform owes nothing")
  func unsupported() {
    let job = "  test: {runs-on: ubuntu-24.04, if: false, continue-on-error: true, steps: [{run: pytest}]}"
    #expect(
      findings(ci: "job: test, hosting: self-hosted, execution: emulated", to: "formerly-supported", workflow: job)
        == [])
  }
}
