import Diagnostics
import Policy

/// Content lines of iCalendar (RFC 5545, section 3.1).
struct CalendarText {
  /// Octets of a line, its line end left out.
  private static let lineLength = 75

  private(set) var bytes: [UInt8] = []

  /// - Parameter value: as the property has it, free of control characters.
  mutating func add(_ property: String, _ value: String) {
    var length = 0
    for scalar in "\(property):\(value)".unicodeScalars {
      // A fold within a character's octets is allowed, and garbles it in many readers.
      if length + UTF8.width(scalar) > Self.lineLength {
        bytes += "\r\n ".utf8
        length = 1
      }
      bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      length += UTF8.width(scalar)
    }
    bytes += "\r\n".utf8
  }

  /// A property of type TEXT (section 3.3.11).
  mutating func add(_ property: String, text: String) {
    var escaped = ""
    for character in VisibleText.of(text).unicodeScalars {
      if character == "\\" || character == ";" || character == "," { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(character)
    }
    add(property, escaped)
  }

  /// The definition of UTC (section 3.6.5), which puts nothing into the calendar.
  mutating func addTimeZone() {
    let lines = [
      ("BEGIN", "VTIMEZONE"), ("TZID", "UTC"), ("BEGIN", "STANDARD"), ("DTSTART", "19700101T000000"),
      ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0000"), ("END", "STANDARD"), ("END", "VTIMEZONE"),
    ]
    for (property, value) in lines { add(property, value) }
  }

  /// `20260130`
  static func date(_ date: CalendarDate) -> String {
    date.description.filter { $0 != "-" }
  }

  /// A part of a UID: letters, digits and `-` as they are, any other byte as `_` and its hexadecimal digits. Equal only
  /// for equal texts.
  static func word(_ text: String) -> String {
    var word = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isASCIIHexDigit || scalar == "-" || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar)
      {
        word.unicodeScalars.append(scalar)
      } else {
        word += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return word
  }
}
