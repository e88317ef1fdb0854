/// Writes JSON into bytes as it goes, members in the order they are given in.
///
/// Brackets always match, since a body closes what it was opened for; that each member has one key and one value is up to
/// the caller.
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// Each member on a line of its own.
    case lines
    /// Everything on one line.
    case line
  }

  package private(set) var bytes: [UInt8] = []
  private let indentation: Int
  private var depth = 0
  private var layout = Layout.line
  private var isFirst = true
  private var followsKey = false

  /// - Parameter indentation: spaces for each level.
  package init(indentation: Int = 2) {
    self.indentation = indentation
  }

  /// The text, with a line end.
  package consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  package mutating func object(_ layout: Layout = .lines, _ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), layout, body)
  }

  package mutating func array(_ layout: Layout = .lines, _ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), layout, body)
  }

  /// The key of the value that is written next.
  package mutating func key(_ name: String) {
    beginValue()
    quote(name)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    followsKey = true
  }

  /// A string, or `null`.
  package mutating func value(_ text: String?) {
    beginValue()
    if let text { quote(text) } else { bytes += "null".utf8 }
  }

  package mutating func value(_ number: Int) {
    beginValue()
    bytes += String(number).utf8
  }

  package mutating func value(_ flag: Bool) {
    beginValue()
    bytes += (flag ? "true" : "false").utf8
  }

  /// A finite number; `null` for what JSON has no number for.
  package mutating func value(_ number: Double) {
    beginValue()
    bytes += (number.isFinite ? "\(number)" : "null").utf8
  }

  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ inner: Layout, _ body: (inout JSONWriter) -> Void
  ) {
    beginValue()
    bytes.append(open)
    let outer = layout
    // What stands in a line stays there.
    layout = depth > 0 && outer == .line ? .line : inner
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if layout == .lines, !isFirst { breakLine() }
    layout = outer
    isFirst = false
    bytes.append(close)
  }

  private mutating func beginValue() {
    if followsKey {
      followsKey = false
      return
    }
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if layout == .lines {
        breakLine()
      } else if !isFirst {
        bytes.append(UInt8(ascii: " "))
      }
    }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { JSONEscaping.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }
}
