import Diagnostics

/// Hyperlink targets: `.. _name: https://…`, `.. _name:`, `.. _name: other_` (docutils, `Body.hyperlink_target`).
extension BlockParser {
  /// Reads a target; nil where its name never ends, which makes it a comment.
  mutating func parseTarget(_ run: inout Run, body: LineSlice) -> Bool? {
    let start = run.line.start
    let block = source.firstKnownIndentedBlock(
      run.lines, from: run.index, indent: body.start + 1 - start, untilBlank: true)
    guard let name = targetName(in: block.lines) else {
      run.index = max(run.index, block.end - 1)
      return nil
    }
    var rest = Array(block.lines[name.line...])
    rest[0].start = min(name.end, rest[0].end)
    rest[0].start += source.indent(of: rest[0])
    // A name that begins with an underscore is the anonymous form `.. __: uri`.
    addTarget(name: name.text, nameRange: name.range, block: rest)
    let offsets = source.offsets(from: run.line, to: block.lines)
    append(Block(.target, at: offsets), to: &run)
    run.index = max(block.end, run.index + 1)
    return block.endsWithBlank || run.index >= run.lines.count || run.line.isBlank
  }

  private struct TargetName {
    var text: [UInt8]?
    var range: Range<Int>
    /// Which of the block's lines the name ends in, and the offset behind its colon.
    var line: Int
    var end: Int
  }

  /// The name up to an unescaped colon that white space or the line's end follows; it may go over several lines.
  private func targetName(in lines: [LineSlice]) -> TargetName? {
    guard let first = lines.first, !first.isBlank else { return nil }
    if source.starts(first, with: "_:") {
      return TargetName(text: nil, range: first.start..<first.start + 1, line: 0, end: first.start + 2)
    }
    guard source.bytes[first.start] != UInt8(ascii: "_") else { return nil }
    let isQuoted = source.bytes[first.start] == UInt8(ascii: "`")
    var text: [UInt8] = []
    for (number, line) in lines.enumerated() {
      var index = line.start + (number == 0 && isQuoted ? 1 : 0)
      while index < line.end {
        let byte = source.bytes[index]
        if byte == UInt8(ascii: "\\"), index + 1 < line.end {
          text += source.bytes[index...index + 1]
          index += 2
          continue
        }
        if isQuoted ? byte == UInt8(ascii: "`") : byte == UInt8(ascii: ":"),
          let end = colonEnd(at: isQuoted ? index + 1 : index, in: line), !text.isEmpty
        {
          let start = first.start + (isQuoted ? 1 : 0)
          return TargetName(text: text, range: start..<index, line: number, end: end)
        }
        text.append(byte)
        index += 1
      }
    }
    return nil
  }

  /// The offset behind a colon (one space may stand before it) that ends a name.
  private func colonEnd(at index: Int, in line: LineSlice) -> Int? {
    var index = index
    if index < line.end, source.bytes[index] == 0x20 { index += 1 }
    guard index < line.end, source.bytes[index] == UInt8(ascii: ":"),
      index + 1 == line.end || source.bytes[index + 1] == 0x20
    else { return nil }
    return index + 1
  }

  /// - Parameter name: as written, escapes included; nil for an anonymous target.
  mutating func addTarget(name: [UInt8]?, nameRange: Range<Int>, block: [LineSlice]) {
    let lines = block.filter { !$0.isBlank }
    let name = name.map { Self.text(ReferenceName.unescaped($0)) }
    var target = LinkTarget(
      kind: name == nil ? .anonymous : .internal, name: ReferenceName.normalized(name ?? ""), text: name ?? "",
      range: source.range(nameRange))
    if let indirect = indirectName(lines) {
      target.kind = name == nil ? .anonymous : .indirect(indirect)
      document.references.append(
        Reference(kind: .hyperlink, name: indirect, text: indirect, range: source.range(source.offsets(of: lines))))
    } else if !lines.isEmpty {
      let offsets = source.offsets(of: lines)
      let uri = uriText(lines)
      target.kind = name == nil ? .anonymous : .external
      target.uri = ReferenceName.adjustedURI(uri)
      target.uriRange = source.range(offsets)
      document.links.append(Link(uri: uri, text: name ?? "", range: source.range(offsets)))
    }
    if target.kind == .internal, document.sections.isEmpty, document.label == nil {
      document.label = Label(name: target.text, range: target.range)
    }
    document.targets.append(target)
  }

  /// The name in `other_` or `` `other name`_ ``.
  private func indirectName(_ lines: [LineSlice]) -> String? {
    guard let last = lines.last, source.bytes[last.end - 1] == UInt8(ascii: "_") else { return nil }
    let text = WhiteSpace.collapsed(source.rawText(lines)).dropLast()
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "`"), text.last == UInt8(ascii: "`"), text.count > 2 {
      return ReferenceName.normalized(Self.text(ReferenceName.unescaped(Array(text.dropFirst().dropLast()))))
    }
    guard SimpleName.isWhole(Array(text)) else { return nil }
    return ReferenceName.normalized(Self.text(Array(text)))
  }

  /// A URI over several lines: white space in it goes, escaped white space is a space.
  private func uriText(_ lines: [LineSlice]) -> String {
    var uri: [UInt8] = []
    for line in lines {
      var index = line.start
      while index < line.end {
        let byte = source.bytes[index]
        if byte == UInt8(ascii: "\\"), index + 1 < line.end {
          uri.append(source.bytes[index + 1])
          index += 2
          continue
        }
        if byte != 0x20 { uri.append(byte) }
        index += 1
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}

/// Names that references and targets are compared by.
enum ReferenceName {
  /// White space collapsed and case folded, as docutils' `fully_normalize_name` does.
  static func normalized(_ name: String) -> String {
    String(decoding: WhiteSpace.collapsed(Array(name.lowercased().utf8)), as: UTF8.self)
  }

  /// Backslashes removed; escaped white space vanishes.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
        index += 1
        if text[index] == 0x20 || text[index] == 0x0A {
          index += 1
          continue
        }
      }
      result.append(text[index])
      index += 1
    }
    return result
  }

  /// An e-mail address gets its scheme.
  static func adjustedURI(_ uri: String) -> String {
    let bytes = Array(uri.utf8)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0, at + 1 < bytes.count,
      !bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "/"))
    else { return uri }
    return "mailto:" + uri
  }
}

/// docutils' "simple names": words of letters and digits, joined by single `-`, `.`, `_`, `+` or `:`.
enum SimpleName {
  static func end(in source: SourceText, from start: Int) -> Int? {
    source.bytes.withUnsafeBufferPointer { end(in: $0, from: start) }
  }

  static func isWhole(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { end(in: $0, from: 0) == text.count }
  }

  /// The end of the longest simple name at `start`; nil if none begins there.
  private static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    var end: Int?
    while true {
      let word = wordEnd(in: bytes, from: index)
      guard word > index else { return end }
      end = word
      guard word < bytes.count, isJoint(bytes[word]) else { return end }
      index = word + 1
    }
  }

  private static func wordEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) else { break }
        index += 1
      } else {
        let length = UTF8Sequence.length(at: index, in: bytes)
        guard length > 1, isWordCharacter(bytes, at: index, length: length) else { break }
        index += length
      }
    }
    return index
  }

  private static func isWordCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
    guard let properties = text.unicodeScalars.first?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: ":"): true
    default: false
    }
  }
}
