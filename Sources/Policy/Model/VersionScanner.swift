/// Takes a version apart from its start, by the grammar of PEP 440, appendix B.
struct VersionScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) {
    rest = bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }[...]
    // `v1.0` is 1.0.
    if rest.first == UInt8(ascii: "v") { rest = rest.dropFirst() }
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The epoch, 0 where there is none, and one or more numbers with dots between them.
  mutating func release() -> (epoch: Int, numbers: [Int])? {
    guard var first = number() else { return nil }
    var epoch = 0
    if rest.first == UInt8(ascii: "!") {
      rest = rest.dropFirst()
      guard let next = number() else { return nil }
      (epoch, first) = (first, next)
    }
    var numbers = [first]
    while rest.first == UInt8(ascii: ".") {
      let before = rest
      rest = rest.dropFirst()
      guard let next = number() else {
        rest = before
        break
      }
      numbers.append(next)
    }
    return (epoch, numbers)
  }

  /// The phase and its number; none and 0 for what is none.
  mutating func phase() -> (ReleaseVersion.Phase?, Int) {
    if let number = number(afterAny: ["rc", "c", "preview", "pre"]) { return (.candidate, number) }
    if let number = number(afterAny: ["alpha", "a"]) { return (.alpha, number) }
    if let number = number(afterAny: ["beta", "b"]) { return (.beta, number) }
    return (nil, 0)
  }

  /// `.post1`, or `-1` alone.
  mutating func post() -> Int? {
    if let number = number(afterAny: ["post", "rev", "r"]) { return number }
    guard rest.first == UInt8(ascii: "-") else { return nil }
    let before = rest
    rest = rest.dropFirst()
    if let number = number() { return number }
    rest = before
    return nil
  }

  /// The parts behind `+`, none where there is no `+`; nil when what follows it is no local version.
  mutating func local() -> [ReleaseVersion.LocalPart]? {
    guard rest.first == UInt8(ascii: "+") else { return [] }
    let parts = rest.dropFirst().split(omittingEmptySubsequences: false) { Self.isSeparator($0) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isLetterOrDigit) }) else { return nil }
    rest = []
    return parts.map { part in
      let text = String(decoding: part, as: UTF8.self)
      return part.allSatisfy(Self.isDigit) ? Int(text).map { .number($0) } ?? .text(text) : .text(text)
    }
  }

  /// The number that follows one of the words, with a separator before and after the word or none, and 0 where the word
  /// stands alone; nothing is taken when none of them is there.
  mutating func number(afterAny words: [StaticString]) -> Int? {
    let before = rest
    if let first = rest.first, Self.isSeparator(first) { rest = rest.dropFirst() }
    for word in words where starts(with: word) {
      rest = rest.dropFirst(word.utf8CodeUnitCount)
      let behind = rest
      if let first = rest.first, Self.isSeparator(first) { rest = rest.dropFirst() }
      if let number = number() { return number }
      rest = behind
      // A number that is too long to be one does not pass for 0.
      if let next = rest.first, Self.isDigit(next) { break }
      return 0
    }
    rest = before
    return nil
  }

  private func starts(with word: StaticString) -> Bool {
    rest.starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// At most nine digits: a longer number is a date run together or a slip.
  private mutating func number() -> Int? {
    let digits = rest.prefix(while: Self.isDigit)
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
