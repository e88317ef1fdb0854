/// A platform's label without what people spell differently: case, punctuation, word order, the architectures' names.
package struct PlatformSpelling: Hashable, Sendable {
  /// The words in alphabetical order, a space after each.
  package let key: String

  package init(_ label: String) {
    let label = Array(Self.withoutWidePunctuation(label.folded).utf8)
    var text: [UInt8] = []
    text.reserveCapacity(label.count + 8)
    var words: [Range<Int>] = []
    var index = 0
    while index < label.count {
      guard label[index].isWordByte else {
        index += 1
        continue
      }
      let start = text.count
      if let synonym = Self.synonym(in: label, at: index) {
        text += synonym.name
        index += synonym.variant.count
      } else {
        while index < label.count, label[index].isWordByte {
          text.append(label[index])
          index += 1
        }
      }
      words.append(start..<text.count)
    }
    words.removeAll { word in Self.fillers.contains { $0.elementsEqual(text[word]) } }
    words.sort { text[$0].lexicographicallyPrecedes(text[$1]) }
    key = String(decoding: words.flatMap { text[$0] + [UInt8(ascii: " ")] }, as: UTF8.self)
  }

  /// With a space for whatever beyond ASCII is neither letter nor number, so that all such bytes are of words.
  private static func withoutWidePunctuation(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return String(text.map { $0.isASCII || $0.isLetter || $0.isNumber ? $0 : " " })
  }

  /// The name that stands at this start of a word in one of its variants, which no letter or digit touches.
  private static func synonym(in label: [UInt8], at start: Int) -> Synonym? {
    guard initials.contains(label[start]) else { return nil }
    return synonyms.first { synonym in
      let end = start + synonym.variant.count
      return end <= label.count && label[start..<end].elementsEqual(synonym.variant)
        && (end == label.count || !label[end].isWordByte)
    }
  }

  private struct Synonym {
    let variant: [UInt8]
    let name: [UInt8]
  }

  /// Longer variants first: `mac os x` before `mac os`.
  private static let synonyms = [
    (["x86-64", "x86_64", "amd64", "x64"], "x86_64"),
    (["aarch64", "armv8", "arm64"], "arm64"),
    (["mac os x", "mac osx", "os x", "osx", "mac os", "macosx"], "macos"),
    (["powerpc64le", "ppc64el"], "ppc64le"),
    (["powerpc64"], "ppc64"),
    (["powerpcle"], "ppcle"),
    (["powerpc"], "ppc"),
    (["i686"], "x86"),
    (["risc-v 32"], "riscv32"),
    (["pa-risc"], "parisc"),
    (["risc-v 64", "risc-v"], "riscv64"),
    (["riscv"], "riscv64"),
    (["free-threaded", "free threaded", "freethreaded"], "freethreaded"),
    (["web assembly", "webassembly"], "wasm"),
  ].flatMap { variants, name in variants.map { Synonym(variant: Array($0.utf8), name: Array(name.utf8)) } }

  private static let initials = Set(synonyms.compactMap { $0.variant.first })

  private static let fillers = ["on", "for", "the", "with"].map { Array($0.utf8) }
}

extension UInt8 {
  /// Whether the byte is of a letter, a digit or `_`, in lower-case text whose punctuation is ASCII.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
