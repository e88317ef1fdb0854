/// Reads expressions by GitHub's grammar ("Evaluate expressions in workflows and actions").
struct ExpressionParser {
  /// GitHub's own limits.
  static let lengthLimit = 21_000
  static let depthLimit = 50

  private var tokens: ArraySlice<ExpressionToken>
  private var depth = 0

  /// Nil when the text is no expression, or one that GitHub does not take for its length or depth.
  static func parse(_ text: String) -> Expression? {
    guard text.utf8.count <= lengthLimit, let tokens = ExpressionToken.all(in: text) else { return nil }
    var parser = ExpressionParser(tokens: tokens[...])
    guard let expression = parser.disjunction(), parser.tokens.isEmpty else { return nil }
    return expression
  }

  private init(tokens: ArraySlice<ExpressionToken>) {
    self.tokens = tokens
  }

  private mutating func accept(_ sign: String) -> Bool {
    guard tokens.first == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func disjunction() -> Expression? {
    list(of: "||", Expression.or) { $0.conjunction() }
  }

  private mutating func conjunction() -> Expression? {
    list(of: "&&", Expression.and) { $0.equality() }
  }

  private mutating func list(
    of sign: String, _ combine: ([Expression]) -> Expression, _ part: (inout Self) -> Expression?
  ) -> Expression? {
    guard let first = part(&self) else { return nil }
    var parts = [first]
    while accept(sign) {
      guard let next = part(&self) else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : combine(parts)
  }

  private mutating func equality() -> Expression? {
    compare([("==", .equal), ("!=", .unequal)]) { $0.relation() }
  }

  private mutating func relation() -> Expression? {
    compare([("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less), (">", .greater)]) { $0.negation() }
  }

  private mutating func compare(
    _ signs: [(String, Expression.Comparison)], _ part: (inout Self) -> Expression?
  ) -> Expression? {
    guard var left = part(&self) else { return nil }
    var length = 0
    while let (_, comparison) = signs.first(where: { accept($0.0) }) {
      length += 1
      guard length < Self.depthLimit, let right = part(&self) else { return nil }
      left = .compare(comparison, left, right)
    }
    return left
  }

  private mutating func negation() -> Expression? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else { return nil }
    if accept("!") { return negation().map { .not($0) } }
    return postfix()
  }

  private mutating func postfix() -> Expression? {
    guard var expression = primary() else { return nil }
    var length = 0
    while true {
      length += 1
      guard length < Self.depthLimit else { return nil }
      if accept(".") {
        if accept("*") {
          expression = .every(expression)
        } else if case .name(let name)? = tokens.popFirst() {
          expression = .property(expression, name)
        } else {
          return nil
        }
      } else if accept("[") {
        if accept("*") {
          expression = .every(expression)
        } else if let index = disjunction() {
          expression = .element(expression, index)
        } else {
          return nil
        }
        guard accept("]") else { return nil }
      } else {
        return expression
      }
    }
  }

  private mutating func primary() -> Expression? {
    switch tokens.popFirst() {
    case .number(let number): return .literal(.number(number))
    case .string(let text): return .literal(.string(text))
    case .sign("("):
      guard let inner = disjunction(), accept(")") else { return nil }
      return inner
    case .name(let name):
      if accept("(") { return arguments().map { .call(name.lowercased(), $0) } }
      return Self.constants[name].map { .literal($0) } ?? .context(name.lowercased())
    case .sign, nil: return nil
    }
  }

  private static let constants: [String: ExpressionValue] = [
    "true": .bool(true), "false": .bool(false), "null": .null, "NaN": .number(.nan), "Infinity": .number(.infinity),
  ]

  private mutating func arguments() -> [Expression]? {
    if accept(")") { return [] }
    var arguments: [Expression] = []
    repeat {
      guard let argument = disjunction() else { return nil }
      arguments.append(argument)
    } while accept(",")
    return accept(")") ? arguments : nil
  }
}
