import Diagnostics
@testable import Documents

/// A block of inline markup, read, with everything that was found in it as text.
struct InlineReading {
  let source: SourceText
  let content: InlineContent
  let parser: InlineParser

  init(_ markup: String, prepare: (inout InlineParser) -> Void = { _ in }) {
    self.init(Array(markup.utf8), prepare: prepare)
  }

  init(_ bytes: [UInt8], prepare: (inout InlineParser) -> Void = { _ in }) {
    let file = SourceFile(path: "inline.rst", bytes: bytes)
    source = SourceText(file: file, bytes: bytes, jumps: [])
    var lines: [LineSlice] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(LineSlice(start: start, end: index))
      start = index + 1
    }
    lines.append(LineSlice(start: start, end: bytes.count))
    var parser = InlineParser()
    prepare(&parser)
    content = parser.parse(lines, in: source)
    self.parser = parser
  }

  var text: String { String(decoding: content.text, as: UTF8.self) }

  /// `hyperlink numpy 'NumPy' at 1:1-1:7` for each reference.
  var references: [String] {
    parser.references.map { "\($0.kind) \($0.name) '\($0.text)' at \($0.range)" }
  }

  /// `external numpy 'NumPy' at 1:2-1:7 to https://… at 1:9-1:20` for each target.
  var targets: [String] {
    parser.targets.map { target in
      let uri = target.uriRange.map { " to \(target.uri ?? "") at \($0)" } ?? ""
      return "\(target.kind) \(target.name) '\(target.text)' at \(target.range)\(uri)"
    }
  }

  /// `https://… 'NumPy' at 1:9-1:20` for each link.
  var links: [String] {
    parser.links.map { "\($0.uri) '\($0.text)' at \($0.range)" }
  }

  /// The emphasised texts, and their markup as it is in the source.
  var emphasised: [String] {
    content.emphasised.map { stretch in
      let text = String(decoding: content.text[stretch.offsets], as: UTF8.self)
      return "\(text) from \(String(decoding: source.bytes[stretch.source], as: UTF8.self))"
    }
  }
}
