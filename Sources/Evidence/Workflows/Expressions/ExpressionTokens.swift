/// Words and signs of an expression.
enum ExpressionToken: Hashable {
  case name(String)
  case number(Double)
  case string(String)
  case sign(String)

  /// Nil when there is something in it that no expression has.
  static func all(in text: String) -> [ExpressionToken]? {
    var scanner = Scanner(Array(text.utf8))
    var tokens: [ExpressionToken] = []
    while !scanner.isAtEnd {
      guard let token = scanner.next() else { return nil }
      tokens.append(token)
      scanner.skipSpace()
    }
    return tokens
  }

  private struct Scanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      skipSpace()
    }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func skipSpace() {
      while index < bytes.count, bytes[index] <= UInt8(ascii: " ") { index += 1 }
    }

    mutating func next() -> ExpressionToken? {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'") { return string() }
      if Self.isNameStart(byte) { return .name(take { Self.isNameStart($0) || Self.isDigit($0) || $0 == 0x2D }) }
      if Self.isDigit(byte) || byte == 0x2D || byte == 0x2B { return number() }
      return sign()
    }

    /// A quote within is written twice.
    private mutating func string() -> ExpressionToken? {
      index += 1
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte != UInt8(ascii: "'") {
          text.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "'") {
          text.append(byte)
          index += 1
        } else {
          return .string(String(decoding: text, as: UTF8.self))
        }
      }
      return nil
    }

    private mutating func number() -> ExpressionToken? {
      let text = take { Self.isDigit($0) || Self.isNameStart($0) || [0x2B, 0x2D, 0x2E].contains($0) }
      if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map { .number(Double($0)) } }
      if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { .number(Double($0)) } }
      return Double(text).map { .number($0) }
    }

    private mutating func sign() -> ExpressionToken? {
      let rest = bytes[index...]
      for sign in ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ".", ",", "*"]
      where rest.starts(with: sign.utf8) {
        index += sign.utf8.count
        return .sign(sign)
      }
      return nil
    }

    private mutating func take(while isPart: (UInt8) -> Bool) -> String {
      let start = index
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
      byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x5F
    }
  }
}
