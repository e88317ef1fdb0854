/// A value of a TOML file, as far as settings of cibuildwheel need it: numbers, dates and truth values stay text.
indirect enum TOMLValue: Hashable, Sendable {
  case text(String)
  case list([TOMLValue])
  case table([String: TOMLValue])

  subscript(key: String) -> TOMLValue? {
    if case .table(let values) = self { values[key] } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var elements: [TOMLValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The value under a path of tables; of a list of tables, in the last.
  subscript(path: ArraySlice<String>) -> TOMLValue? {
    guard let key = path.first else { return self }
    if case .list(let elements) = self { return elements.last?[path] }
    return self[key]?[path.dropFirst()]
  }

  /// - Returns: Whether there was a table, or room for one, at the end of the path.
  mutating func change(at path: ArraySlice<String>, _ body: (inout TOMLValue) -> Bool) -> Bool {
    if case .list(var elements) = self {
      guard !elements.isEmpty else { return false }
      self = .list([])
      defer { self = .list(elements) }
      return elements[elements.count - 1].change(at: path, body)
    }
    guard let key = path.first else { return body(&self) }
    guard case .table(var values) = self else { return false }
    // Out of the table while it changes, so that it is not copied.
    self = .table([:])
    defer { self = .table(values) }
    return values[key, default: .table([:])].change(at: path.dropFirst(), body)
  }
}
