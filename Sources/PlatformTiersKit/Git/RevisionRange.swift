/// The revisions that `review` was given, as they were written.
package struct RevisionRange: Hashable, Sendable {
  /// What the base is compared with.
  package enum Head: Hashable, Sendable {
    case revision(String)
    case index
    case workTree
  }

  package var base: String
  package var head: Head
  /// Whether the base is where the head's history left it, and not the revision itself.
  package var usesMergeBase: Bool

  /// As `git diff` understands the same words: `A...B` is what B has done since it left A, `A..B` compares the two as they
  /// are, and an empty side is `HEAD`. Two revisions apart from each other are meant as `A...B`, one as `A...` and what
  /// is on disk, or in the index.
  ///
  /// - Throws: for two heads.
  package init(base: String, head: String?, isStaged: Bool) throws(RunFailure) {
    let (left, right, usesMergeBase) = Self.split(base)
    self.usesMergeBase = usesMergeBase
    self.base = right == nil ? base : left.isEmpty ? "HEAD" : left
    guard right == nil || head == nil else {
      throw .wrongUsage("'\(base)' names a head, and so does '\(head ?? "")'; give one")
    }
    guard !isStaged || (head ?? right) == nil else {
      throw .wrongUsage("'--staged' compares with the index: give no head")
    }
    if let revision = head ?? right {
      self.head = .revision(revision.isEmpty ? "HEAD" : revision)
    } else {
      self.head = isStaged ? .index : .workTree
    }
  }

  /// The dots of `:/text` and of `HEAD^{/text}` belong to a search in messages.
  private static func split(_ text: String) -> (left: String, right: String?, usesMergeBase: Bool) {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard !text.hasPrefix(":"), !text.contains("^{/"),
      let first = bytes.indices.dropLast().first(where: { bytes[$0] == dot && bytes[$0 + 1] == dot })
    else { return (text, nil, true) }
    let isThree = first + 2 < bytes.count && bytes[first + 2] == dot
    let right = bytes[(first + (isThree ? 3 : 2))...]
    return (String(decoding: bytes[..<first], as: UTF8.self), String(decoding: right, as: UTF8.self), isThree)
  }
}
