extension Dictionary {
  /// The values by their keys, of each key the first one.
  package init(keepingFirst pairs: some Sequence<(Key, Value)>) {
    self.init()
    for (key, value) in pairs where self[key] == nil { self[key] = value }
  }

  /// The same with the values of another, which replace its own where both have the key.
  package func replaced(by other: some Sequence<(key: Key, value: Value)>) -> Self {
    other.reduce(into: self) { $0[$1.key] = $1.value }
  }
}
