/// Writes XML 1.0, all texts escaped; characters that XML has no way to hold are made visible.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  mutating func element(
    _ name: String, _ attributes: [(String, String)], _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes, end: ">\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    bytes += "</\(name)>\n".utf8
  }

  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes, end: "/>\n")
  }

  /// - Parameter text: lines.
  mutating func element(_ name: String, _ attributes: [(String, String)], text: [String]) {
    open(name, attributes, end: ">")
    bytes += text.map(Self.escaped).joined(separator: "\n").utf8
    bytes += "</\(name)>\n".utf8
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)], end: String) {
    indent()
    bytes += "<\(name)".utf8
    for (name, value) in attributes { bytes += " \(name)=\"\(Self.escaped(value))\"".utf8 }
    bytes += end.utf8
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in LogText.brokenUp(VisibleText.of(text)).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
