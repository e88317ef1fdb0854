/// An expression of GitHub Actions: what stands between `${{` and `}}`, or after `if:`.
indirect enum Expression: Hashable, Sendable {
  enum Comparison: Hashable, Sendable {
    case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
  }

  case literal(ExpressionValue)
  /// `matrix`, `github`
  case context(String)
  case property(Expression, String)
  case element(Expression, Expression)
  /// `.*`
  case every(Expression)
  case call(String, [Expression])
  case not(Expression)
  case and([Expression])
  case or([Expression])
  case compare(Comparison, Expression, Expression)
}
