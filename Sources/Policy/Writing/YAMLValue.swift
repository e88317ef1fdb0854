/// A value that is to be written to a YAML file.
indirect enum YAMLValue {
  /// A word, date or number that YAML needs no quotes for, and that would mean something else with them.
  case bare(String)
  /// Any text; the writer quotes it where it has to.
  case text(String)
  case list([YAMLValue])
  case mapping(YAMLFields)

  static func flag(_ value: Bool) -> YAMLValue { .bare(value ? "true" : "false") }

  static func date(_ date: CalendarDate) -> YAMLValue { .bare(date.description) }

  static func word<Word: RawRepresentable>(_ word: Word) -> YAMLValue where Word.RawValue == String {
    .text(word.rawValue)
  }

  /// What is written for a fact that nobody has looked up.
  static var unknown: YAMLValue { .bare("unknown") }

  /// A list, or its only element, where the readers take both.
  static func oneOrMore(_ values: [YAMLValue]) -> YAMLValue {
    values.count == 1 ? values[0] : .list(values)
  }

  static func known<Fact>(_ fact: Known<Fact>, _ value: (Fact) -> YAMLValue) -> YAMLValue {
    fact.value.map(value) ?? .unknown
  }

  var isScalar: Bool {
    switch self {
    case .bare, .text: true
    case .list, .mapping: false
    }
  }
}

/// The keys of a mapping with their values, in the order in which they are written.
struct YAMLFields {
  private(set) var pairs: [(key: String, value: YAMLValue)] = []

  mutating func add(_ key: String, _ value: YAMLValue) { pairs.append((key, value)) }

  /// Leaves the key out where there is no value.
  mutating func add<Value>(_ key: String, _ value: Value?, _ make: (Value) -> YAMLValue) {
    if let value { add(key, make(value)) }
  }

  mutating func add(_ key: String, text: String?) { add(key, text) { .text($0) } }

  /// Leaves the key out where the list is empty, which is what its absence means.
  mutating func add<Value>(_ key: String, list values: [Value], _ make: (Value) -> YAMLValue) {
    if !values.isEmpty { add(key, .list(values.map(make))) }
  }

  /// As `list`; the only element of a list stands alone.
  mutating func add<Value>(_ key: String, oneOrMore values: [Value], _ make: (Value) -> YAMLValue) {
    if !values.isEmpty { add(key, .oneOrMore(values.map(make))) }
  }
}
