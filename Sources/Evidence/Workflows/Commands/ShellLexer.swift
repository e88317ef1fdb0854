/// Splits a script into words and operators, with the quotes, comments, continued lines and here-documents of its shell.
struct ShellLexer {
  enum Token: Hashable {
    case word(ShellWord)
    /// `&&`, `|`, `;`, `(`, a redirection, and a line end.
    case symbol(String)
    case end
  }

  let dialect: Shell.Dialect
  private let bytes: [UInt8]
  private var index = 0
  /// Here-documents that begin with the next line.
  private var awaited: [(delimiter: String, isIndented: Bool)] = []
  /// Texts of here-documents that have been read, in their order.
  var inputs: [String] = []

  init(_ script: String, _ dialect: Shell.Dialect) {
    bytes = Array(script.utf8)
    self.dialect = dialect
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private var escape: UInt8 {
    switch dialect {
    case .posix: UInt8(ascii: "\\")
    case .powershell: UInt8(ascii: "`")
    case .cmd: UInt8(ascii: "^")
    }
  }

  mutating func await(_ delimiter: String, isIndented: Bool) { awaited.append((delimiter, isIndented)) }

  mutating func next() -> Token {
    skipBlanks()
    guard let byte = byte() else { return .end }
    if byte == UInt8(ascii: "\n") {
      index += 1
      readInputs()
      return .symbol("\n")
    }
    if let symbol = symbol() { return .symbol(symbol) }
    return .word(word())
  }

  private mutating func skipBlanks() {
    while let byte = byte() {
      if byte == escape, self.byte(1) == 0x0A || self.byte(1) == 0x0D && self.byte(2) == 0x0A {
        index += self.byte(1) == 0x0A ? 2 : 3
      } else if byte <= 0x20 && byte != 0x0A {
        index += 1
      } else if byte == UInt8(ascii: "#"), dialect != .cmd {
        while let byte = self.byte(), byte != 0x0A { _ = byte; index += 1 }
      } else {
        return
      }
    }
  }

  private static let symbols: [StaticString] = [
    "&&", "||", ";;", "|&", "&>>", "&>", "<<<", "<<-", "<<", ">>", ">&", "<&", ">|", "&", ";", "|", "(", ")",
  ]

  private mutating func symbol() -> String? {
    // `2>` redirects; `>(` and `<(` are words.
    var digits = 0
    while let byte = byte(digits), (0x30...0x39).contains(byte) { digits += 1 }
    if digits > 0 {
      guard byte(digits) == UInt8(ascii: ">") || byte(digits) == UInt8(ascii: "<") else { return nil }
      index += digits
    }
    if dialect != .posix, byte() == UInt8(ascii: ";") || byte() == UInt8(ascii: "{") || byte() == UInt8(ascii: "}"),
      dialect == .powershell
    {
      index += 1
      return String(UnicodeScalar(bytes[index - 1]))
    }
    for symbol in Self.symbols where starts(with: symbol) {
      index += symbol.utf8CodeUnitCount
      return symbol.description
    }
    guard let byte = byte(), byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<"), self.byte(1) != UInt8(ascii: "(")
    else { return nil }
    index += 1
    return String(UnicodeScalar(byte))
  }

  private mutating func word() -> ShellWord {
    var word = WordParts()
    let start = index
    while let byte = byte() {
      switch byte {
      case UInt8(ascii: "'") where !word.isQuoted && dialect != .cmd: word.add(singleQuoted())
      case UInt8(ascii: "\""):
        word.isQuoted.toggle()
        index += 1
        // An empty text is a word.
        word.add(.text(""))
      case escape:
        if let piece = escaped(word.isQuoted) { word.text += piece }
      case UInt8(ascii: "`") where dialect == .posix:
        word.add(.open(substitution { $0.skip(to: UInt8(ascii: "`")) }))
      case UInt8(ascii: "$"):
        if let piece = dollar(word.isQuoted) { word.add(piece) } else { takeByte(into: &word) }
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        guard !word.isQuoted else {
          takeByte(into: &word)
          continue
        }
        guard index == start, self.byte(1) == UInt8(ascii: "(") else { return word.done }
        word.add(
          .open(
            substitution { lexer in
              lexer.index += 1
              lexer.skipParentheses()
            }))
      case 0...0x20, UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
        guard word.isQuoted else { return word.done }
        takeByte(into: &word)
      default: takeByte(into: &word)
      }
    }
    return word.done
  }

  /// What a word consists of as far as it is read.
  private struct WordParts {
    private var word = ShellWord()
    var text: [UInt8] = []
    var isQuoted = false

    mutating func add(_ piece: ShellWord.Piece) {
      flush()
      word.pieces.append(piece)
    }

    private mutating func flush() {
      if !text.isEmpty { word.pieces.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }

    var done: ShellWord {
      var parts = self
      parts.flush()
      return parts.word
    }
  }

  private mutating func takeByte(into word: inout WordParts) {
    word.text.append(bytes[index])
    index += 1
  }

  /// What stands in single quotes, in which nothing means anything.
  private mutating func singleQuoted() -> ShellWord.Piece {
    index += 1
    let start = index
    while let byte = byte(), byte != UInt8(ascii: "'") { index += 1 }
    defer { index += 1 }
    return .text(String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self))
  }

  /// What an escaped byte stands for; nothing for a line end.
  private mutating func escaped(_ isQuoted: Bool) -> [UInt8]? {
    let mark = bytes[index]
    guard let next = byte(1) else {
      index += 1
      return [mark]
    }
    index += 2
    if next == 0x0A { return nil }
    // Within quotes a backslash is itself but before these.
    if isQuoted, dialect == .posix, ![0x24, 0x60, 0x22, 0x5C].contains(next) { return [mark, next] }
    return [next]
  }

  private mutating func dollar(_ isQuoted: Bool) -> ShellWord.Piece? {
    if starts(with: "${{") {
      return .open(
        substitution { lexer in
          while lexer.byte() != nil, !lexer.starts(with: "}}") { lexer.index += 1 }
          lexer.index = min(lexer.index + 2, lexer.bytes.count)
        })
    }
    if byte(1) == UInt8(ascii: "(") {
      return .open(
        substitution { lexer in
          lexer.index += 1
          lexer.skipParentheses()
        })
    }
    if dialect == .powershell, starts(with: "$env:") {
      return named(from: index + 5, isQuoted)
    }
    guard byte(1) == UInt8(ascii: "{") else { return named(from: index + 1, isQuoted) }
    let start = index
    let text = substitution { $0.skip(to: UInt8(ascii: "}")) }
    let name = bytes[start..<index].dropFirst(2).dropLast()
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return .open(text) }
    return .variable(String(decoding: name, as: UTF8.self), spelling: text, isQuoted: isQuoted)
  }

  private mutating func named(from start: Int, _ isQuoted: Bool) -> ShellWord.Piece? {
    var end = start
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    // `$?`, `$@`
    if end == start, end < bytes.count, [0x3F, 0x40, 0x2A, 0x21, 0x23].contains(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let spelling = String(decoding: bytes[index..<end], as: UTF8.self)
    index = end
    return .variable(String(decoding: bytes[start..<end], as: UTF8.self), spelling: spelling, isQuoted: isQuoted)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  /// What a step goes past, as it is written.
  private mutating func substitution(_ skip: (inout Self) -> Void) -> String {
    let start = index
    skip(&self)
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Goes behind the next of a byte, past the one that it stands on.
  private mutating func skip(to byte: UInt8) {
    index += 1
    while let found = self.byte(), found != byte { index += found == UInt8(ascii: "\\") ? 2 : 1 }
    index = min(index + 1, bytes.count)
  }

  private mutating func skipParentheses() {
    var depth = 0
    while let found = byte() {
      index += 1
      switch found {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"): index = min(index + 1, bytes.count)
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        while let next = byte(), next != found { index += next == UInt8(ascii: "\\") && found != 0x27 ? 2 : 1 }
        index = min(index + 1, bytes.count)
      default: break
      }
      if depth == 0 { return }
    }
    index = bytes.count
  }

  private mutating func readInputs() {
    for document in awaited {
      var text = ""
      while index < bytes.count {
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        var line = String(decoding: bytes[index..<end], as: UTF8.self)
        if document.isIndented { line = String(line.drop { $0 == "\t" }) }
        index = min(end + 1, bytes.count)
        // YAML takes the indent of a block away; a script within it may keep some.
        if line.drop(while: { $0 == " " }) == document.delimiter { break }
        text += line + "\n"
      }
      inputs.append(text)
    }
    awaited = []
  }
}
