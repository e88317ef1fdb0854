import Diagnostics
import Policy

extension DocumentConventions.Numbering {
  /// The number in a file's name: 57 for `doc/nep-0057-platforms.rst`; nil where the name has none.
  func number(ofFile path: String) -> Int? {
    Self.number(in: Self.name(of: path), after: filePrefix)
  }

  /// Whether a file is named like a numbered document and has no number: `nep-template.rst`.
  func isTemplate(_ path: String) -> Bool {
    Self.name(of: path).hasPrefix(filePrefix) && number(ofFile: path) == nil
  }

  /// The number that a title starts with: 57 for `NEP 57 — Platforms`.
  func number(ofTitle title: String) -> Int? {
    Self.number(in: title[...], after: titlePrefix)
  }

  /// The number of a label that is nothing but prefix and digits: 57 for `NEP57`. Labels of other shapes are free.
  func number(ofLabel label: String) -> Int? {
    guard label.dropFirst(labelPrefix.count).utf8.allSatisfy(Self.isDigit) else { return nil }
    return Self.number(in: label[...], after: labelPrefix)
  }

  private static func number(in text: Substring, after prefix: String) -> Int? {
    guard let rest = text.rest(afterPrefix: prefix)?.utf8 else { return nil }
    return Int(Substring(rest.prefix(while: isDigit)))
  }

  /// What stands after the last slash.
  private static func name(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
