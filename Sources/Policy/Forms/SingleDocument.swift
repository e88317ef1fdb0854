package import Diagnostics

/// Reads a file that holds one value: a policy, a configuration.
package enum SingleDocument {
  /// - Returns: The value, nil when there is none or it is at fault, and all faults of the file.
  package static func read<Value>(
    _ file: SourceFile, _ form: YAMLForm<Value>
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    let (root, faults) = open(file)
    let value = root.flatMap { form.read($0, faults) }
    return (value, faults.diagnostics.sorted(by: Diagnostic.reportOrder))
  }

  /// - Returns: The value's node, nil for a file that is not YAML, and a log with what is wrong up to there.
  static func open(_ file: SourceFile) -> (root: YAMLNode?, faults: FaultLog) {
    let stream = YAMLReader.read(file)
    let faults = FaultLog(file: file)
    faults.add(stream.diagnostics)
    if let second = stream.documents.dropFirst().first {
      faults.report(.invalidYAML, "a second document starts here; keep one in a file", at: second.range)
    }
    // A file that is not YAML has said so; that it is empty would be noise.
    if stream.documents.isEmpty, !stream.diagnostics.isEmpty { return (nil, faults) }
    return (stream.documents.first ?? YAMLNode(.scalar("", .plain), at: .fileStart), faults)
  }
}
