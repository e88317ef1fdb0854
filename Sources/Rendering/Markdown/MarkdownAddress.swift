/// Web addresses in text. GitHub and others make a link of one wherever it stands, up to white space or `<` (GFM,
/// "Autolinks"): a backslash in it is a character of the address then, and escapes nothing.
package enum MarkdownAddress {
  /// The text by `escape`; an address that escapes would stand in, as `<…>`, which shows the same and needs none.
  ///
  /// - Parameters:
  ///   - isFollowed: whether other markup follows at once.
  ///   - always: whether every address is written so.
  package static func escaped(
    _ text: String, isFollowed: Bool, always: Bool = false, by escape: (String) -> String
  ) -> String {
    var result = ""
    var plain = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      guard let start = start(of: rest, after: plain.last) else {
        plain += [rest.removeFirst()]
        continue
      }
      let run = rest.prefix { !isSpace($0) && $0 != "<" }
      let isLast = run.count == rest.count
      if !always, isLast ? !isFollowed : rest[run.endIndex] != "<", escape(string(run)) == string(run) {
        plain += run
        rest = rest[run.endIndex...]
        continue
      }
      result += escape(String(plain))
      plain = String.UnicodeScalarView()
      if let length = length(rest) {
        result += "<\(string(rest.prefix(length)))>"
        rest = rest.dropFirst(length)
      } else {
        // Its dot or its colon, escaped, makes it text.
        result += "\(string(rest.prefix(start)))\\"
        rest = rest.dropFirst(start)
        plain += [rest.removeFirst()]
      }
    }
    return result + escape(String(plain))
  }

  /// How long the address is that stands at the start of a text, as far as it may stand in `<…>` wherever that is; nil
  /// where none does.
  package static func length(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let scheme = schemeLength(text) else { return nil }
    var address = text.prefix { $0.value > 0x20 && $0.value < 0x7F && !#"<>"'`|\{}$"#.unicodeScalars.contains($0) }
    while let last = address.last {
      guard ".,;:!?*".unicodeScalars.contains(last) || last == ")" && !isBalanced(address) else { break }
      address = address.dropLast()
    }
    return address.count > scheme + "://".utf8.count ? address.count : nil
  }

  private static func isBalanced(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count { $0 == "(" } >= text.count { $0 == ")" }
  }

  /// How many characters stand before the `:` of a scheme or the `.` of `www.` at the start of the text, where it begins an
  /// address.
  private static func start(of text: ArraySlice<Unicode.Scalar>, after last: Unicode.Scalar?) -> Int? {
    guard last.map({ isLetter($0) }) != true else { return nil }
    return text.starts(with: "www.".unicodeScalars) ? 3 : schemeLength(text)
  }

  private static func schemeLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = text.first, "hfHF".unicodeScalars.contains(first) else { return nil }
    let name = text.prefix(6).prefix { isLetter($0) }
    guard text[name.endIndex...].starts(with: "://".unicodeScalars) else { return nil }
    return ["http", "https", "ftp"].contains(string(name).lowercased()) ? name.count : nil
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value | 0x20) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }
}
