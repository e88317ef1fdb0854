/// What a Mailman 3 archive calls a thread or a message: a SHA-1 digest in base 32.
package struct ArchiveHash {
  /// A SHA-1 digest has 160 bits and a character of base 32 stands for five.
  package static let length = 32

  package var text: Substring
  /// Where it starts in the URI, in UTF-8 bytes.
  package var offset: Int

  /// Letters and digits that base 32 leaves out, so that no hash has them.
  package var strangers: String {
    if text.utf8.allSatisfy({ $0.isCapital || (0x32...0x37).contains($0) }) { return "" }
    var seen: Set<Character> = []
    return String(text.filter { !("A"..."Z" ~= $0) && !("2"..."7" ~= $0) && seen.insert($0).inserted })
  }

  /// The hashes of a link into an archive: of its thread or message, and of a message within the thread.
  package static func all(in uri: String) -> [ArchiveHash] {
    let parts = uri.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let steps = parts.first?.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) ?? []
    // Indices, since the library looks at each start through all that it knows for what pairs of these are made of.
    let pairs = 0..<max(0, steps.count - 1)
    let isArchive = pairs.contains { index in
      index > 0 && steps[index].elementsEqual("archives".utf8) && steps[index + 1].elementsEqual("list".utf8)
    }
    guard isArchive else { return [] }
    var texts: [Substring.UTF8View] = []
    for index in pairs
    where steps[index].elementsEqual("thread".utf8) || steps[index].elementsEqual("message".utf8) {
      let hash = steps[index + 1].prefix { $0 != UInt8(ascii: "?") }
      if !hash.isEmpty { texts.append(hash) }
    }
    // Other fragments are anchors of the archive's own pages; a hash is capitals and digits.
    if parts.count == 2, parts[1].count >= 8, parts[1].allSatisfy({ $0.isCapital || (0x30...0x39).contains($0) }) {
      texts.append(parts[1])
    }
    return texts.map { text in
      ArchiveHash(text: Substring(text), offset: uri.utf8.distance(from: uri.startIndex, to: text.startIndex))
    }
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}
