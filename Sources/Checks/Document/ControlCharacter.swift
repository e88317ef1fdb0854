import Diagnostics
import Documents

/// A table, title or header has no character that is not seen.
extension Rule {
  static let controlCharacter = Rule(
    id: "control-character", family: .document, severity: .error,
    summary: "a character that nobody sees (control, writing direction, no width) in a cell, title or header, or in a "
      + "value of a registry",
    rationale: """
      Characters that are not seen make two names differ that look the same, break the page's JSON and terminals that \
      show it, and turn the order of the text around, so that a reviewer reads something else than what is there.
      """,
    remedy: "Delete the character; it is usually left over from copying out of another program.",
    accepted: [
      .rst("Tier 1\n======\n\nText outside tables may hold \u{200E}marks of direction.\n"),
      .markdown("# Tier 1\n\n| Platform | Notes |\n|---|---|\n| WASI | é, 漢字, 🎉 |\n"),
    ],
    flagged: [
      .rst("Tier ↓\u{07}1\n=======\n\nText.\n"),
      .rst("Platforms\n=========\n\n:Status: Draft\n:Type: ↓\u{9F}Process\n\nText.\n"),
      .markdown("# Tier 1\n\n| Platform | Notes |\n|---|---|\n| WASI | fine |\n| Haiku | ↓\u{202E}old |\n"),
      .markdown("# Tier 1\n\n| Platform | Notes |\n|---|---|\n| WASI | fine |\n| WASI↓\u{200B} | new |\n"),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        notes: ↓"runs \\u202Edellac on our machines"
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let unseen = UnseenCharacter.all(in: context.file.bytes)
    guard !unseen.isEmpty else { return }
    // Cells of several lines overlap in the source, so a character is told once, where it is met first. `following`
    // leads from each character past those that have been told.
    var following = Array(0...unseen.count)
    func firstUntold(from index: Int) -> Int {
      var index = index
      while following[index] != index {
        following[index] = following[following[index]]
        index = following[index]
      }
      return index
    }
    for place in places(in: context.document) {
      let offsets = context.file.offsets(of: place.range)
      var index = firstUntold(from: unseen.partitioningIndex { $0.offset >= offsets.lowerBound })
      while index < unseen.count, unseen[index].offset < offsets.upperBound {
        let character = unseen[index]
        let end = character.offset + character.length
        report(.unseen(character, in: place.name, at: context.file.range(character.offset..<end)))
        following[index] = index + 1
        index = firstUntold(from: index + 1)
      }
    }
  }

  private static func places(in document: PolicyDocument) -> [(name: String, range: SourceRange)] {
    document.sections.map { ("title", $0.titleRange) }
      + document.fields.map { ("header", $0.range) }
      + document.tables.flatMap { table in table.meantRows.joined().map { ("cell", $0.range) } }
  }
}

/// A character that no reader sees, and where it is.
private struct UnseenCharacter {
  var scalar: Unicode.Scalar
  var offset: Int
  var length: Int

  /// Those of a text, in order. NUL is left to `unreadable-text`; tabs and line endings are white space.
  static func all(in bytes: [UInt8]) -> [UnseenCharacter] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [UnseenCharacter] = []
      var start = 0
      while start < bytes.count {
        start = bytes.indexAfterPlainBytes(from: start) { $0.bytesNotPrintable & ~$0.bytes(equalTo: 0x0A) }
        let end = min(start + 8, bytes.count)
        for index in start..<end where mayBegin(bytes[index]) {
          guard let (scalar, length) = scalar(at: index, in: bytes), isUnseen(scalar) else { continue }
          found.append(UnseenCharacter(scalar: scalar, offset: index, length: length))
        }
        start = end
      }
      return found
    }
  }

  /// Whether one of ours may begin with the byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    if byte >= 0x20 && byte < 0x7F || byte == 0x0A { return false }
    // Letters of Latin, Greek, Cyrillic and Hebrew, and most of the East's, are all seen.
    return byte < 0x80 || byte == 0xC2 || 0xD8...0xE2 ~= byte || byte >= 0xED
  }

  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
    let lead = UInt32(bytes[index])
    guard lead >= 0x80 else { return Unicode.Scalar(lead).map { ($0, 1) } }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return nil }
    let value = (1..<length).reduce(lead & (0x7F >> UInt32(length))) { $0 << 6 | UInt32(bytes[index + $1] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    ![0, 0x09, 0x0A, 0x0D].contains(scalar.value) && !VisibleText.isVisible(scalar)
  }

  /// What it does, for the message.
  var effect: String {
    switch scalar.value {
    case 0...0x9F: "is a control character"
    // Unicode's Bidi_Control.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "changes the writing direction unseen"
    default: "has no width, so nobody sees it"
    }
  }
}

extension [UnseenCharacter] {
  /// The first index whose element satisfies a condition that holds from some index on.
  fileprivate func partitioningIndex(where condition: (UnseenCharacter) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Finding {
  fileprivate static func unseen(_ character: UnseenCharacter, in place: String, at range: SourceRange) -> Finding {
    Finding(
      "the character \(character.scalar.code) in this \(place) \(character.effect)",
      at: range, help: "delete it")
  }
}
