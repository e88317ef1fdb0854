import Diagnostics

/// Makes ids of names: what names a file on every system, is unique, and comes out the same for the same names.
struct RegistryIDs {
  /// A file's name has 255 bytes at the most on common systems; nobody types half as many.
  private static let lengthLimit = 80

  /// What an id begins with that its name gives no beginning for: `platform`.
  private let noun: String
  private var taken: Set<String> = []
  /// The number that the next name of this id gets.
  private var nextNumbers: [String: Int] = [:]

  init(noun: String) {
    self.noun = noun
  }

  /// `linux-x86-64-musllinux` for `Linux x86-64 (musllinux)`; with `-2` where that is another one's.
  mutating func id(for name: String) -> String {
    let id = shortened(usable(Self.words(of: name).joined(separator: "-"), name: name), name: name)
    var candidate = id
    while !taken.insert(candidate).inserted {
      let number = nextNumbers[id, default: 2]
      nextNumbers[id] = number + 1
      candidate = "\(id)-\(number)"
    }
    return candidate
  }

  private func usable(_ id: String, name: String) -> String {
    if id.isEmpty { return noun + "-" + Self.hash(name) }
    // Windows has no files of these names, whatever their endings.
    let stem = String(id.prefix { $0 != "." })
    return Self.deviceNames.contains(stem) ? noun + "-" + id : id
  }

  private func shortened(_ id: String, name: String) -> String {
    guard id.utf8.count > Self.lengthLimit else { return id }
    let hash = Self.hash(name)
    return String(id.prefix(Self.lengthLimit - hash.count - 1)) + "-" + hash
  }

  private static func hash(_ name: String) -> String { String(Fingerprint.hash([name]).prefix(8)) }

  private static let deviceNames: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Runs of ASCII letters and digits, with `_`, `.` and `+` between them, in lower case; a letter beyond ASCII is a word
  /// by itself, its code.
  private static func words(of name: String) -> [String] {
    var words: [String] = [""]
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "_", ".", "+":
        if !words[words.count - 1].isEmpty { words[words.count - 1].unicodeScalars.append(scalar) }
      case _ where !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil):
        words += ["u" + String(scalar.value, radix: 16), ""]
      default: words.append("")
      }
    }
    return words.map { word in
      var word = word[...]
      while let last = word.last, "_.+".contains(last) { word.removeLast() }
      return String(word)
    }.filter { !$0.isEmpty }
  }
}
