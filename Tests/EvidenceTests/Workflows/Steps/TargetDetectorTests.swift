import Diagnostics
import Policy
import Testing
@testable import Evidence

@Suite("Steps show what a run builds for, and how that is run")
struct TargetDetectorTests {
  private func targets(_ text: String) throws -> [String] { try targetLines(text) }

  @Test func machineAlone() throws {
    #expect(try targets("runs-on: ubuntu-24.04\nsteps: [{run: pytest}]") == ["linux x86-64 glibc native tested"])
    #expect(try targets("runs-on: macos-15\nsteps: [{run: make}]") == ["macos arm64 - native unseen"])
    #expect(try targets("runs-on: somebodys\nsteps: [{run: pytest}]") == [])
  }

  @Test func pythonOfAnotherArchitecture() throws {
    let steps = "steps: [{uses: actions/setup-python@v6, with: {architecture: x86}}, {run: pytest}]"
    #expect(try targets("runs-on: windows-2025\n\(steps)") == ["windows x86 - native tested"])
  }

  @Test func containers() throws {
    #expect(
      try targets("runs-on: ubuntu-24.04\ncontainer: quay.io/pypa/manylinux_2_28_i686\nsteps: [{run: pytest}]") == [
        "linux x86 glibc native tested"
      ])
    #expect(
      try targets("runs-on: ubuntu-24.04\ncontainer: {image: 'alpine:3.22'}\nsteps: [{run: pytest}]") == [
        "linux x86-64 musl native tested"
      ])
    #expect(
      try targets(
        """
        runs-on: ubuntu-24.04-arm
        steps:
          - run: docker run --rm -v $(pwd):/src arm32v7/ubuntu:24.04 bash -c "cd /src && pytest"
        """) == ["linux armv7 glibc native tested"])
  }

  @Test func emulation() throws {
    #expect(
      try targets(
        """
        runs-on: ubuntu-24.04
        strategy: {matrix: {config: [[riscv64, 'riscv64/ubuntu:22.04']]}}
        env: {ARCH: '${{ matrix.config[0] }}', FILTER: "test_simd or test_umath"}
        steps:
          - uses: docker/setup-qemu-action@v4
          - run: |
              docker run --platform=linux/${ARCH} x \\
                bash -c "cd /src && spin test -- -k \\"${FILTER}\\""
        """) == ["linux riscv64 glibc emulated in part"])
    #expect(
      try targets(
        """
        runs-on: ubuntu-24.04
        steps: [{uses: uraimo/run-on-arch-action@v3, with: {arch: s390x, run: pytest}}, {run: pytest}]
        """) == ["linux s390x glibc emulated tested", "linux x86-64 glibc native tested"])
  }

  @Test("actions that bring a machine along are given their scripts")
  func scriptsOfActions() throws {
    func targets(_ step: String) throws -> [String] { try self.targets("runs-on: ubuntu-24.04\nsteps: [{\(step)}]") }
    #expect(
      try targets("uses: uraimo/run-on-arch-action@v3, with: {arch: riscv64, distro: ubuntu22.04, run: pytest}") == [
        "linux riscv64 glibc emulated tested"
      ])
    #expect(
      try targets("uses: uraimo/run-on-arch-action@v3, with: {arch: none, base_image: 's390x/alpine:3', run: make}")
        == [
          "linux s390x musl emulated unseen"
        ])
    #expect(
      try targets("uses: uraimo/run-on-arch-action@v3, with: {arch: aarch64, distro: alpine_latest, run: pytest}") == [
        "linux arm64 musl emulated tested"
      ])
    #expect(
      try targets("uses: vmactions/freebsd-vm@v1, with: {prepare: pkg install x, run: 'pytest -k simd'}") == [
        "freebsd x86-64 - native in part"
      ])
    #expect(
      try targets("uses: cross-platform-actions/action@v1, with: {operating_system: netbsd, run: pytest}") == [
        "netbsd x86-64 - native tested"
      ])
    #expect(
      try targets("uses: reactivecircus/android-emulator-runner@v2, with: {arch: x86_64, script: adb shell pytest}")
        == [
          "android x86-64 - emulated tested"
        ])
  }

  @Test(
    "which commands run tests, and which run all of them",
    arguments: [
      ("pytest", "tested"), ("pytest tests/", "tested"), ("pytest ./numpy/tests", "tested"),
      ("pytest src/numpy/tests", "tested"), ("pytest {project}/tests", "tested"), ("pytest numpy/linalg", "in part"),
      ("pytest numpy/linalg/tests", "in part"), ("pytest tests/test_a.py", "in part"), ("pytest test_a.py", "in part"),
      ("pytest a.py::test", "in part"), ("pytest --version", "unseen"), ("pytest --collect-only -q", "unseen"),
      ("echo pytest", "unseen"), ("tox -e py313", "tested"), ("tox -e lint", "unseen"), ("nox -s docs", "unseen"),
    ])
  func commands(script: String, expected: String) throws {
    #expect(
      try targets("runs-on: ubuntu-24.04\nsteps: [{run: '\(script)'}]") == ["linux x86-64 glibc native \(expected)"])
  }

  @Test("the keys of a job know no 'env'; its steps do, and the machine")
  func contexts() throws {
    #expect(try runs("runs-on: ${{ env.X }}\nenv: {X: ubuntu-24.04}\nsteps: [{run: a}]").first?.run.runner == nil)
    let steps = "steps: [{run: pytest, if: runner.arch == 'ARM64'}]"
    #expect(try targets("runs-on: ubuntu-24.04-arm\n\(steps)") == ["linux arm64 glibc native tested"])
    #expect(try targets("runs-on: ubuntu-24.04\n\(steps)") == ["linux x86-64 glibc native unseen"])
  }

  @Test func guests() throws {
    #expect(
      try targets(
        "runs-on: ubuntu-24.04\nsteps: [{uses: vmactions/freebsd-vm@v1}, {run: pytest, shell: 'freebsd {0}'}]") == [
          "freebsd x86-64 - native tested"
        ])
    #expect(
      try targets(
        "runs-on: ubuntu-24.04\nsteps: [{uses: vmactions/freebsd-vm@v1, with: {arch: aarch64}}, "
          + "{run: pytest, shell: 'freebsd {0}'}]")
        == ["freebsd arm64 - emulated tested"])
    #expect(
      try targets("runs-on: windows-2025\nsteps: [{uses: egor-tensin/setup-cygwin@v4}, {run: pytest}]") == [
        "cygwin x86-64 - native tested"
      ])
  }

  @Test(arguments: [
    ("ubuntu-24.04", "cp313-manylinux_x86_64", "linux x86-64 glibc native"),
    ("ubuntu-24.04-arm", "cp313-musllinux_aarch64", "linux arm64 musl native"),
    ("ubuntu-24.04", "cp313-manylinux_i686", "linux x86 glibc native"),
    ("ubuntu-24.04", "cp313-manylinux_s390x", "linux s390x glibc ?"),
    ("ubuntu-24.04", "cp313-android_x86_64", "android x86-64 - emulated"),
    ("ubuntu-24.04", "cp313-android_arm64_v8a", "android arm64 - cross-compiled"),
    ("macos-26", "cp313-ios_arm64_iphoneos", "ios arm64 - cross-compiled"),
    ("macos-26", "cp313-ios_arm64_iphonesimulator", "ios arm64 - native"),
    ("macos-15-intel", "cp313-ios_arm64_iphonesimulator", "ios arm64 - cross-compiled"),
    ("macos-15", "cp313-macosx_x86_64", "macos x86-64 - emulated"),
    ("macos-15-intel", "cp313-macosx_arm64", "macos arm64 - cross-compiled"),
    ("windows-2025", "cp313-win32", "windows x86 - native"),
    ("windows-2025", "cp313-win_arm64", "windows arm64 - cross-compiled"),
    ("ubuntu-24.04", "cp314-pyodide_wasm32", "emscripten wasm32 - native"),
  ])
  func wheels(runner: String, identifier: String, expected: String) throws {
    let step = "{uses: pypa/cibuildwheel@v4, with: {only: \(identifier)}, env: {CIBW_TEST_COMMAND: pytest}}"
    #expect(try targets("runs-on: \(runner)\nsteps: [\(step)]") == ["\(expected) tested"])
  }

  @Test func wheelTests() throws {
    func verdict(_ environment: String) throws -> String {
      let step = "{uses: pypa/cibuildwheel@v4, with: {only: cp313-musllinux_x86_64}, env: {\(environment)}}"
      return try targets("runs-on: ubuntu-24.04\nsteps: [\(step)]").joined()
    }
    let target = "linux x86-64 musl native"
    #expect(
      try verdict("A: b")
        == "\(target) unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence")
    #expect(
      try verdict("CIBW_TEST_COMMAND: pytest, CIBW_TEST_SKIP: '*-macosx* *-musllinux*'")
        == "\(target) untested: 'CIBW_TEST_SKIP' names it")
    #expect(try verdict("CIBW_TEST_COMMAND_LINUX: pytest, CIBW_TEST_SKIP: '*-win*'") == "\(target) tested")
    #expect(try verdict("CIBW_TEST_COMMAND: ''") == "\(target) untested: 'CIBW_TEST_COMMAND' is empty")
    #expect(try verdict("CIBW_TEST_COMMAND: pytest -k x") == "\(target) in part")
    #expect(
      try verdict("CIBW_TEST_COMMAND: python -c 'import x'")
        == "\(target) unknown: 'python -c 'import x'' is not known to run tests")
    #expect(
      try verdict("CIBW_TEST_COMMAND: 'bash {project}/tools/test.sh {project}'")
        == "\(target) unknown: '{project}/tools/test.sh' is not looked into")
  }

  @Test("cibuildwheel as a command is told what it builds by its options")
  func wheelCommands() throws {
    func found(_ command: String) throws -> [String] {
      try targets("runs-on: ubuntu-24.04\nenv: {CIBW_TEST_COMMAND: pytest}\nsteps: [{run: '\(command)'}]")
    }
    #expect(
      try found("pipx run cibuildwheel==4.0 --only cp313-musllinux_x86_64") == ["linux x86-64 musl native tested"])
    #expect(try found("python -m cibuildwheel --platform pyodide") == ["emscripten wasm32 - native tested"])
    #expect(
      try found("uvx cibuildwheel --archs=aarch64 --only cp313-manylinux_x86_64") == [
        "linux x86-64 glibc native tested"
      ])
    #expect(try found("cibuildwheel --print-build-identifiers") == ["linux x86-64 glibc native unseen"])
    #expect(try found("pip install cibuildwheel") == ["linux x86-64 glibc native unseen"])
  }

  @Test func architecturesOfWheels() throws {
    #expect(
      try targets(
        """
        runs-on: ubuntu-24.04
        steps:
          - uses: docker/setup-qemu-action@v4
          - {uses: pypa/cibuildwheel@v4, env: {CIBW_ARCHS_LINUX: aarch64 ppc64le, CIBW_TEST_COMMAND: pytest}}
        """) == [
          "linux arm64 glibc emulated tested", "linux arm64 musl emulated tested",
          "linux ppc64le glibc emulated tested",
          "linux ppc64le musl emulated tested",
        ])
  }

  @Test("an identifier may leave the architecture to others")
  func openIdentifiers() throws {
    func targets(_ runner: String, _ environment: String) throws -> [String] {
      try self.targets(
        "runs-on: \(runner)\nsteps: [{uses: pypa/cibuildwheel@v4, env: {\(environment), CIBW_TEST_COMMAND: pytest}}]")
    }
    #expect(
      try targets("windows-11-arm", "CIBW_BUILD: 'cp313-win*', CIBW_ARCHS: ARM64") == ["windows arm64 - native tested"])
    #expect(try targets("ubuntu-24.04", "CIBW_BUILD: 'cp313-musllinux*'") == ["linux x86-64 musl native tested"])
    #expect(
      try targets("ubuntu-24.04", "CIBW_BUILD: 'cp313-*'") == [
        "linux x86-64 glibc native tested", "linux x86-64 musl native tested",
      ])
    #expect(try targets("ubuntu-24.04", "CIBW_PLATFORM: pyodide") == ["emscripten wasm32 - native tested"])
  }

  @Test("what may be several things is none of them")
  func openBuilds() throws {
    func targets(_ environment: String) throws -> [String] {
      try self.targets(
        "runs-on: ubuntu-24.04\nsteps: [{uses: docker/setup-qemu-action@v4}, "
          + "{uses: pypa/cibuildwheel@v4, env: {\(environment)}}]")
    }
    #expect(try targets("CIBW_ARCHS: all") == [])
    #expect(try targets("CIBW_ARCHS_LINUX: '${{ inputs.arch }}'") == [])
    #expect(try targets("CIBW_BUILD: '${{ inputs.build }}'") == [])
    #expect(
      try self.targets("runs-on: ubuntu-24.04\nsteps: [{uses: docker/setup-qemu-action@v4}, {run: ./test.sh}]") == [])
  }

  @Test func alpine() throws {
    #expect(
      try targets(
        "runs-on: ubuntu-24.04\nsteps: [{uses: jirutka/setup-alpine@v1, with: {arch: riscv64}}, "
          + "{run: pytest, shell: 'alpine.sh {0}'}]")
        == ["linux riscv64 musl emulated tested"])
    #expect(
      try targets(
        "runs-on: ubuntu-24.04\nsteps: [{uses: jirutka/setup-alpine@v1}, {run: pytest, shell: 'alpine.sh {0}'}]") == [
          "linux x86-64 musl native tested"
        ])
  }

  @Test("composite actions that are not given are named and not guessed")
  func unresolved() throws {
    #expect(
      try targets("runs-on: ubuntu-24.04\nsteps: [{uses: ./.github/meson_actions}, {run: pytest -k x}]") == [
        "linux x86-64 glibc native unknown: './.github/meson_actions' is not given, and may test"
      ])
  }

  @Test("a step that its condition keeps from running shows nothing")
  func conditions() throws {
    #expect(
      try targets(
        """
        runs-on: ubuntu-24.04
        strategy: {matrix: {mode: [full, linalg]}}
        steps:
          - {run: spin test -- numpy/linalg}
          - {run: spin test, if: matrix.mode == 'full'}
        """) == ["linux x86-64 glibc native tested", "linux x86-64 glibc native in part"])
  }

  @Test("whether a failure counts may be known only when a run does")
  func openFailures() throws {
    func open(_ text: String) throws -> [Int?] { try runs(text).map { $0.openFailure?.start.line } }
    #expect(try open("runs-on: x\ncontinue-on-error: ${{ inputs.new }}\nsteps: [{run: pytest}]") == [5])
    #expect(try open("runs-on: x\nsteps:\n  - run: pytest\n    continue-on-error: ${{ inputs.new }}") == [7])
    #expect(try open("runs-on: x\ncontinue-on-error: true\nsteps: [{run: pytest}]") == [nil])
  }

  @Test func ignoredFailures() throws {
    func ignored(_ text: String) throws -> [Int?] { try runs(text).map { $0.ignoredFailure?.start.line } }
    #expect(try ignored("runs-on: x\ncontinue-on-error: true\nsteps: [{run: pytest}]") == [5])
    #expect(
      try ignored(
        "runs-on: x\ncontinue-on-error: ${{ matrix.new }}\nstrategy: {matrix: {new: [true, false]}}\nsteps: [{run: pytest}]"
      )
        == [5, nil])
    #expect(try ignored("runs-on: x\nsteps:\n  - run: pytest\n    continue-on-error: true\n  - run: x") == [7])
    #expect(try ignored("runs-on: x\nsteps:\n  - run: pytest\n  - run: upload\n    continue-on-error: true") == [nil])
    #expect(try ignored("runs-on: x\nsteps:\n  - run: |\n      make\n      pytest || true") == [8])
    #expect(try ignored("runs-on: x\nsteps:\n  - run: pytest || pytest --lf") == [nil])
    #expect(try ignored("runs-on: x\nsteps:\n  - run: rm x || true; pytest") == [nil])
  }
}
