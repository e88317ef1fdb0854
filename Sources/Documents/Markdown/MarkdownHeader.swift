import Diagnostics

/// What stands around a document's title: its header's fields and its label.
enum MarkdownHeader {
  /// The front matter's keys, then the `:Name: value` lines right below the title, in a paragraph or a bullet list.
  static func fields(_ file: SourceFile, _ blocks: MarkdownBlocks) -> [HeaderField] {
    var fields = blocks.frontMatterEnd.map { FrontMatter.fields(of: file, to: $0) } ?? []
    guard let title = blocks.titleIndex else { return fields }
    var lines: [Range<Int>] = []
    for block in blocks.blocks[(title + 1)...] {
      switch block.kind {
      case .list(isBullet: true), .item: continue
      case .paragraph where lines.isEmpty || block.parent != nil: lines += blocks.lines[block.lines]
      default: break
      }
      if block.kind != .paragraph || block.parent == nil { break }
    }
    for line in lines {
      guard let field = field(file, file.bytes.trimmed(line)) else { break }
      fields.append(field)
    }
    return fields
  }

  private static func field(_ file: SourceFile, _ line: Range<Int>) -> HeaderField? {
    guard line.count > 2, file.bytes[line.lowerBound] == .colon else { return nil }
    let inner = line.lowerBound + 1..<line.upperBound
    guard let colon = inner.first(where: { file.bytes[$0] == .colon }), colon > inner.lowerBound else { return nil }
    guard colon + 1 == line.upperBound || file.bytes[colon + 1].isSpaceOrTab else { return nil }
    let value = file.bytes.trimmed(colon + 1..<line.upperBound)
    return HeaderField(
      name: PlainText.collapsed(file.bytes[inner.lowerBound..<colon]), value: PlainText.collapsed(file.bytes[value]),
      range: file.range(line), valueRange: file.range(value))
  }

  /// The name that `<a id="NEP57"></a>` or MyST's `(NEP57)=` gives to the title below it.
  static func label(_ file: SourceFile, _ blocks: MarkdownBlocks) -> Label? {
    guard let title = blocks.titleIndex else { return nil }
    for block in blocks.blocks[..<title] {
      let offsets = block.offsets
      guard block.kind == .paragraph || block.kind == .html else { continue }
      if let name = anchorName(file.bytes, offsets) ?? mystName(file.bytes, offsets) {
        return Label(name: String(decoding: file.bytes[name], as: UTF8.self), range: file.range(name))
      }
    }
    return nil
  }

  private static func anchorName(_ bytes: [UInt8], _ offsets: Range<Int>) -> Range<Int>? {
    guard bytes.starts(with: "<a ", in: offsets, ignoringCase: true),
      let end = offsets.first(where: { bytes[$0] == .greaterThan })
    else { return nil }
    for key: StaticString in ["id=", "name="] {
      guard let start = bytes.firstOffset(of: key, in: offsets.lowerBound..<end, ignoringCase: true) else { continue }
      let value = start + key.utf8CodeUnitCount..<end
      guard let quote = value.first.map({ bytes[$0] }), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let closing = value.dropFirst().first(where: { bytes[$0] == quote })
      else { continue }
      return value.lowerBound + 1..<closing
    }
    return nil
  }

  private static func mystName(_ bytes: [UInt8], _ offsets: Range<Int>) -> Range<Int>? {
    guard bytes.starts(with: "(", in: offsets), offsets.count > 3 else { return nil }
    let inner = offsets.lowerBound + 1..<offsets.upperBound - 2
    guard bytes.starts(with: ")=", in: inner.upperBound..<offsets.upperBound) else { return nil }
    return inner.contains { bytes[$0] == UInt8(ascii: ")") || bytes[$0].isLineEnd } ? nil : inner
  }
}

extension MarkdownBlocks {
  /// The index of the document's first heading.
  fileprivate var titleIndex: Int? {
    blocks.firstIndex { if case .heading = $0.kind { true } else { false } }
  }
}
