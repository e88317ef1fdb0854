import Diagnostics
import Evidence
import Policy

extension Subject {
  /// A listing of an index: JSON or HTML, as its first byte says.
  static let index = Subject(name: "index") { bytes in
    let ending = bytes.first == UInt8(ascii: "<") ? "html" : "json"
    let read = IndexReader.read(SourceFile(path: "fuzz.\(ending)", bytes: bytes))
    return read.listing == nil && read.diagnostics.isEmpty ? ["nothing is read, and nothing is said of it"] : []
  }

  static let usage = Subject(name: "usage") { bytes in
    let read = UsageReader.read(SourceFile(path: "fuzz.csv", bytes: bytes))
    return read.table == nil && read.diagnostics.isEmpty ? ["nothing is read, and nothing is said of it"] : []
  }

  /// A workflow with its matrices, expressions and commands; behind lines `--- PATH` what else its repository holds.
  static let workflows = Subject(name: "workflows") { bytes in
    let parts = Parts(bytes)
    let first = SourceFile(path: ".github/workflows/fuzz.yml", bytes: parts.first)
    let others = Dictionary(parts.named.map { ($0.path, SourceFile(path: $0.path, bytes: $0.bytes)) }) { $1 }
    let toml = parts.named.filter { $0.path.hasSuffix(".toml") }
    let observed = ObservedRepositories([
      WorkflowSources(
        repository: "numpy/numpy",
        workflows: [WorkflowSources.File(path: first.path, source: first)],
        configurations: toml.map {
          WorkflowSources.File(path: $0.path, source: SourceFile(path: $0.path, bytes: $0.bytes))
        },
        file: { others[$0] })
    ])
    return observed.workflows.flatMap { workflow in
      workflow.runs.keys.filter { workflow.workflow.job($0) == nil }.map { "'\($0)' runs and is no job" }
    }
  }
}

/// Files in one: the first without a name, each further one behind a line `--- PATH`.
struct Parts {
  var first: [UInt8] = []
  var named: [(path: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "--- ".utf8) {
        named.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else if named.isEmpty {
        first += line + [UInt8(ascii: "\n")]
      } else {
        named[named.count - 1].bytes += line + [UInt8(ascii: "\n")]
      }
    }
  }
}
