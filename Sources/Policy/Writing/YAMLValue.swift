/// A value that is to be written to a YAML file.
package indirect enum YAMLValue {
  /// A word, date or number that YAML needs no quotes for, and that would mean something else with them.
  case bare(String)
  /// Any text; the writer quotes it where it has to.
  case text(String)
  case list([YAMLValue])
  case mapping(YAMLFields)

  var isScalar: Bool {
    switch self {
    case .bare, .text: true
    case .list, .mapping: false
    }
  }
}

/// The keys of a mapping with their values, in the order in which they are written.
package struct YAMLFields {
  private(set) var pairs: [(key: String, value: YAMLValue)] = []

  init() {}

  /// Keys are texts; nothing else is a key.
  init(_ pairs: [(key: YAMLValue, value: YAMLValue)]) {
    for pair in pairs {
      if case .text(let key) = pair.key { add(key, pair.value) }
    }
  }

  mutating func add(_ key: String, _ value: YAMLValue) { pairs.append((key, value)) }
}
