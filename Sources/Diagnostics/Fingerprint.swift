/// A name for a finding that outlives changes elsewhere in the file.
///
/// It is a hash of the rule, the message, the text of the flagged line, and the how-manieth finding this is that has all
/// of them alike; line numbers are not part of it. The hash is FNV-1a with 64 bits, in 16 hexadecimal digits: the same in
/// every run and on every machine.
package enum Fingerprint {
  /// One for each finding, unique within a file.
  ///
  /// - Parameter diagnostics: in report order, which is what counts alike ones.
  static func all(of diagnostics: [Diagnostic], files: [SourceFile]) -> [String] {
    let files = Dictionary(keepingFirst: files.map { ($0.path, $0) })
    var counts: [[String]: Int] = [:]
    return diagnostics.map { diagnostic in
      let text = files[diagnostic.file].map { lineText(diagnostic.range.start.line, in: $0) } ?? ""
      let count = counts[[diagnostic.file, diagnostic.rule, diagnostic.message, text], default: 0] + 1
      counts[[diagnostic.file, diagnostic.rule, diagnostic.message, text]] = count
      return hash([diagnostic.rule, diagnostic.message, text, String(count)])
    }
  }

  /// FNV-1a over the texts, each closed by a zero byte.
  package static func hash(_ texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The line without the white space around it. A line may have a hundred megabytes: its start is enough.
  private static func lineText(_ number: Int, in file: SourceFile) -> String {
    var line = file.line(number).drop(while: isSpace).prefix(1000)
    while let last = line.last, isSpace(last) { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
