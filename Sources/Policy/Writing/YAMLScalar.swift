/// Texts as YAML scalars that every reader of YAML takes for that text, quoted where they would be something else.
enum YAMLScalar {
  /// - Parameter inFlow: whether it stands between brackets or braces, where more characters end it.
  static func written(_ text: String, inFlow: Bool) -> String {
    if isPlain(text, inFlow: inFlow) { return text }
    if text.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\"" && $0 != "\\" }) { return "\"" + text + "\"" }
    if text.unicodeScalars.allSatisfy(isPrintable) {
      return "'" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) } + "'"
    }
    return "\"" + escaped(text) + "\""
  }

  /// A decimal number without an exponent.
  static func written(_ number: Double) -> String {
    let parts = number.description.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return number.withoutNeedlessFraction }
    let digits = parts[0].filter { $0 != "." }
    return exponent < 0
      ? "0." + String(repeating: "0", count: -exponent - 1) + digits
      : digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
  }

  // MARK: Plain scalars

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, scalars.allSatisfy(isPrintable) else { return false }
    if first == " " || last == " " || last == ":" || startIndicators.contains(first) { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") || meansSomethingElse(text) { return false }
    return !zip(scalars, scalars.dropFirst()).contains { scalar, next in
      scalar == ":" && next == " " || scalar == " " && next == "#"
        || inFlow && (flowIndicators.contains(scalar) || flowIndicators.contains(next))
    }
  }

  /// The characters that begin something else than a plain scalar, some of them only before a space.
  private static let startIndicators = Set("-?:,[]{}#&*!|>'\"%@`=~".unicodeScalars)
  /// To YAML 1.1 a question mark is one, too.
  private static let flowIndicators = Set(",[]{}?".unicodeScalars)

  /// Whether YAML's own rules, of any version, take the text for nothing, a flag, a number, a date or a time.
  private static func meansSomethingElse(_ text: String) -> Bool {
    if keywords.contains(text.lowercased()) { return true }
    let unsigned = text.utf8.drop { $0 == UInt8(ascii: "+") }
    guard let first = unsigned.first, isDigit(first) || first == UInt8(ascii: ".") else { return false }
    if ["0x", "0o", "0b"].contains(where: { unsigned.starts(with: $0.utf8) }) { return true }
    guard unsigned.allSatisfy({ isDigit($0) || "_.:+- eETtZz".utf8.contains($0) }) else { return false }
    // A version of three numbers is none.
    return unsigned.count { $0 == UInt8(ascii: ".") } < 2 || unsigned.contains(UInt8(ascii: ":"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static let keywords: Set = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", ".inf", "+.inf", ".nan",
  ]

  // MARK: Quoted scalars

  /// Whether the character stands in a file as itself; line breaks and what nobody sees do not.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0x7F...0xA0, 0xFEFF, 0xFFFE, 0xFFFF: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned: false
      default: true
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += escape(scalar)
      }
    }
    return result
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, length) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
  }
}

extension Double {
  /// `5` for 5.0.
  fileprivate var withoutNeedlessFraction: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
