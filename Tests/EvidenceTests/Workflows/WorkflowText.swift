import Diagnostics
import Policy
import Testing
@testable import Evidence

/// A workflow as its reader gives it, and what is wrong with its text.
func readWorkflow(_ text: String) -> (workflow: Workflow, diagnostics: [Diagnostic]) {
  WorkflowReader.read(SourceFile(path: "w.yml", text: text), path: ".github/workflows/w.yml")
}

/// The only job of a workflow that has the text as its mapping.
func job(_ text: String, id: String = "test") throws -> WorkflowJob {
  let lines = text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  return try #require(readWorkflow("on: push\njobs:\n  \(id):\n\(lines)\n").workflow.jobs.first)
}

/// The runs of a workflow's job, in the order of its matrix.
///
/// - Parameter files: others of the repository, by their paths.
func runs(_ text: String, files: [String: String] = [:]) throws -> [ObservedRun] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  let file = SourceFile(path: "w.yml", text: "on: push\njobs:\n  test:\n\(lines)\n")
  let observed = ObservedWorkflow(
    WorkflowSources.File(path: ".github/workflows/w.yml", source: file), repository: "numpy/numpy",
    files: RepositoryFiles { path in files[path].map { SourceFile(path: path, text: $0) } })
  #expect(observed.faults.map(\.message) == [])
  return try #require(observed.runs["test"])
}

/// What the runs of a job build for: `linux x86-64 glibc native tested`.
func targetLines(_ text: String, files: [String: String] = [:]) throws -> [String] {
  try runs(text, files: files).flatMap { run in
    run.targets.map { target in
      let tests =
        switch target.tests {
        case .tested: "tested"
        case .testedInPart: "in part"
        case .untested(let why, _): "untested: \(why)"
        case .unseen: "unseen"
        case .unknown(let why, _): "unknown: \(why)"
        }
      return [target.os, target.architecture, target.libc ?? "-", target.execution?.rawValue ?? "?", tests]
        .joined(separator: " ")
    }
  }
}
