/// Paths as URI references (RFC 3986).
package enum FileURI {
  /// A relative reference for a relative path, a `file:` URI for an absolute one; all but unreserved characters and `/`
  /// are percent-encoded.
  package static func reference(to path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return "file://" + encoded(path) }
    return encoded(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  private static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + VisibleText.hexadecimal(UInt32(byte), digits: 2)
      }
    }
    return result
  }
}
