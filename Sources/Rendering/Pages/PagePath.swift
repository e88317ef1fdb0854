/// Where a page stands in its set: in the set's folder or in one below it, under a name that every file system and every
/// address takes as it is.
package struct PagePath: Hashable, Sendable {
  /// The folder below the set's; nil for a page that stands in the set's own.
  package let folder: String?
  /// The file's name without its ending.
  package let name: String

  package init(_ name: StaticString) {
    folder = nil
    self.name = name.description
  }

  /// - Parameter id: any text; two ids never have the same name.
  package init(_ folder: StaticString, id: String) {
    self.folder = folder.description
    name = Self.word(id)
  }

  /// `platforms/windows-x86`
  package var text: String { folder.map { $0 + "/" + name } ?? name }

  /// What leads from another page of the set to the set's folder: `../`, or nothing.
  package var wayToRoot: String { folder == nil ? "" : "../" }

  /// The relative address of this page's file, seen from another page: `../tiers/tier-1.html`.
  ///
  /// - Parameter ending: with its dot; empty for the name of a document.
  func relative(to other: PagePath, ending: String) -> String {
    (folder == other.folder ? name : other.wayToRoot + text) + ending
  }

  /// Lower-case letters, digits, `-`, `_`, `+` and `.` as they are, any other byte as `=` and its hexadecimal digits.
  /// Capitals are others, since some file systems do not tell them apart, and so is what a name may not begin with.
  private static func word(_ id: String) -> String {
    var word = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "."):
        if word.isEmpty { fallthrough }
        word.unicodeScalars.append(Unicode.Scalar(byte))
      default: word += "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return word
  }
}
