/// Evaluates expressions as far as they are static.
struct ExpressionEvaluator {
  let context: ExpressionContext

  func value(_ expression: Expression) -> ExpressionValue {
    switch expression {
    case .literal(let value): value
    case .context(let name): context[name]
    case .property(let base, let name): value(base)[name]
    case .element(let base, let index): value(base)[value(index)]
    case .every(let base): every(value(base))
    case .call(let name, let arguments): ExpressionFunctions.call(name, arguments.map(value))
    case .not, .compare: condition(expression).map { .bool($0) } ?? .unknown
    case .and(let parts): chosen(parts, stoppingAt: false)
    case .or(let parts): chosen(parts, stoppingAt: true)
    }
  }

  /// Whether it is true, with three values: what is unknown does not matter where the rest decides.
  func condition(_ expression: Expression) -> Bool? {
    switch expression {
    case .and(let parts): combined(parts, stoppingAt: false)
    case .or(let parts): combined(parts, stoppingAt: true)
    case .not(let inner): condition(inner).map { !$0 }
    case .compare(let comparison, let left, let right): compare(comparison, value(left), value(right))
    default: value(expression).isTrue
    }
  }

  private func combined(_ parts: [Expression], stoppingAt decisive: Bool) -> Bool? {
    var result: Bool? = !decisive
    for part in parts {
      switch condition(part) {
      case decisive: return decisive
      case nil: result = nil
      default: break
      }
    }
    return result
  }

  /// `&&` and `||` give one of their operands: the first that decides, or the last.
  private func chosen(_ parts: [Expression], stoppingAt decisive: Bool) -> ExpressionValue {
    for part in parts.dropLast() {
      switch condition(part) {
      case decisive: return value(part)
      case nil: return .unknown
      default: break
      }
    }
    return parts.last.map(value) ?? .null
  }

  private func compare(
    _ comparison: Expression.Comparison, _ left: ExpressionValue, _ right: ExpressionValue
  ) -> Bool? {
    switch comparison {
    case .equal: left.equals(right)
    case .unequal: left.equals(right).map { !$0 }
    case .less: left.isLess(than: right)
    case .greater: right.isLess(than: left)
    case .lessOrEqual: either(left.isLess(than: right), left.equals(right))
    case .greaterOrEqual: either(right.isLess(than: left), left.equals(right))
    }
  }

  private func either(_ left: Bool?, _ right: Bool?) -> Bool? {
    guard let left, let right else { return nil }
    return left || right
  }

  private func every(_ value: ExpressionValue) -> ExpressionValue {
    switch value {
    case .array: value
    case .object(let values, isOpen: false): .array(values.sorted { $0.key < $1.key }.map { $0.value })
    default: .unknown
    }
  }
}
