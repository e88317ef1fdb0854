/// A fact that a file states, or says to be unknown.
///
/// `unknown` is evidence that is missing: it is reported as such and never taken for a yes.
package enum Known<Value> {
  case known(Value)
  case unknown

  package var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  package init(_ value: Value?) {
    self = value.map { .known($0) } ?? .unknown
  }
}

extension Known: Sendable where Value: Sendable {}
extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}
