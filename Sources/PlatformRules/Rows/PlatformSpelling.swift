import PolicyDocuments

/// A platform's label without what people spell differently: case, punctuation, word order, the architectures' names.
struct PlatformSpelling: Hashable, Sendable {
  let words: [String]

  init(_ label: String) {
    var text = " " + label.folded + " "
    for (variants, name) in Self.synonyms {
      for variant in variants { text = text.replacingWord(variant, with: name) }
    }
    words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .map(String.init).filter { !Self.fillers.contains($0) }.sorted()
  }

  /// Longer variants first: `mac os x` before `os x`.
  private static let synonyms: [(variants: [String], name: String)] = [
    (["x86-64", "x86_64", "amd64", "x64"], "x86_64"),
    (["aarch64", "armv8", "arm64"], "arm64"),
    (["mac os x", "mac osx", "os x", "osx", "mac os", "macosx"], "macos"),
    (["powerpc64le", "ppc64el"], "ppc64le"),
    (["risc-v 64", "risc-v"], "riscv64"),
    (["riscv"], "riscv64"),
    (["free-threaded", "free threaded", "freethreaded"], "freethreaded"),
    (["web assembly", "webassembly"], "wasm"),
  ]

  private static let fillers: Set = ["on", "for", "the", "with"]
}

extension String {
  /// The text with every occurrence of `word` that no letter or digit touches replaced.
  fileprivate func replacingWord(_ word: String, with other: String) -> String {
    guard contains(word) else { return self }
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = rest[..<found.lowerBound].last ?? result.last
      let after = rest[found.upperBound...].first
      let isWhole = [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true }
      result += rest[..<found.lowerBound] + (isWhole ? other[...] : rest[found])
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
