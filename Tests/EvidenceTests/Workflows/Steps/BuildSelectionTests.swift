import Diagnostics
import Policy
import Testing
@testable import Evidence

@Suite("What cibuildwheel builds and tests follows from its options")
struct BuildSelectionTests {
  /// `cp313-win32 windows x86 - tested`, for the only step of a job.
  private func builds(
    _ environment: String, on runner: String = "ubuntu-24.04",
    file: String? = "[tool.cibuildwheel]\ntest-command = 'pytest'",
    action: String = "pypa/cibuildwheel@v4"
  ) throws -> [String] {
    let text = """
      on: push
      jobs:
        test: {runs-on: \(runner), steps: [{uses: \(action), env: {\(environment)}}]}
      """
    let configurations = try file.map { text in
      let (value, _) = TOMLReader.read(SourceFile(path: "pyproject.toml", text: text))
      return [BuildConfiguration(path: "pyproject.toml", file: try #require(value))]
    }
    let observed = ObservedWorkflow(
      WorkflowSources.File(path: ".github/workflows/w.yml", source: SourceFile(path: "w.yml", text: text)),
      repository: "numpy/numpy", files: RepositoryFiles(configurations: configurations ?? []))
    return (observed.runs["test"] ?? []).flatMap(\.targets).map { target in
      let tests: String
      if case .tested = target.tests { tests = "tested" } else { tests = "not tested" }
      return [
        target.identifier ?? "?", target.os, target.architecture, target.libc ?? "-", tests,
        target.isAssumed ? "assumed" : "",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("without options it builds for the machine")
  func defaults() throws {
    #expect(
      try builds("") == [
        "*-manylinux_x86_64 linux x86-64 glibc tested", "*-musllinux_x86_64 linux x86-64 musl tested",
      ])
    #expect(
      try builds("", on: "windows-2025") == [
        "*-win_amd64 windows x86-64 - tested", "*-win32 windows x86 - tested",
      ])
    #expect(try builds("", on: "windows-11-arm") == ["*-win_arm64 windows arm64 - tested"])
    #expect(try builds("", on: "macos-15") == ["*-macosx_arm64 macos arm64 - tested"])
    #expect(try builds("CIBW_SKIP: '*musl*'", action: "pypa/cibuildwheel@v2.23").count == 2)
  }

  @Test("'skip' takes away what it names, braces written out")
  func skips() throws {
    #expect(
      try builds("CIBW_SKIP: 'pp* *-musllinux_*'") == ["*-manylinux_x86_64 linux x86-64 glibc tested"])
    #expect(try builds("CIBW_SKIP: '*-{manylinux,musllinux}_{x86_64,i686}'") == [])
    #expect(try builds("CIBW_SKIP: 'cp3{8,9}-*'").count == 2)
    #expect(
      try builds("CIBW_BUILD: 'cp313-* cp314-win32', CIBW_SKIP: '*_amd64'", on: "windows-2025") == [
        "cp313-win32 windows x86 - tested", "cp314-win32 windows x86 - tested",
      ])
  }

  @Test("a file has options too, and the environment comes first")
  func files() throws {
    let file = """
      [tool.cibuildwheel]
      build = "cp313-*"
      skip = ["*musllinux*"]
      test-command = "pytest"
      test-skip = "*-*linux_aarch64"
      [tool.cibuildwheel.linux]
      archs = ["x86_64", "aarch64"]
      """
    #expect(
      try builds("", file: file) == [
        "cp313-manylinux_x86_64 linux x86-64 glibc tested", "cp313-manylinux_aarch64 linux arm64 glibc not tested",
      ])
    #expect(
      try builds("CIBW_BUILD: '*musllinux*', CIBW_SKIP: 'cp3?t-*', CIBW_ARCHS_LINUX: native", file: file) == [
        "*-musllinux_x86_64 linux x86-64 musl tested"
      ])
    #expect(
      try builds("CIBW_TEST_SKIP: 'cp312-*', CIBW_ARCHS: aarch64", file: file) == [
        "cp313-manylinux_aarch64 linux arm64 glibc tested"
      ])
  }

  @Test(
    "words of 'archs'",
    arguments: [
      ("auto32", "windows-2025", "win32"), ("auto64", "windows-2025", "win_amd64"),
      ("AMD64 x86", "windows-2025", "win_amd64 win32"),
      ("auto", "macos-15-intel", "macosx_x86_64"), ("all", "macos-15", ""),
      ("universal2", "macos-15", "macosx_universal2 macosx_arm64 macosx_x86_64"),
      ("'${{ inputs.archs }}'", "macos-15", ""),
    ])
  func architectures(words: String, runner: String, tags: String) throws {
    let found = try builds("CIBW_BUILD: 'cp313-*', CIBW_ARCHS: \(words)", on: runner)
    #expect(
      found.compactMap { $0.split(separator: " ").first?.dropFirst("cp313-".count) }.joined(separator: " ") == tags)
  }

  @Test("the options of other systems are theirs")
  func otherSystems() throws {
    #expect(
      try builds("CIBW_BUILD: 'cp313-man* cp313-win*', CIBW_ARCHS_MACOS: arm64 x86_64") == [
        "cp313-manylinux_x86_64 linux x86-64 glibc tested"
      ])
  }

  @Test("tests that some Pythons go without are tests all the same")
  func skippedTests() throws {
    #expect(
      try builds("CIBW_BUILD: 'cp3*-manylinux_x86_64', CIBW_TEST_SKIP: 'cp314t-*'").first?.hasSuffix(" tested") ?? false
    )
    #expect(
      try builds("CIBW_TEST_SKIP: '*-manylinux_{x86_64,i686}'") == [
        "*-manylinux_x86_64 linux x86-64 glibc not tested", "*-musllinux_x86_64 linux x86-64 musl tested",
      ])
  }

  @Test("what a file that is not there may say otherwise is assumed")
  func assumed() throws {
    #expect(try builds("", on: "macos-15", file: nil) == ["*-macosx_arm64 macos arm64 - not tested assumed"])
    #expect(try builds("CIBW_BUILD: '*'", on: "macos-15", file: nil).first?.hasSuffix("assumed") ?? false)
    #expect(
      try builds("CIBW_BUILD: '*', CIBW_ARCHS: arm64", on: "macos-15", file: nil).first?.hasSuffix("not tested")
        ?? false)
    #expect(try builds("CIBW_BUILD: cp313-win32", file: nil) == ["cp313-win32 windows x86 - not tested"])
  }

  @Test(
    "patterns are those of fnmatch",
    arguments: [
      ("cp31?-*", "cp313-win32", true), ("cp31?-*", "cp313t-win32", false), ("cp3[!1]*", "cp38-win32", true),
      ("cp3[0-9]-*", "cp39-win32", true), ("*[", "a[", true), ("a+", "a+", true),
      ("*-*_x86_64", "cp313-manylinux_x86_64", true),
      ("", "cp313-win32", false), ("b, *-win32", "cp313-win32", true),
    ])
  func patterns(list: String, identifier: String, isMatch: Bool) {
    #expect(BuildPattern(list).matches(identifier) == isMatch)
  }

  @Test(
    "its file may be named in several ways",
    arguments: [
      ("with: {config-file: ./ci/a.toml}", "ci/a.toml"), ("with: {config-file: '{package}/a.toml'}", "a.toml"),
      ("env: {CIBW_CONFIG_FILE: a.toml}", "a.toml"), ("with: {config-file: ''}", "pyproject.toml"),
      ("with: {package-dir: src}", "src/pyproject.toml"), ("with: {package-dir: '${{ env.X }}'}", nil),
    ])
  func configurationFile(key: String, path: String?) throws {
    let job = try job("runs-on: ubuntu-24.04\nsteps: [{uses: pypa/cibuildwheel@v4, \(key)}]")
    let workflow = readWorkflow("on: push\njobs: {}").workflow
    let run = JobRun(job, of: workflow, combination: MatrixCombination(), repository: "a/b")
    #expect(run.steps.first.map { WheelBuild($0, in: run)?.configuration } == .some(path))
  }

  @Test("braces made to hurt", arguments: ["{a,b}", "{", "}", "{{", "{,", ",}"])
  func pathology(part: String) {
    #expect(BuildPattern.split(String(repeating: part, count: 5000)).count <= 5001)
  }
}
