package import Diagnostics

/// A part of a page that is generated: what stands between two markers.
///
/// In reStructuredText the markers are comments, `.. platform-tiers: begin ID` and `.. platform-tiers: end ID CHECKSUM`,
/// in Markdown and HTML `<!-- platform-tiers: begin ID -->`. Each is a line of its own, not indented. The end may leave
/// out the id; the checksum is written with the content.
package struct Region: Hashable, Sendable {
  package var id: String
  /// The line of the begin marker, counted from 1.
  package var beginLine: Int
  package var endLine: Int
  /// What the end marker says that the content's checksum was when it was written.
  package var checksum: String?

  /// The content as it is in the file, without blank lines at its ends, its line ends LF.
  package func content(in file: SourceFile) -> [UInt8] {
    RegionContent.trimmed((beginLine + 1..<max(endLine, beginLine + 1)).map { Array(file.line($0)) })
  }
}

/// Why the regions of a page are not clear; nothing is written to such a page.
package struct RegionFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A begin whose end is missing.
    case missingEnd(String)
    /// An end without a begin; nil if it names no region.
    case missingBegin(String?)
    /// A second region of the same name.
    case duplicate(String)
    /// A region within another.
    case nested(String, outer: String)
    /// A region that ends within one that began in it.
    case crossed(String, inner: String)
    /// A name that nothing is generated for.
    case unknown(String)
    /// A marker that does not say `begin ID`, `end`, `end ID` or `end ID CHECKSUM`.
    case malformedMarker(String)
  }

  package var kind: Kind
  package var range: SourceRange
  /// The other markers that are part of it.
  package var notes: [Diagnostic.Note]
}

enum RegionContent {
  static func trimmed(_ lines: [[UInt8]]) -> [UInt8] {
    var lines = lines[...]
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  static func checksum(of content: [UInt8]) -> String { Fingerprint.hash([String(decoding: content, as: UTF8.self)]) }

  private static func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
