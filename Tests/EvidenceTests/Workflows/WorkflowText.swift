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
func runs(_ text: String) throws -> [ObservedRun] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  let file = SourceFile(path: "w.yml", text: "on: push\njobs:\n  test:\n\(lines)\n")
  let observed = ObservedWorkflow(
    WorkflowSources.File(path: ".github/workflows/w.yml", source: file), repository: "numpy/numpy", configurations: [])
  #expect(observed.faults.map(\.message) == [])
  return try #require(observed.runs["test"])
}
