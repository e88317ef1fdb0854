import Diagnostics
import Documents

/// A line that begins or ends a region.
struct RegionMarker {
  enum Kind {
    case begin(String)
    case end(String?, checksum: String?)
    case malformed(String)
  }

  var kind: Kind
  var line: Int

  /// The markers of a page, in order; what stands in a Markdown page's fenced code is none.
  static func all(in file: SourceFile, as format: DocumentFormat) -> [RegionMarker] {
    var markers: [RegionMarker] = []
    var fence: ArraySlice<UInt8>?
    for number in 1..<file.lineCount + 1 {
      let line = file.line(number)
      if format == .markdown, let run = fenceRun(line) {
        if let open = fence {
          if run.starts(with: open), line.count(where: { $0 != UInt8(ascii: " ") }) == run.count { fence = nil }
        } else {
          fence = run
        }
      } else if fence == nil, let kind = kind(of: line, as: format) {
        markers.append(RegionMarker(kind: kind, line: number))
      }
    }
    return markers
  }

  /// The marker of a region's end.
  static func end(_ id: String, checksum: String, as format: DocumentFormat) -> [UInt8] {
    Array((prefix(format) + " end \(id) \(checksum)" + suffix(format)).utf8)
  }

  private static func prefix(_ format: DocumentFormat) -> String {
    format == .markdown ? "<!-- platform-tiers:" : ".. platform-tiers:"
  }

  private static func suffix(_ format: DocumentFormat) -> String { format == .markdown ? " -->" : "" }

  private static func kind(of line: ArraySlice<UInt8>, as format: DocumentFormat) -> Kind? {
    guard line.first == UInt8(ascii: "<") || line.first == UInt8(ascii: "."), line.count < 1000 else { return nil }
    var words = String(decoding: line, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\t" })
    let opening = prefix(format).split(separator: " ")
    guard words.starts(with: opening) else { return nil }
    words.removeFirst(opening.count)
    if format == .markdown {
      guard words.last == "-->" else { return nil }
      words.removeLast()
    }
    return kind(of: words.map(String.init))
  }

  private static func kind(of words: [String]) -> Kind? {
    switch words.first {
    case "begin" where words.count == 2: return .begin(words[1])
    case "end" where words.count == 1: return .end(nil, checksum: nil)
    case "end" where words.count == 2:
      return isChecksum(words[1]) ? .end(nil, checksum: words[1]) : .end(words[1], checksum: nil)
    case "end" where words.count == 3 && isChecksum(words[2]): return .end(words[1], checksum: words[2])
    case "begin", "end": return .malformed(words.joined(separator: " "))
    default: return nil
    }
  }

  private static func isChecksum(_ word: String) -> Bool {
    word.utf8.count == 16 && word.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  /// The backquotes or tildes that a line begins with, if they open or close fenced code.
  private static func fenceRun(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = line.drop { $0 == UInt8(ascii: " ") }
    guard line.count - rest.count < 4, let first = rest.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return nil }
    let run = rest.prefix { $0 == first }
    return run.count >= 3 ? run : nil
  }
}
