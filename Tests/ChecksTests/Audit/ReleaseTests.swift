import Diagnostics
import Policy
import Testing
@testable import Checks

@Suite("Workflows that release wheels are held against what the policy asks of them")
struct ReleaseTests {
  private static let registry = """
    --- platforms/haiku.yaml
    name: Haiku
    target: {os: linux, arch: x86-64, libc: glibc, interpreter: cpython}
    ci: [{workflow: .github/workflows/w.yml, job: test, hosting: github, execution: native}]
    wheels:
      jobs: [{workflow: .github/workflows/w.yml, job: build, matrix: manylinux_x86_64, hosting: github, execution: native}]
      publishing: trusted
    moves: [{date: 2026-02-09, to: tier-1}]
    --- platforms/plan-9.yaml
    name: Plan 9
    target: {os: emscripten, arch: wasm32, interpreter: cpython}
    moves: [{date: 2026-02-09, to: tier-3}]
    """

  private static func workflow(
    matrix: String = "{os: [ubuntu-24.04], build: [manylinux_x86_64], python: [cp313, cp314]}",
    permissions: String = "{id-token: write}",
    steps: String = "[{uses: pypa/gh-action-pypi-publish@v1}]", runner: String = "ubuntu-24.04"
  ) -> String {
    """
    --- .github/workflows/w.yml
    on: [pull_request, workflow_dispatch]
    jobs:
      test: {runs-on: ubuntu-24.04, steps: [{run: pytest}]}
      build:
        runs-on: ${{ matrix.os }}
        strategy:
          matrix: \(matrix)
        steps:
          - uses: pypa/cibuildwheel@v4
            with: {only: '${{ matrix.python }}-${{ matrix.build }}'}
            env: {CIBW_TEST_COMMAND: pytest}
      publish:
        if: github.event_name == 'workflow_dispatch'
        needs: [build]
        runs-on: \(runner)
        permissions: \(permissions)
        steps: \(steps)
    """
  }

  private func findings(_ workflow: String) -> [String] { auditFindings(Self.registry + "\n" + workflow) }

  /// `publishing kept`, by the workflows.
  private func duties(_ workflow: String) throws -> [String] {
    try auditedExample(Self.registry + "\n" + workflow, "haiku").filter { $0.source == .workflow }
      .map { "\($0.duty.rawValue) \($0.word)" }
  }

  @Test func whatIsInOrder() throws {
    #expect(findings(Self.workflow()) == [])
    #expect(
      try duties(Self.workflow()) == [
        "ci kept", "wheels kept", "publishing kept", "public-build kept",
      ])
  }

  @Test("what is built shows nothing of a release that nothing publishes")
  func unpublished() throws {
    #expect(try duties(Self.workflow(steps: "[{run: ls dist}]")).contains("wheels unknown"))
    let beside = Self.workflow().split(separator: "\n").map { $0 == "    needs: [build]" ? "    needs: [test]" : $0 }
    #expect(try duties(beside.joined(separator: "\n")).contains("wheels unknown"))
  }

  @Test("a listing without a release leaves unknown what is released, whatever builds it")
  func emptyListings() throws {
    for listing in [#"{"name": "demo", "files": []}"#, "", "{", #"{"name": "demo", "files": [{"filename": "demo-1.0"#] {
      let files = "\(Self.registry)\n\(Self.workflow())\n--- index.json\n\(listing)"
      let wheels = try auditedExample(files, "haiku")[.wheels]
      #expect(wheels?.status == .unknown, "\(listing)")
    }
  }

  @Test func tokens() throws {
    let workflow = Self.workflow(
      steps: "[{uses: pypa/gh-action-pypi-publish@v1, with: {password: '${{ secrets.PYPI }}'}}]")
    #expect(
      findings(workflow) == [
        ".github/workflows/w.yml:17 untrusted-publishing error: 'publish' publishes wheels with a token"
      ])
    #expect(try duties(workflow).contains("publishing broken"))
    #expect(findings(Self.workflow(steps: "[{run: twine upload dist/*}]")).count == 1)
    #expect(findings(Self.workflow(steps: "[{run: uv publish}]")) == [])
  }

  @Test func identity() {
    #expect(
      findings(Self.workflow(permissions: "{contents: read}")) == [
        ".github/workflows/w.yml:17 untrusted-publishing error: 'publish' publishes wheels and may not identify itself to the index"
      ])
  }

  @Test("another index is not the one that users install from")
  func otherIndex() throws {
    let workflow = Self.workflow(
      permissions: "{contents: read}",
      steps: "[{uses: pypa/gh-action-pypi-publish@v1, with: {repository-url: 'https://test.pypi.org/legacy/'}}, "
        + "{run: anaconda upload x}]")
    #expect(findings(workflow) == [])
    #expect(try duties(workflow).contains("publishing unknown"))
  }

  @Test func selfHostedMachines() throws {
    let matrix = "{os: [[self-hosted, linux, x64]], build: [manylinux_x86_64], python: [cp313]}"
    #expect(
      findings(Self.workflow(matrix: matrix)) == [
        ".github/workflows/w.yml:5 private-wheel-build error: 'build' builds wheels of 'Haiku' on 'self-hosted', 'linux' and 'x64', a self-hosted machine"
      ])
    #expect(try duties(Self.workflow(matrix: matrix)).contains("public-build broken"))
    #expect(
      findings(Self.workflow(runner: "self-hosted")).map { $0.prefix(60) } == [
        ".github/workflows/w.yml:15 private-wheel-build error: 'publi"
      ])
  }

  @Test("no job that the published files come from is on a machine of one's own")
  func selfHostedJobsBeside() {
    let other = Self.workflow() + "\n  sdist: {runs-on: [self-hosted, linux], steps: [{run: make}]}"
    #expect(findings(other) == [])
    #expect(
      findings(other.replacing("needs: [build]", with: "needs: [build, sdist]")) == [
        ".github/workflows/w.yml:18 private-wheel-build error: 'sdist', which 'publish' needs to publish wheels, runs on "
          + "'self-hosted' and 'linux', a self-hosted machine"
      ])
  }

  @Test("a job that never runs publishes nothing")
  func deadUploads() throws {
    let workflow = Self.workflow().replacing("if: github.event_name == 'workflow_dispatch'", with: "if: false")
    #expect(try duties(workflow).contains("publishing unknown"))
  }

  @Test("whether a platform has wheels is unknown where the job that is listed builds for another one")
  func anotherPlatform() throws {
    let workflow = Self.workflow(
      matrix: "{os: [windows-2025], build: [win32, manylinux_x86_64], python: [cp313], "
        + "exclude: [{build: manylinux_x86_64}], include: [{os: windows-2025, build: win32, python: cp314, "
        + "x: manylinux_x86_64}]}")
    let verdicts = try auditedExample(Self.registry + "\n" + workflow, "haiku")
    #expect(verdicts[.wheels]?.status == .unknown)
    #expect(verdicts[.blocking]?.status == .unknown)
  }

  @Test("a failure of which nobody knows whether it counts, and a job for tags only, are unknown")
  func unknownBlocking() throws {
    let test = "test: {runs-on: ubuntu-24.04, "
    #expect(
      try duties(Self.workflow().replacing(test, with: test + "continue-on-error: '${{ inputs.x }}', "))
        .contains("blocks-release unknown"))
    #expect(
      try duties(
        Self.workflow().replacing("on: [pull_request, workflow_dispatch]", with: "on: {push: {tags: [v*]}}")
      ).prefix(2) == ["ci unknown", "blocks-release unknown"])
  }

  @Test func exclusions() {
    let all = "os: [ubuntu-24.04], build: [manylinux_x86_64], python: [cp313, cp314]"
    #expect(
      findings(Self.workflow(matrix: "{\(all), exclude: [{python: cp314}]}")) == [
        ".github/workflows/w.yml:7 wheel-gap warning: 'exclude' takes a build of 'cp314-manylinux_x86_64' from 'Haiku'; no other run builds it"
      ])
    #expect(
      findings(Self.workflow(matrix: "{\(all), blas: [a, b], exclude: [{python: cp314, blas: a}]}")) == [
        ".github/workflows/w.yml:7 wheel-gap warning: 'exclude' takes a build of 'cp314-manylinux_x86_64' from 'Haiku'; "
          + "what is left of it is 'b, manylinux_x86_64, ubuntu-24.04, cp314'"
      ])
    #expect(findings(Self.workflow(matrix: "{\(all), exclude: [{python: cp399}]}")) == [])
  }

  @Test func unexpectedWheels() {
    let matrix =
      "{os: [ubuntu-24.04], build: [manylinux_x86_64], python: [cp313], include: [{os: ubuntu-24.04, build: pyodide_wasm32, python: cp314}]}"
    #expect(
      findings(Self.workflow(matrix: matrix)) == [
        ".github/workflows/w.yml:7 unexpected-wheels error: 'cp314-pyodide_wasm32' is built among the wheels that 'publish' "
          + "publishes, and for 'Plan 9' 'Tier 3' releases none"
      ])
    let removing = "[{run: rm -r dist/*wasm*}, {uses: pypa/gh-action-pypi-publish@v1}]"
    #expect(
      findings(Self.workflow(matrix: matrix, steps: removing)) == [
        ".github/workflows/w.yml:7 unexpected-wheels warning: 'cp314-pyodide_wasm32' is built among the released wheels, and "
          + "for 'Plan 9' 'Tier 3' releases none; only the pattern '*wasm*' keeps it off the index"
      ])
    #expect(
      findings(Self.workflow(matrix: matrix, steps: "[{run: rm *win32*}, {uses: pypa/gh-action-pypi-publish@v1}]"))
        .count == 1)
  }

  @Test("workflows that are not given are unknown")
  func otherRepository() throws {
    let registry = Self.registry.replacing(
      "jobs: [{workflow", with: "jobs: [{repository: numpy/numpy-release, workflow")
    let files = RuleExample.files(registry + "\n" + Self.workflow()).sources
    #expect(RuleExample.auditFindings(in: files).lines == [])
  }

  @Test("a release is held back by the wheel builds that its upload needs, and by no others")
  func neededBuilds() throws {
    func blocking(_ workflow: String) throws -> String? {
      let linked = Self.registry.replacing(
        "job: test, hosting: github, execution: native}",
        with: "job: test, hosting: github, execution: native, blocks: true, blocks-source: 'https://example.org/1'}")
      return try auditedExample(linked + "\n" + workflow, "haiku")[.blocking].map { "\($0.word): \($0.reason)" }
    }
    #expect(
      try blocking(Self.workflow())?.hasPrefix(
        "kept: a failure of 'test' of .github/workflows/w.yml holds a release back") == true)
    #expect(
      try blocking(Self.workflow().replacing("needs: [build]", with: "needs: [test]"))
        == "broken: 'publish' publishes wheels without waiting for 'build' of .github/workflows/w.yml")
    let always = Self.workflow().replacing("if: github.event_name", with: "if: always() && github.event_name")
    #expect(try blocking(always)?.hasPrefix("unknown") == true)
    #expect(
      try blocking(Self.workflow().replacing("  build:\n", with: "  build:\n    continue-on-error: true\n"))
        == "broken: a failure of 'build' of .github/workflows/w.yml does not count")
  }
}
