/// The name of a project on an index, as PEP 503 makes names comparable: lower-case, and `-` for each run of `-`, `_`
/// and `.`.
package struct ProjectName: Hashable, Sendable {
  package let normalized: String

  /// Nil when it is no name: one has ASCII letters, digits, `-`, `_` and `.`, and starts and ends with a letter or a
  /// digit.
  package init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    var hasSeparator = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        guard !bytes.isEmpty else { return nil }
        hasSeparator = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if hasSeparator { bytes.append(UInt8(ascii: "-")) }
        hasSeparator = false
        bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
      default: return nil
      }
    }
    guard !bytes.isEmpty, !hasSeparator else { return nil }
    normalized = String(decoding: bytes, as: UTF8.self)
  }
}
