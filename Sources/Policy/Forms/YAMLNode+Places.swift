import Diagnostics

extension YAMLNode {
  /// The place of the value at the end of a path, or of the last part of it that is there.
  func place(_ path: [ValuePlaces.Step]) -> SourceRange {
    var node = self
    var place = shortRange
    for step in path {
      switch (step, node.content) {
      case (.key(let name), .mapping(let pairs)):
        guard let pair = pairs.first(where: { $0.key.isScalar(name) }) else { return place }
        node = pair.value
        place = node.isShort ? node.range : pair.key.range
      case (.element(let index), .sequence(let elements)):
        guard elements.indices.contains(index) else { return place }
        node = elements[index]
        place = node.shortRange
      default: return place
      }
    }
    return place
  }

  private func isScalar(_ text: String) -> Bool {
    if case .scalar(text, _) = content { true } else { false }
  }

  private var isShort: Bool {
    if case .scalar = content { !isEmpty } else { false }
  }

  /// A whole mapping or list is too much to underline: its first key, or its first element.
  private var shortRange: SourceRange {
    switch content {
    case .mapping(let pairs): pairs.first?.key.range ?? range
    case .sequence(let elements): elements.first.map { $0.isShort ? $0.range : range } ?? range
    case .scalar, .alias: range
    }
  }
}
