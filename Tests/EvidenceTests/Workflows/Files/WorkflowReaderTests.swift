import Diagnostics
import Policy
import Testing
import TestSupport
@testable import Evidence

@Suite("Workflows are read with their places, and what is wrong with them is said")
struct WorkflowReaderTests {
  private static let good = "on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: pytest\n"

  private func faults(_ text: String) -> [String] {
    readWorkflow(text).diagnostics.map { "\($0.range.start) \($0.rule): \($0.message)" }
  }

  @Test(
    "'on' is a word, and not YAML 1.1's truth value",
    arguments: ["on: push", "on: [push]", "on: {push: {branches: [main]}}", "'on': push", "on:\n  push:"])
  func events(on: String) {
    let (workflow, diagnostics) = readWorkflow("\(on)\njobs: {}\n")
    #expect(workflow.triggers.map(\.event.value) == ["push"])
    #expect(diagnostics.isEmpty)
  }

  @Test("line ends, byte order marks and foreign bytes are no obstacle")
  func encodings() {
    let text = Self.good
    for bytes in [
      Array(text.replacing("\n", with: "\r\n").utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      Array(text.replacing("pytest", with: "pytest # x").utf8),
    ] {
      let (workflow, diagnostics) = WorkflowReader.read(SourceFile(path: "w.yml", bytes: bytes), path: "w.yml")
      #expect(workflow.jobs.map(\.id.value) == ["test"])
      #expect(workflow.jobs.first?.id.range.start.line == 3)
      #expect(diagnostics.isEmpty)
    }
    let foreign = Array("on: push\nname: ".utf8) + [0xFF, 0xFE, 0x0A] + Array("jobs: {test: {runs-on: x}}\n".utf8)
    let (workflow, diagnostics) = WorkflowReader.read(SourceFile(path: "w.yml", bytes: foreign), path: "w.yml")
    #expect(workflow.jobs.count == 1)
    #expect(diagnostics.map(\.rule) == ["invalid-yaml"])
    #expect(diagnostics.first?.range.start == SourcePosition(line: 2, column: 7))
  }

  @Test func notAWorkflow() {
    #expect(
      faults("") == [
        "1:1 wrong-type: this is no workflow, which has the keys 'on' and 'jobs'; write it or remove the file"
      ])
    #expect(faults("- a\n").count == 1)
    #expect(faults("name: x\n").map { $0.prefix(16) } == ["1:1 missing-key:", "1:1 missing-key:"])
    #expect(faults("on: push\njobs: [a]\n") == ["2:7 missing-key: this workflow has no mapping of 'jobs'; add it"])
    #expect(faults("on: push\njobs: {a: {\n").first?.contains("invalid-yaml") ?? false)
    #expect(faults("on: push\njobs:\n\ttest: x\n").first?.contains("a tab cannot indent YAML") ?? false)
  }

  @Test func faultsOfJobs() {
    #expect(
      faults("on: push\njobs:\n  a: {steps: []}\n  b: text\n  c: {runs-on: x, needs: [d]}\n  e: {uses: ./x.yml}\n") == [
        "3:3 missing-key: job 'a' has no 'runs-on'; add it",
        "4:3 wrong-type: job 'b' is no mapping of its keys; write it or remove it",
        "5:27 invalid-value: no job of this workflow is called 'd'; name one that is there",
      ])
  }

  @Test("of two jobs with one id the first counts")
  func duplicates() {
    let text = "on: push\njobs:\n  a: {runs-on: x}\n  a: {runs-on: y}\n  b: {runs-on: z, runs-on: w}\n"
    #expect(
      faults(text) == [
        "4:3 duplicate-key: 'a' is given twice, which GitHub does not accept; keep one of them",
        "5:19 duplicate-key: 'runs-on' is given twice, which GitHub does not accept; keep one of them",
      ])
    #expect(readWorkflow(text).workflow.jobs.map { $0.runsOn?.labels.first?.value } == ["x", "z"])
  }

  @Test("anchors are read as GitHub reads them, merge keys are not")
  func anchors() {
    let text = """
      on:
        pull_request: {paths-ignore: &ignored ['**.rst']}
        push: {paths-ignore: *ignored}
      jobs:
        a: &job
          runs-on: ubuntu-24.04
          steps: &steps [{run: pytest}]
        b: *job
        c: {runs-on: x, steps: *steps}
        d: {<<: *job, runs-on: y}
        e: {runs-on: x, needs: *nothing}
      """
    let (workflow, diagnostics) = readWorkflow(text)
    #expect(workflow.triggers.map { $0.filters["paths-ignore"]?.map(\.value) } == [["**.rst"], ["**.rst"]])
    #expect(workflow.jobs.map { $0.steps.count } == [1, 1, 1, 0, 0])
    #expect(
      diagnostics.map { "\($0.range.start.line) \($0.message)" } == [
        "10 GitHub reads no merge key; write the keys out in place of '<<'",
        "11 '*nothing' stands for nothing above it; write the value out",
      ])
  }

  @Test func permissions() {
    func token(_ permissions: String) -> String? {
      readWorkflow("on: push\npermissions: \(permissions)\njobs: {}\n").workflow.idToken?.value
    }
    #expect(token("{id-token: write, contents: read}") == "write")
    #expect(token("{contents: read}") == "none")
    #expect(token("read-all") == "none")
    #expect(token("write-all") == "write")
    #expect(readWorkflow(Self.good).workflow.idToken == nil)
  }
}

@Suite("Workflows made to hurt are read in bounded time, and the rest is said")
struct WorkflowPathologyTests {
  private func read(_ text: String) -> [Diagnostic] {
    let file = WorkflowSources.File(path: ".github/workflows/w.yml", source: SourceFile(path: "w.yml", text: text))
    return ObservedWorkflow(file, repository: "a/b", files: RepositoryFiles()).faults
  }

  @Test func aliasesWithoutEnd() {
    var text = "on: push\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...60 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    let faults = read(text + "jobs: {a: {runs-on: *a60}}\n")
    #expect(faults.map(\.rule) == ["yaml-alias", "missing-key"])
  }

  @Test func aliasesInAChain() {
    var text = "on: push\na0: &a0 [x]\n"
    for level in 1...2000 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let faults = read(text + "jobs: {a: {runs-on: *a2000}}\n")
    #expect(faults.map(\.rule) == ["yaml-alias"])
  }

  @Test func aliasOfItself() {
    #expect(read("on: push\njobs: &j {a: *j}\n").map(\.rule) == ["wrong-type", "yaml-alias"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func nesting(opening: String) {
    #expect(!read("on: " + String(repeating: opening, count: 100_000)).isEmpty)
  }

  @Test func manySteps() {
    let steps = String(repeating: "      - run: pytest ${{ matrix.a }} $HOME\n", count: 20_000)
    let values = (0..<2).map(String.init).joined(separator: ", ")
    let text = "on: push\njobs:\n  a:\n    runs-on: x\n    strategy: {matrix: {a: [\(values)]}}\n    steps:\n\(steps)"
    #expect(read(text).map(\.range.start.line) == [1007])
  }

  @Test func heavyStepsOfAMatrix() {
    let run = "      - run: \(String(repeating: "echo ${{ matrix.a }} ", count: 20_000))\n"
    let values = (0..<256).map(String.init).joined(separator: ", ")
    let text = "on: push\njobs:\n  a:\n    runs-on: x\n    strategy: {matrix: {a: [\(values)]}}\n    steps:\n\(run)"
    #expect(
      read(text).map(\.message) == [
        "the steps of 'a' are too many for its matrix; its runs and those of all jobs below are not looked at"
      ])
  }

  @Test func manyJobs() {
    let jobs = (0..<8000).map {
      "  j\($0): {runs-on: '${{ matrix.a }}', strategy: {matrix: {a: [x, y, z]}}, if: github.event_name == 'push'}\n"
    }
    #expect(read("on: [push, pull_request]\njobs:\n\(jobs.joined())").count == 1)
  }

  @Test func tooLarge() {
    #expect(
      read(String(repeating: "# x\n", count: 1 << 19)).map(\.message) == [
        "this file is larger than 1 MiB and not read; workflows are some kilobytes"
      ])
  }

  @Test("a thousand files are read one by one")
  func thousandFiles() {
    let text = "on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps: [{run: pytest}]\n"
    let files = (0..<1000).map { index in
      WorkflowSources.File(
        path: ".github/workflows/\(index).yml",
        source: SourceFile(path: "\(index).yml", text: index == 500 ? "[" : text))
    }
    let repositories = ObservedRepositories([WorkflowSources(repository: "a/b", workflows: files)])
    #expect(repositories.workflows.count == 1000)
    #expect(repositories.faults.map(\.file) == ["500.yml"])
  }

  @Test("shuffled words give workflows or faults within the file", arguments: 0..<8)
  func shuffledWords(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "on: ", "push", "jobs:", "  test:", "\n", "\n", "  ", "runs-on: ", "${{ matrix.a }}",
      "strategy: {matrix: {a: [1, 2]}}",
      "steps:", "- run: pytest", "- uses: x@y", "[", "]", "{", "}", "&a ", "*a", "needs: test", "if: ", "'", "\"", "|",
      "env: {A: b}",
    ]
    for _ in 0..<300 {
      let text = (0..<Int(generator.next() % 40)).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
      let source = SourceFile(path: "w.yml", text: text)
      let file = WorkflowSources.File(path: ".github/workflows/w.yml", source: source)
      for fault in ObservedWorkflow(file, repository: "a/b", files: RepositoryFiles()).faults {
        #expect(source.offset(of: fault.range.end) <= source.bytes.count)
      }
    }
  }
}
