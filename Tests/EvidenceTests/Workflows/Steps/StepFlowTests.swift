import Testing
@testable import Evidence

@Suite("What stands around a test says whether it shows anything, and of what")
struct StepFlowTests {
  /// What is shown by the steps of a job on an ordinary machine.
  private func shown(_ steps: String, job: String = "") throws -> [String] {
    try runs("runs-on: ubuntu-24.04\n\(job)steps:\n\(steps)").flatMap { run in
      run.targets.map { target in
        let tests =
          switch target.tests {
          case .tested: "tested"
          case .testedInPart: "in part"
          case .untested, .unknown: "unknown"
          case .unseen: "unseen"
          }
        return [target.interpreter, target.architecture, target.libc, tests].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  @Test("a step that may not run shows nothing")
  func conditions() throws {
    #expect(try shown("- {if: \"steps.x.outputs.changed == 'true'\", run: pytest}") == ["x86-64 glibc unknown"])
    #expect(try shown("- {if: \"inputs.full\", run: pytest}") == ["x86-64 glibc unknown"])
    #expect(try shown("- {if: \"github.event_name == 'pull_request'\", run: pytest}") == ["x86-64 glibc tested"])
    #expect(try shown("- {if: \"github.event_name != 'schedule'\", run: pytest}") == ["x86-64 glibc tested"])
    #expect(try shown("- {if: \"!cancelled()\", run: pytest}") == ["x86-64 glibc tested"])
    #expect(try shown("- {if: \"github.event_name == 'schedule'\", run: pytest}") == ["x86-64 glibc unknown"])
  }

  @Test("behind a step that always fails nothing runs")
  func failingSteps() throws {
    #expect(try shown("- run: exit 1\n- run: pytest") == ["x86-64 glibc unseen"])
    #expect(try shown("- run: 'false'\n- run: pytest") == ["x86-64 glibc unseen"])
    #expect(try shown("- run: exit 0\n- run: pytest") == ["x86-64 glibc tested"])
    #expect(try shown("- {run: exit 1, continue-on-error: true}\n- run: pytest") == ["x86-64 glibc tested"])
    #expect(try shown("- run: exit 1\n- {run: pytest, if: always()}") == ["x86-64 glibc tested"])
  }

  @Test("tests whose failure nobody sees show nothing, whoever hides it")
  func hiddenFailures() throws {
    #expect(try shown("- {run: pytest, continue-on-error: true}") == ["x86-64 glibc unknown"])
    #expect(try shown("- {run: pytest, continue-on-error: '${{ inputs.x }}'}") == ["x86-64 glibc unknown"])
    #expect(try shown("- run: pytest", job: "continue-on-error: true\n") == ["x86-64 glibc unknown"])
    #expect(try shown("- run: pytest", job: "continue-on-error: ${{ vars.X }}\n") == ["x86-64 glibc unknown"])
    #expect(
      try shown(
        "- run: pytest",
        job: "strategy: {matrix: {try: [true, false]}}\ncontinue-on-error: ${{ matrix.try }}\n")
        == ["x86-64 glibc unknown", "x86-64 glibc tested"])
    #expect(
      try shown(
        "- {uses: pypa/cibuildwheel@v3, continue-on-error: true, env: {CIBW_TEST_COMMAND: pytest, CIBW_BUILD: cp313-manylinux_x86_64}}"
      )
        == ["x86-64 glibc unknown"])
  }

  @Test("the Python that steps set up is the one that runs the tests")
  func interpreters() throws {
    func python(_ versions: String) -> String {
      "- uses: actions/setup-python@v6\n  with:\n    python-version: \(versions)\n"
    }
    #expect(try shown(python("pypy3.11") + "- run: pytest") == ["pypy x86-64 glibc tested"])
    #expect(try shown(python("pypy3.11") + python("'3.13'") + "- run: pytest") == ["x86-64 glibc tested"])
    #expect(try shown(python("'3.13'") + python("pypy3.11") + "- run: pytest") == ["pypy x86-64 glibc tested"])
    #expect(try shown(python("|\n      3.13\n      pypy3.11") + "- run: pytest") == ["pypy x86-64 glibc tested"])
    #expect(try shown(python("graalpy-24.1") + "- run: pytest") == ["graalpy x86-64 glibc tested"])
    #expect(try shown("- run: pypy3 -m pytest") == ["pypy x86-64 glibc tested"])
    #expect(try shown("- run: uv venv --python pypy3.11\n- run: uv run pytest") == ["x86-64 glibc unknown"])
    #expect(try shown("- run: pypy3 -m venv v\n- run: . v/bin/activate && pytest") == ["x86-64 glibc unknown"])
    #expect(
      try shown("- run: pypy3 -m pytest\n- run: python3 -m pytest") == [
        "pypy x86-64 glibc tested", "x86-64 glibc tested",
      ])
  }

  @Test("what is built for another machine tests that one")
  func machines() throws {
    #expect(try shown("- run: cargo test --target i686-unknown-linux-gnu") == ["x86 glibc tested"])
    #expect(try shown("- {run: cargo test, env: {CARGO_BUILD_TARGET: i686-unknown-linux-musl}}") == ["x86 musl tested"])
    #expect(
      try shown("- run: cargo test", job: "env: {CARGO_BUILD_TARGET: i686-unknown-linux-gnu}\n") == ["x86 glibc tested"]
    )
    #expect(try shown("- run: go test ./...", job: "env: {GOARCH: '386'}\n") == ["x86 glibc tested"])
    #expect(
      try shown("- run: echo \"GOARCH=386\" >> \"$GITHUB_ENV\"\n- run: go test ./...") == ["x86 glibc tested"])
    #expect(
      try shown("- run: cmake -B build -DCMAKE_TOOLCHAIN_FILE=arm.cmake\n- run: ctest") == ["x86-64 glibc unknown"])
    #expect(try shown("- run: ./configure CFLAGS=-m32\n- run: make check") == ["x86-64 glibc unknown"])
  }

  @Test("tests in a container are of its system, those beside it are not")
  func containers() throws {
    let qemu = "- uses: docker/setup-qemu-action@v3\n"
    #expect(
      try shown(qemu + "- run: docker run --platform linux/arm64 debian ls\n- run: pytest") == ["x86-64 glibc tested"])
    #expect(
      try shown(qemu + "- run: docker run --platform linux/arm64 debian make check") == ["arm64 glibc tested"])
    #expect(try shown("- run: docker run python:3.13-alpine pytest") == ["x86-64 musl tested"])
    #expect(try shown("- run: pytest", job: "container: python:3.13-alpine\n") == ["x86-64 musl tested"])
    #expect(try shown("- run: docker exec c pytest") == ["x86-64 glibc unknown"])
    #expect(
      try shown("- uses: vmactions/freebsd-vm@v1\n  with: {run: uname}\n- run: pytest") == ["x86-64 glibc tested"])
    #expect(
      try shown("- uses: reactivecircus/android-emulator-runner@v2\n  with: {arch: x86_64, script: pytest}") == [
        "x86-64 glibc unknown"
      ])
  }

  @Test("variables of steps before it, and of its workflow, choose tests as options do")
  func variables() throws {
    #expect(try shown("- run: pytest", job: "env: {PYTEST_ADDOPTS: '-k simd'}\n") == ["x86-64 glibc in part"])
    #expect(try shown("- run: tox -e py", job: "env: {PYTEST_ADDOPTS: '-k simd'}\n") == ["x86-64 glibc in part"])
    #expect(try shown("- run: pytest", job: "env: {PYTEST_ADDOPTS: '${{ inputs.x }}'}\n") == ["x86-64 glibc unknown"])
    for script in [
      "echo 'PYTEST_ADDOPTS=-k simd' >> $GITHUB_ENV", "echo PYTEST_ADDOPTS='-k simd' >>$GITHUB_ENV",
      "printf 'PYTEST_ADDOPTS=-k simd\\n' | tee -a \"$GITHUB_ENV\"",
      "{ echo PYTEST_ADDOPTS=-kx; echo B=c; } >> $GITHUB_ENV",
    ] {
      #expect(try shown("- run: |\n    \(script)\n- run: pytest") != ["x86-64 glibc tested"], "\(script)")
    }
    #expect(
      try shown("- run: |\n    cat >> $GITHUB_ENV <<X\n    PYTEST_ADDOPTS=-k simd\n    X\n- run: pytest") == [
        "x86-64 glibc unknown"
      ])
    #expect(try shown("- run: echo 'PYTEST_ADDOPTS=-v' >> $GITHUB_ENV\n- run: pytest") == ["x86-64 glibc tested"])
  }
}
