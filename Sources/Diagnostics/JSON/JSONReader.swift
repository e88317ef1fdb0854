/// Reads JSON (RFC 8259) value by value, as the caller asks for them, in one pass and with the place of each.
///
/// Nothing is kept of what is skipped, so a listing of any length costs no more memory than what is taken from it. Depth
/// is limited, as section 9 allows, and what is nested is skipped without recursion.
package struct JSONReader {
  /// How deep values may be nested.
  package static let depthLimit = 512

  private let bytes: [UInt8]
  package private(set) var offset: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Section 8.1 lets a parser ignore a byte order mark.
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What the next value is; white space before it is passed.
  package mutating func kind() throws(JSONFault) -> JSONKind {
    switch try next() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw .invalid("expected a value", at: offset)
    }
  }

  /// Reads an object, member by member.
  ///
  /// - Parameter member: called with each key before its value; a value that it does not read is skipped.
  package mutating func object(
    _ member: (JSONString, inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try take(UInt8(ascii: "{"), "an object")
    if try next() == UInt8(ascii: "}") { return offset += 1 }
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw .invalid("expected a key in '\"'", at: offset) }
      let key = try string()
      try take(UInt8(ascii: ":"), "':' behind the key")
      _ = try kind()
      let start = offset
      try member(key, &self)
      if offset == start { try skip() }
      if try isAtEnd(UInt8(ascii: "}"), expecting: "',' or '}'") { return }
    }
  }

  /// Reads an array, element by element.
  ///
  /// - Parameter element: called before each element; one that it does not read is skipped.
  package mutating func array(_ element: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
    try take(UInt8(ascii: "["), "an array")
    if try next() == UInt8(ascii: "]") { return offset += 1 }
    while true {
      _ = try kind()
      let start = offset
      try element(&self)
      if offset == start { try skip() }
      if try isAtEnd(UInt8(ascii: "]"), expecting: "',' or ']'") { return }
    }
  }

  package mutating func string() throws(JSONFault) -> JSONString {
    try take(UInt8(ascii: "\""), "a string")
    let start = offset
    var hasEscapes = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        return JSONString(offsets: start..<offset - 1, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try passEscape()
      } else if byte < 0x20 {
        throw .invalid("a control character in a string must be escaped", at: offset)
      } else {
        offset += 1
      }
    }
    throw .truncated(at: offset)
  }

  package mutating func bool() throws(JSONFault) -> Bool {
    if try next() == UInt8(ascii: "t") {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  /// Nil for a number with a fraction or an exponent, or one that is too large.
  package mutating func integer() throws(JSONFault) -> Int? {
    guard try kind() == .number else { throw .invalid("expected a number", at: offset) }
    let start = offset
    try number()
    return Int(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  /// Passes one value, whatever it is.
  package mutating func skip() throws(JSONFault) {
    /// The brackets that close what is open.
    var open: [UInt8] = []
    repeat {
      switch try kind() {
      case .object, .array:
        if try enter(&open) { continue }
      case .string: _ = try string()
      case .number: try number()
      case .bool: _ = try bool()
      case .null: try word("null")
      }
      try leave(&open)
    } while !open.isEmpty
  }

  /// - Throws: when anything but white space is left.
  package mutating func end() throws(JSONFault) {
    passWhiteSpace()
    if offset < bytes.count { throw .invalid("something follows the value", at: offset) }
  }

  /// The characters of a string. What is no character (half of a surrogate pair, bytes that are not UTF-8) is U+FFFD.
  package func text(of string: JSONString) -> String {
    string.hasEscapes
      ? JSONUnescaping.text(of: bytes[string.offsets]) : String(decoding: bytes[string.offsets], as: UTF8.self)
  }
}

// MARK: - Parts of a value

extension JSONReader {
  /// Opens a container and stands at its first value.
  ///
  /// - Returns: false for an empty one, which is passed.
  private mutating func enter(_ open: inout [UInt8]) throws(JSONFault) -> Bool {
    let close = bytes[offset] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard open.count < Self.depthLimit else { throw .invalid("values are nested too deep", at: offset) }
    offset += 1
    if try next() == close {
      offset += 1
      return false
    }
    open.append(close)
    if close == UInt8(ascii: "}") { try key() }
    return true
  }

  /// Behind a value: closes what ends there, and stands at the next value of what does not.
  private mutating func leave(_ open: inout [UInt8]) throws(JSONFault) {
    while let close = open.last {
      guard try isAtEnd(close, expecting: close == UInt8(ascii: "}") ? "',' or '}'" : "',' or ']'") else {
        if close == UInt8(ascii: "}") { try key() }
        return
      }
      open.removeLast()
    }
  }

  private mutating func key() throws(JSONFault) {
    guard try next() == UInt8(ascii: "\"") else { throw .invalid("expected a key in '\"'", at: offset) }
    _ = try string()
    try take(UInt8(ascii: ":"), "':' behind the key")
  }

  /// Behind an element: passes the bracket that closes the container, or the comma that does not.
  private mutating func isAtEnd(_ close: UInt8, expecting expected: String) throws(JSONFault) -> Bool {
    let byte = try next()
    guard byte == close || byte == UInt8(ascii: ",") else { throw .invalid("expected \(expected)", at: offset) }
    offset += 1
    return byte == close
  }

  /// The first byte that is no white space.
  private mutating func next() throws(JSONFault) -> UInt8 {
    passWhiteSpace()
    guard offset < bytes.count else { throw .truncated(at: offset) }
    return bytes[offset]
  }

  private mutating func passWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8, _ expected: String) throws(JSONFault) {
    guard try next() == byte else { throw .invalid("expected \(expected)", at: offset) }
    offset += 1
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    let found = bytes[offset...].prefix(letters.count)
    guard found.elementsEqual(letters) else {
      if letters.starts(with: found) { throw .truncated(at: bytes.count) }
      throw .invalid("expected a value", at: offset)
    }
    offset += letters.count
  }

  /// Section 6: no leading zeros, no bare point, no `+`.
  private mutating func number() throws(JSONFault) {
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    guard offset == start else { return }
    if offset == bytes.count { throw .truncated(at: offset) }
    throw .invalid("expected a digit", at: offset)
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Passes a backslash and what belongs to it.
  private mutating func passEscape() throws(JSONFault) {
    let start = offset
    offset += 1
    guard let kind = peek() else { throw .truncated(at: offset) }
    offset += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      for _ in 0..<4 {
        guard let digit = peek() else { throw .truncated(at: offset) }
        guard JSONUnescaping.value(ofHexadecimal: digit) != nil else {
          throw .invalid("'\\u' needs four hexadecimal digits", at: start)
        }
        offset += 1
      }
    default: throw .invalid("there is no such escape", at: start)
    }
  }
}
