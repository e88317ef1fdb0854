/// An object of a repository as it was read.
struct GitObject: Sendable {
  enum Kind: String, Sendable {
    case blob
    case tree
    case commit
    case tag
  }

  var id: String
  var kind: Kind
  var size: Int
  /// Empty where the object is larger than what was asked for.
  var bytes: [UInt8]
}

/// What stands in a tree or in the index under a name.
struct GitEntry: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file
    case folder
    case symbolicLink
    case submodule
    /// In the index, with several versions.
    case conflict

    /// - Parameter mode: in octal digits, as git prints and stores it.
    init(mode: some StringProtocol) {
      switch mode {
      case "40000", "040000": self = .folder
      case "120000": self = .symbolicLink
      case "160000": self = .submodule
      default: self = .file
      }
    }
  }

  var kind: Kind
  /// The object's name in hexadecimal digits.
  var object: String

  /// Reads a tree object: for each entry a mode, a space, a name, a zero byte, and the object's name as bytes.
  ///
  /// - Parameter idLength: how many bytes an object's name has, 20 or 32.
  /// - Returns: by name; entries behind a malformed one are left out.
  static func entries(ofTree bytes: [UInt8], idLength: Int) -> [String: GitEntry] {
    var entries: [String: GitEntry] = [:]
    var rest = bytes[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")),
      let zero = rest[space...].firstIndex(of: 0), rest.endIndex - zero > idLength
    {
      let end = zero + 1 + idLength
      let mode = String(decoding: rest[rest.startIndex..<space], as: UTF8.self)
      let name = String(decoding: rest[(space + 1)..<zero], as: UTF8.self)
      entries[name] = GitEntry(kind: Kind(mode: mode), object: hexadecimal(rest[(zero + 1)..<end]))
      rest = rest[end...]
    }
    return entries
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
