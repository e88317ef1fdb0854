import Checks
import Diagnostics
import Documents

/// The rules with examples: those that look at documents and registries, and those that hold evidence against them.
enum EveryRule {
  static let all: [Rule] = AllRules.linting + AllRules.family(.evidence)
  static let ids = all.map(\.id)

  static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }
}

extension RuleExample {
  /// What a failed expectation shows of the example: its files, and the trees that were read of its documents.
  var shown: String {
    (base + files).map { file in
      let text = "--- \(file.path)\n" + String(decoding: file.source.bytes, as: UTF8.self)
      guard case .document(let format) = file.kind else { return text }
      return text + "\n--- read as\n" + DocumentInspection.tree(DocumentReader.read(file.source, as: format))
    }.joined(separator: "\n")
  }
}
