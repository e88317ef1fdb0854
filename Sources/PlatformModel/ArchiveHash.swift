/// What a Mailman 3 archive calls a thread or a message: a SHA-1 digest in base 32.
package struct ArchiveHash {
  /// A SHA-1 digest has 160 bits and a character of base 32 stands for five.
  package static let length = 32

  package var text: Substring
  /// Where it starts in the URI, in UTF-8 bytes.
  package var offset: Int

  /// Letters and digits that base 32 leaves out, so that no hash has them.
  package var strangers: String {
    var seen: Set<Character> = []
    return String(text.filter { !("A"..."Z" ~= $0) && !("2"..."7" ~= $0) && seen.insert($0).inserted })
  }

  /// The hashes of a link into an archive: of its thread or message, and of a message within the thread.
  package static func all(in uri: String) -> [ArchiveHash] {
    let parts = uri.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let steps = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard zip(steps.dropFirst(), steps.dropFirst(2)).contains(where: { $0 == "archives" && $1 == "list" }) else {
      return []
    }
    var texts: [Substring] = []
    for (step, next) in zip(steps, steps.dropFirst()) where step == "thread" || step == "message" {
      let hash = next.prefix { $0 != "?" }
      if !hash.isEmpty { texts.append(hash) }
    }
    // Other fragments are anchors of the archive's own pages; a hash is capitals and digits.
    if parts.count == 2, parts[1].count >= 8, parts[1].allSatisfy({ "A"..."Z" ~= $0 || "0"..."9" ~= $0 }) {
      texts.append(parts[1])
    }
    return texts.map { ArchiveHash(text: $0, offset: uri.utf8.distance(from: uri.startIndex, to: $0.startIndex)) }
  }
}
