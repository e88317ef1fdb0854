/// Output in a log from which a service takes commands: GitHub's runner takes `::name::` at the start of a line, whatever
/// blanks stand before it, and `##[name]` anywhere in one; Azure's `##vso[name]`, and others their own name there.
///
/// A document may hold such a line by accident, or because somebody would like to be obeyed.
package enum LogText {
  /// The text with a space in all that would be a command.
  package static func brokenUp(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let result = brokenUp(bytes)
    return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
  }

  /// As for a text.
  package static func brokenUp(_ bytes: [UInt8]) -> [UInt8] {
    let places = bytes.withUnsafeBufferPointer(places)
    guard !places.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + places.count)
    var start = 0
    for place in places {
      result += bytes[start..<place]
      result.append(UInt8(ascii: " "))
      start = place
    }
    return result + bytes[start...]
  }

  /// Where a bracket stands that makes a command of the bytes before it: `##` and a name, or no name.
  static func endsInCommandMark(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    var start = index
    while start > 0, index - start < longestName, isNamed(bytes[start - 1]) { start -= 1 }
    return start >= 2 && bytes[start - 1] == UInt8(ascii: "#") && bytes[start - 2] == UInt8(ascii: "#")
  }

  package static func endsInCommandMark(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let bytes = text.suffix(longestName + 2).flatMap { UTF8.encode($0).map(Array.init) ?? [] }
    return bytes.withUnsafeBufferPointer { endsInCommandMark($0, before: $0.count) }
  }

  private static let longestName = 64

  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The offsets that a space has to stand at.
  private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var isBlank = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        isBlank = true
      } else if isBlank, byte == UInt8(ascii: ":") {
        if index + 2 < bytes.count, bytes[index + 1] == byte, isNamed(bytes[index + 2]) { places.append(index + 1) }
        isBlank = false
      } else if isBlank {
        let length = blankLength(bytes, at: index)
        isBlank = length > 0
        index += max(length - 1, 0)
      }
      if byte == UInt8(ascii: "["), endsInCommandMark(bytes, before: index) { places.append(index) }
      index += 1
    }
    return places
  }

  /// How many bytes the white space takes that stands at an offset; 0 where none does.
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0B, 0x0C, 0x20: return 1
    case 0xC2, 0xE1, 0xE2, 0xE3: break
    default: return 0
    }
    let (scalar, length) = UTF8Decoding.scalar(in: Array(bytes[index..<min(index + 4, bytes.count)])[...], at: 0)
    return scalar?.properties.isWhitespace == true ? length : 0
  }
}
