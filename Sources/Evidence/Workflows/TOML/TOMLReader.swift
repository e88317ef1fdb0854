import Diagnostics

/// Reads TOML 1.0 as far as it is text, lists and tables, which is what settings of builds are made of.
///
/// It accepts more than TOML does, since a build tool has accepted the file already. A file that it cannot read gives
/// nothing: what its settings say is then unknown.
struct TOMLReader {
  private static let depthLimit = 50
  private static let sizeLimit = 1 << 20

  private let bytes: [UInt8]
  private var index: Int
  private var root = TOMLValue.table([:])
  private var depth = 0

  /// Nil, with the place where reading ended, for a file that is no TOML.
  static func read(_ file: SourceFile) -> (value: TOMLValue?, end: SourcePosition) {
    guard file.bytes.count <= sizeLimit else { return (nil, SourceRange.fileStart.start) }
    var reader = TOMLReader(bytes: file.bytes)
    let isRead = reader.readLines()
    return (isRead ? reader.root : nil, file.position(at: reader.index))
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func accept(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard bytes[index...].starts(with: wanted) else { return false }
      index += wanted.count
      return true
    }
  }

  private mutating func skip(newLines: Bool) {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while let byte = current, byte != UInt8(ascii: "\n") { _ = byte; index += 1 }
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D || newLines && byte == 0x0A {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func readLines() -> Bool {
    var table: [String] = []
    while true {
      skip(newLines: true)
      guard current != nil else { return true }
      if accept("[") {
        let isList = accept("[")
        guard let path = keys(), accept("]"), !isList || accept("]") else { return false }
        table = path
        guard !isList || startElement(at: path) else { return false }
      } else {
        guard let path = keys(), accept("="), let value = value(), store(value, at: table + path) else { return false }
      }
      skip(newLines: false)
      guard current == nil || current == UInt8(ascii: "\n") else { return false }
    }
  }

  private mutating func startElement(at path: [String]) -> Bool {
    guard let last = path.last, path.count <= Self.depthLimit else { return false }
    return root.change(at: path.dropLast()) { table in
      guard case .table(var values) = table else { return false }
      table = .table([:])
      defer { table = .table(values) }
      var elements = values.removeValue(forKey: last)?.elements ?? []
      elements.append(.table([:]))
      values[last] = .list(elements)
      return true
    }
  }

  private mutating func store(_ value: TOMLValue, at path: [String]) -> Bool {
    guard let last = path.last, path.count <= Self.depthLimit else { return false }
    return root.change(at: path.dropLast()) { table in
      guard case .table(var values) = table else { return false }
      table = .table([:])
      values[last] = value
      table = .table(values)
      return true
    }
  }

  /// `tool.cibuildwheel."x.y"`
  private mutating func keys() -> [String]? {
    var keys: [String] = []
    repeat {
      skip(newLines: false)
      if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        guard case .text(let key)? = string() else { return nil }
        keys.append(key)
      } else {
        let start = index
        while let byte = current, Self.isKeyByte(byte) { index += 1 }
        guard index > start else { return nil }
        keys.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      skip(newLines: false)
    } while accept(".")
    return keys
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x2D
      || byte == 0x5F
  }

  private mutating func value() -> TOMLValue? {
    skip(newLines: false)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { return nil }
    if accept("[") { return list() }
    if accept("{") { return inlineTable() }
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return string() }
    let start = index
    while let byte = current, byte > 0x20, ![0x2C, 0x5D, 0x7D, 0x23].contains(byte) { index += 1 }
    return index > start ? .text(String(decoding: bytes[start..<index], as: UTF8.self)) : nil
  }

  private mutating func list() -> TOMLValue? {
    var elements: [TOMLValue] = []
    while true {
      skip(newLines: true)
      if accept("]") { return .list(elements) }
      guard let element = value() else { return nil }
      elements.append(element)
      skip(newLines: true)
      guard accept(",") || current == UInt8(ascii: "]") else { return nil }
    }
  }

  private mutating func inlineTable() -> TOMLValue? {
    var table = TOMLValue.table([:])
    while true {
      skip(newLines: true)
      if accept("}") { return table }
      guard let path = keys(), path.count <= Self.depthLimit, let last = path.last, accept("="), let value = value(),
        table.change(
          at: path.dropLast(),
          { inner in
            guard case .table(var values) = inner else { return false }
            values[last] = value
            inner = .table(values)
            return true
          })
      else { return nil }
      skip(newLines: true)
      guard accept(",") || current == UInt8(ascii: "}") else { return nil }
    }
  }

  private mutating func string() -> TOMLValue? {
    if accept("\"\"\"") { return quoted(until: Array("\"\"\"".utf8), escapes: true) }
    if accept("'''") { return quoted(until: Array("'''".utf8), escapes: false) }
    if accept("\"") { return quoted(until: Array("\"".utf8), escapes: true) }
    return accept("'") ? quoted(until: Array("'".utf8), escapes: false) : nil
  }

  private mutating func quoted(until end: [UInt8], escapes: Bool) -> TOMLValue? {
    var text: [UInt8] = []
    while let byte = current {
      if bytes[index...].starts(with: end) {
        index += end.count
        return .text(String(decoding: text, as: UTF8.self))
      }
      index += 1
      guard escapes, byte == UInt8(ascii: "\\"), let escaped = current else {
        guard end.count > 1 || byte != UInt8(ascii: "\n") else { return nil }
        text.append(byte)
        continue
      }
      index += 1
      text.append(escaped == UInt8(ascii: "n") ? 0x0A : escaped == UInt8(ascii: "t") ? 0x09 : escaped)
    }
    return nil
  }
}
