/// What an expression of GitHub Actions gives, as far as it can be told without running anything.
indirect enum ExpressionValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ExpressionValue])
  /// Its keys in lower case, since expressions do not tell case apart. A key that an open object does not have may be
  /// there when the workflow runs.
  case object([String: ExpressionValue], isOpen: Bool = false)
  /// It depends on what is known only when the workflow runs.
  case unknown

  /// Whether some of it is known only when the workflow runs.
  var isOpen: Bool {
    switch self {
    case .unknown: true
    case .array(let values): values.contains(where: { $0.isOpen })
    case .object(let values, let isOpen): isOpen || values.values.contains(where: { $0.isOpen })
    default: false
    }
  }

  /// Nil when it cannot be told.
  var isTrue: Bool? {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let number): number != 0 && !number.isNaN
    case .string(let text): !text.isEmpty
    case .array, .object: true
    case .unknown: nil
    }
  }

  /// As it becomes part of a text; nil when it cannot be told.
  var text: String? {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let number): Self.text(of: number)
    case .string(let text): text
    case .array: "Array"
    case .object: "Object"
    case .unknown: nil
    }
  }

  private static func text(of number: Double) -> String {
    if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
    return number.isNaN ? "NaN" : String(number)
  }

  /// As comparisons between types convert it.
  private var asNumber: Double {
    switch self {
    case .null: 0
    case .bool(let value): value ? 1 : 0
    case .number(let number): number
    case .string(let text): text.allSatisfy { $0.isWhitespace } ? 0 : Double(text) ?? .nan
    case .array, .object, .unknown: .nan
    }
  }

  /// Equality by GitHub's rules: texts without case, other types as numbers. Nil when it cannot be told, as of objects,
  /// which equal themselves only.
  func equals(_ other: ExpressionValue) -> Bool? {
    switch (self, other) {
    case (.unknown, _), (_, .unknown), (.array, .array), (.object, .object): nil
    case (.string(let left), .string(let right)): Self.areEqual(left, right)
    case (.null, .null): true
    default: asNumber == other.asNumber
    }
  }

  /// Without case. Most texts are ASCII, for which no copies are made.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else {
      return (left.utf8.contains { $0 >= 0x80 } || right.utf8.contains { $0 >= 0x80 })
        && left.lowercased() == right.lowercased()
    }
    return left == right || left.lowercased() == right.lowercased()
  }

  /// Nil when it cannot be told.
  func isLess(than other: ExpressionValue) -> Bool? {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): nil
    case (.string(let left), .string(let right)): left.lowercased() < right.lowercased()
    default: asNumber < other.asNumber
    }
  }

  /// A property, by a name in any case.
  subscript(name: String) -> ExpressionValue {
    switch self {
    case .object(let values, let isOpen): values[name.lowercased()] ?? (isOpen ? .unknown : .null)
    case .unknown: .unknown
    default: .null
    }
  }

  subscript(index: ExpressionValue) -> ExpressionValue {
    switch (self, index) {
    case (.unknown, _), (_, .unknown): .unknown
    case (.array(let values), .number(let number)):
      number >= 0 && number < Double(values.count) ? values[Int(number)] : .null
    case (.object, .string(let name)): self[name]
    default: .null
    }
  }

  /// Whether it is a pattern of what a matrix excludes: an object's keys are looked at one by one, and those that it
  /// does not have may be anything.
  func matches(_ value: ExpressionValue) -> Bool {
    switch (self, value) {
    case (.object(let pattern, _), .object): pattern.allSatisfy { $1.matches(value[$0]) }
    case (.array(let pattern), .array(let values)):
      pattern.count == values.count && zip(pattern, values).allSatisfy { $0.matches($1) }
    default: equals(value) ?? false
    }
  }
}
