/// The URIs that a link in a table may have.
enum LinkURI {
  /// The URI with everything percent-encoded that RFC 3986 does not allow in one, so that it can stand in any markup.
  ///
  /// Nil for what is no link to follow from a page: a scheme other than http, https and mailto, or nothing at all.
  static func normalized(_ uri: String) -> String? {
    let trimmed = uri.unicodeScalars.drop { $0.isASCII && $0.value <= 0x20 }
    var result: [UInt8] = []
    for byte in String(trimmed).utf8 {
      if isAllowed(byte) {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result += [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 0x30 : $0 + 0x37 }
      }
    }
    guard !result.isEmpty, hasAllowedScheme(result) else { return nil }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  /// Whether there is no scheme, as in a relative reference, or one that a page's reader may follow.
  private static func hasAllowedScheme(_ uri: [UInt8]) -> Bool {
    guard let colon = uri.firstIndex(where: { ":/?#".utf8.contains($0) }), uri[colon] == UInt8(ascii: ":") else {
      return true
    }
    let scheme = String(decoding: uri[..<colon], as: UTF8.self).lowercased()
    return ["http", "https", "mailto"].contains(scheme)
  }
}
