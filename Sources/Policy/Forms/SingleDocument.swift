package import Diagnostics

/// Reads a file that holds one value: a policy, a configuration.
package enum SingleDocument {
  /// - Parameter isOurs: whether it is a policy's or registry's, whose values have no characters that nobody sees.
  /// - Returns: The value, nil when there is none or it is at fault, and all faults of the file.
  package static func read<Value>(
    _ file: SourceFile, _ form: YAMLForm<Value>, isOurs: Bool = true
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    let (root, faults) = open(file, isOurs: isOurs)
    let value = root.flatMap { form.read($0, faults) }
    return (value, faults.diagnostics.sorted(by: Diagnostic.reportOrder))
  }

  /// - Returns: The value's node, nil for a file that is not YAML, and a log with what is wrong up to there.
  static func open(_ file: SourceFile, isOurs: Bool = true) -> (root: YAMLNode?, faults: FaultLog) {
    let stream = YAMLReader.read(file)
    let faults = FaultLog(file: file)
    faults.add(stream.diagnostics)
    if let second = stream.documents.dropFirst().first {
      faults.report(.invalidYAML, "a second document starts here; keep one in a file", at: second.range)
    }
    // A file that is not YAML has said so; that it is empty would be noise.
    if stream.documents.isEmpty, !stream.diagnostics.isEmpty { return (nil, faults) }
    if isOurs { stream.documents.first?.reportUnseen(to: faults) }
    return (stream.documents.first ?? YAMLNode(.scalar("", .plain), at: .fileStart), faults)
  }
}

extension YAMLNode {
  /// Reports each text in which there is a character that nobody sees, written as an escape or as it is.
  fileprivate func reportUnseen(to faults: FaultLog) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node.content {
      case .scalar(let text, _):
        let spaces: [Unicode.Scalar] = ["\t", "\n", "\r"]
        guard let unseen = text.unicodeScalars.first(where: { !VisibleText.isVisible($0) && !spaces.contains($0) })
        else { continue }
        let shown = VisibleText.of(String(unseen))
        faults.report(
          .controlCharacter, "this value has the character \(shown), which nobody sees; delete it", at: node.range)
      case .sequence(let nodes): pending += nodes
      case .mapping(let pairs): pending += pairs.flatMap { [$0.key, $0.value] }
      case .alias: break
      }
    }
  }
}
