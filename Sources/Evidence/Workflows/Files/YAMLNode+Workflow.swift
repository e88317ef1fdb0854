import Diagnostics
import Policy

extension YAMLNode {
  var pairs: [YAMLPair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  var elements: [YAMLNode] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  /// A scalar with something in it.
  var text: Located<String>? {
    guard case .scalar(let text, _) = content, !isEmpty else { return nil }
    return Located(value: text, range: range)
  }

  /// The scalars of a list, or the only one.
  var texts: [Located<String>] { text.map { [$0] } ?? elements.compactMap { $0.text } }

  subscript(key: String) -> YAMLNode? { pairs.first { $0.key.text?.value == key }?.value }

  /// The pairs whose values are scalars.
  var settings: [WorkflowSetting] {
    pairs.compactMap { pair in
      guard let name = pair.key.text?.value, case .scalar(let text, _) = pair.value.content else { return nil }
      return WorkflowSetting(name: name, value: Located(value: text, range: pair.value.range))
    }
  }

  /// What to underline: the value where it stands in one line, else its first part.
  var shortRange: SourceRange {
    if range.start.line == range.end.line { return range }
    switch content {
    case .scalar, .alias: return range
    case .mapping(let pairs): return pairs.first?.key.shortRange ?? range
    case .sequence(let elements): return elements.first?.shortRange ?? range
    }
  }
}
