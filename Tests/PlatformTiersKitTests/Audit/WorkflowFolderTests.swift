import Diagnostics
import Evidence
import PlatformTiersKit
import Testing
import TestSupport

@Suite struct WorkflowFolderTests {
  private static let workflow = "on: push\njobs: {test: {runs-on: ubuntu-24.04}}\n"

  @Test(arguments: [
    ("numpy/numpy=../numpy", "numpy/numpy", "../numpy"), ("../numpy", "-", "../numpy"), ("a=b", "-", "a=b"),
    ("../a/b=c", "-", "../a/b=c"), ("a/b/c=d", "-", "a/b/c=d"), ("a/b=c=d", "a/b", "c=d"),
  ])
  func locations(text: String, repository: String, folder: String) throws {
    let location = try #require(WorkflowLocation(text))
    #expect(location.repository ?? "-" == repository)
    #expect(location.folder == folder)
  }

  @Test func emptyLocations() {
    #expect(WorkflowLocation("") == nil)
    #expect(WorkflowLocation("a/b=") == nil)
  }

  @Test("a repository's folder gives its workflows, and its settings of cibuildwheel")
  func repository() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.workflow, to: ".github/workflows/b.yaml")
    try folder.write(Self.workflow, to: ".github/workflows/a.yml")
    try folder.write("no workflow", to: ".github/workflows/README.md")
    try folder.write("[tool]\n", to: "pyproject.toml")
    let result = try WorkflowFolder.read(WorkflowLocation(folder: folder.path), own: "numpy/numpy")
    #expect(result.sources.repository == "numpy/numpy")
    #expect(result.sources.workflows.map(\.path) == [".github/workflows/a.yml", ".github/workflows/b.yaml"])
    #expect(result.sources.configurations.map(\.path) == ["pyproject.toml"])
    #expect(result.files.first?.path == folder[".github/workflows/a.yml"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a folder of workflows stands for those of its repository")
  func workflowsAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.workflow, to: "a.yml")
    let location = WorkflowLocation(repository: "a/b", folder: folder.path)
    let result = try WorkflowFolder.read(location, own: "numpy/numpy")
    #expect(result.sources.repository == "a/b")
    #expect(result.sources.workflows.map(\.path) == [".github/workflows/a.yml"])
  }

  @Test("a file that cannot be read is a fault among others")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.workflow, to: "a.yml")
    try folder.write("x", to: "b.yml/c")
    let result = try WorkflowFolder.read(WorkflowLocation(folder: folder.path), own: "a/b")
    #expect(result.sources.workflows.count == 1)
    #expect(result.diagnostics.map(\.rule) == ["broken-evidence"])
    #expect(result.diagnostics.first?.file == folder["b.yml"])
  }

  @Test("where there is nothing to read, nothing runs")
  func failures() throws {
    let folder = try TemporaryFolder()
    #expect(throws: RunFailure.self) { try WorkflowFolder.read(WorkflowLocation(folder: folder.path), own: "a/b") }
    #expect(throws: RunFailure.self) { try WorkflowFolder.read(WorkflowLocation(folder: folder["none"]), own: "a/b") }
    try folder.write(Self.workflow, to: "a.yml")
    #expect(throws: RunFailure.self) { try WorkflowFolder.read(WorkflowLocation(folder: folder.path), own: nil) }
  }
}
