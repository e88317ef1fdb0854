/// The version of a release, as Python's version specifiers order them: `2.6.0rc1` before `2.6.0`, `1.22` equal to
/// `1.22.0`.
///
/// Epochs and local versions are not read: no index takes the second, and nobody here uses the first.
package struct ReleaseVersion: Sendable {
  package enum Phase: Int, Sendable {
    case alpha
    case beta
    case candidate
  }

  /// `2`, `6`, `0`, as written.
  package let numbers: [Int]
  package let phase: Phase?
  /// The number after the phase: 1 in `2.6.0rc1`.
  package let phaseNumber: Int
  package let post: Int?
  package let development: Int?
  private let text: String

  /// Nil when the text is no version: `2.4.x`.
  package init?(_ text: some StringProtocol) {
    var scanner = VersionScanner(text.utf8)
    guard let numbers = scanner.numbers() else { return nil }
    self.numbers = numbers
    (phase, phaseNumber) = scanner.phase()
    post = scanner.number(after: ".post")
    development = scanner.number(after: ".dev")
    guard scanner.isAtEnd else { return nil }
    self.text = String(text)
  }

  /// Whether it comes before the release that it is named for.
  package var isPreRelease: Bool { phase != nil || development != nil }

  /// Whether what holds from `other` on holds for this version. The candidates of a release belong to it: what holds
  /// from 2.6.0 on holds for 2.6.0rc1.
  package func isCovered(by other: ReleaseVersion) -> Bool {
    self >= other || !other.isPreRelease && trimmed == other.trimmed
  }

  private var trimmed: ArraySlice<Int> {
    let end = numbers.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    return numbers[..<end]
  }

  /// What stands behind the numbers, as a list that sorts as PEP 440 says.
  private var suffix: [Int] {
    let isOnlyDevelopment = phase == nil && post == nil && development != nil
    return [
      isOnlyDevelopment ? -1 : phase?.rawValue ?? 3, phaseNumber, post ?? -1, development ?? .max,
    ]
  }
}

extension ReleaseVersion: Comparable, Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.trimmed == right.trimmed && left.suffix == right.suffix
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.trimmed != right.trimmed { return left.trimmed.lexicographicallyPrecedes(right.trimmed) }
    return left.suffix.lexicographicallyPrecedes(right.suffix)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(trimmed)
    hasher.combine(suffix)
  }
}

extension ReleaseVersion: CustomStringConvertible {
  /// As it was written.
  package var description: String { text }
}

/// Takes a version apart from its start.
private struct VersionScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) {
    rest = Array(bytes)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// One or more numbers with dots between them.
  mutating func numbers() -> [Int]? {
    guard let first = number() else { return nil }
    var numbers = [first]
    while rest.first == UInt8(ascii: "."), let next = number(after: ".") { numbers.append(next) }
    return numbers
  }

  /// The phase and its number; none and 0 for what is none.
  mutating func phase() -> (ReleaseVersion.Phase?, Int) {
    if let number = number(after: "rc") { return (.candidate, number) }
    if let number = number(after: "a") { return (.alpha, number) }
    if let number = number(after: "b") { return (.beta, number) }
    return (nil, 0)
  }

  /// The number that follows `word`; nothing is taken when there is none.
  mutating func number(after word: String) -> Int? {
    guard rest.starts(with: word.utf8) else { return nil }
    let before = rest
    rest = rest.dropFirst(word.utf8.count)
    if let number = number() { return number }
    rest = before
    return nil
  }

  /// At most nine digits: a longer number is a date run together or a slip.
  private mutating func number() -> Int? {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
