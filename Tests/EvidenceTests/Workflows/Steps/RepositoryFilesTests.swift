import Testing
@testable import Evidence

@Suite("Actions, workflows and scripts of the repository are read where they are given")
struct RepositoryFilesTests {
  private func targets(_ text: String, files: [String: String] = [:]) throws -> [String] {
    try targetLines(text, files: files)
  }

  @Test("the steps of a composite action are the job's, with what it is given")
  func compositeActions() throws {
    let action = """
      inputs: {tests: {default: tests}, mode: {}}
      runs:
        using: composite
        steps:
          - {run: 'pytest ${{ inputs.tests }}', shell: bash}
          - {run: spin test, shell: bash, if: inputs.mode == 'full'}
          - {uses: ./.github/inner}
      """
    let files = [
      ".github/build/action.yml": action,
      ".github/inner/action.yaml": "runs: {using: composite, steps: [{uses: ./.github/inner}, {run: tox -e lint}]}",
      ".github/node/action.yml": "runs: {using: node24, main: x.js}",
    ]
    func found(_ step: String) throws -> [String] {
      try targets("runs-on: ubuntu-24.04\nsteps: [{\(step)}]", files: files).map { String($0.dropFirst(26)) }
    }
    #expect(try found("uses: ./.github/build") == ["tested"])
    #expect(
      try found("uses: ./.github/build/, with: {tests: numpy/linalg}") == [
        "unknown: './.github/inner' is not given, and may test"
      ])
    #expect(
      try found("uses: ./.github/build, with: {tests: numpy/linalg}") == [
        "unknown: './.github/inner' is not given, and may test"
      ])
    #expect(try found("uses: ./.github/build, with: {tests: numpy/linalg, mode: full}") == ["tested"])
    #expect(try found("uses: ./.github/node") == ["unknown: './.github/node' is not given, and may test"])
  }

  @Test("a workflow that a job calls runs in its place, with what it is given")
  func calledWorkflows() throws {
    let called = """
      on: {workflow_call: {inputs: {os: {type: string}, quick: {type: boolean, default: false}}}}
      jobs:
        build:
          runs-on: ${{ inputs.os }}
          strategy: {matrix: {python: ['3.12', '3.13']}}
          steps: [{run: pytest, if: '!inputs.quick'}, {run: pytest -k x, if: inputs.quick}]
        report:
          runs-on: ubuntu-24.04
          if: inputs.quick
          steps: [{run: pytest}]
      """
    let files = [".github/workflows/job.yml": called]
    let job =
      "uses: ./.github/workflows/job.yml\nstrategy: {matrix: {os: [macos-15, windows-2025]}}\nwith: {os: '${{ matrix.os }}'"
    #expect(
      try targets("\(job)}", files: files) == [
        "macos arm64 - native tested", "macos arm64 - native tested", "windows x86-64 - native tested",
        "windows x86-64 - native tested",
      ])
    let quick = try targets("\(job), quick: true}", files: files)
    #expect(quick.contains("windows x86-64 - native in part") && quick.contains("linux x86-64 glibc native tested"))
    #expect(try targets("\(job)}").isEmpty)
  }

  @Test("scripts of the repository are read where they are given")
  func scripts() throws {
    let files = [
      "ci/test.sh": "#!/bin/bash\nset -e\ncd $1\npytest --pyargs numpy\necho done\n", "ci/part.sh": "pytest -k x\n",
      "ci/loop.sh": "bash ci/loop.sh; bash ci/loop.sh\n", "ci/blind.sh": "pytest\necho done\n",
    ]
    func found(_ script: String) throws -> [String] {
      try targets("runs-on: ubuntu-24.04\nsteps: [{run: '\(script)'}]", files: files).map { String($0.dropFirst(26)) }
    }
    #expect(try found("bash ci/test.sh /tmp") == ["tested"])
    #expect(try found("./ci/test.sh .") == ["tested"])
    #expect(try found("bash ci/part.sh") == ["in part"])
    #expect(try found("bash ci/blind.sh") == ["unknown: a failure of 'pytest' does not fail its step"])
    #expect(try found("bash ci/loop.sh") == ["unseen"])
    #expect(try found("bash ci/other_test.sh") == ["unknown: 'ci/other_test.sh' is not looked into"])
  }

  @Test("the shell decides whose failure counts")
  func shells() throws {
    func found(_ runner: String, _ step: String) throws -> [String] {
      try targets("runs-on: \(runner)\nsteps: [{\(step)}]").map { $0.hasSuffix(" tested") ? "tested" : "not" }
    }
    #expect(try found("ubuntu-24.04", "run: 'pytest | tee log'") == ["not"])
    #expect(try found("ubuntu-24.04", "run: 'pytest | tee log', shell: bash") == ["tested"])
    #expect(try found("ubuntu-24.04", "run: \"pytest\\necho done\", shell: 'bash -l {0}'") == ["not"])
    #expect(try found("ubuntu-24.04", "run: \"pytest\\necho done\", shell: 'bash -el {0}'") == ["tested"])
    #expect(try found("windows-2025", "run: \"pytest\\npython x.py\"") == ["not"])
    #expect(try found("windows-2025", "run: \"pytest\\nWrite-Host done\"") == ["tested"])
    #expect(try found("windows-2025", "run: \"pytest\\npython x.py\", shell: bash") == ["tested"])
    let choice = "If ( '${{ matrix.mode }}' -eq 'full' ) { pytest } else { pytest -k x }"
    #expect(
      try targets("runs-on: windows-2025\nstrategy: {matrix: {mode: [full, fast]}}\nsteps: [{run: \"\(choice)\"}]") == [
        "windows x86-64 - native tested", "windows x86-64 - native in part",
      ])
    #expect(try found("windows-2025", "run: 'if ($x) { pytest }'") == ["not"])
    #expect(try found("windows-2025", "run: '& .venv\\Scripts\\python.exe -m pytest'") == ["tested"])
    #expect(
      try targets("runs-on: ubuntu-24.04\ndefaults: {run: {shell: bash}}\nsteps: [{run: 'pytest | tee log'}]") == [
        "linux x86-64 glibc native tested"
      ])
    #expect(
      try targets("runs-on: ubuntu-24.04\ndefaults: {run: {working-directory: numpy/linalg}}\nsteps: [{run: pytest}]")
        == ["linux x86-64 glibc native in part"])
  }
}
