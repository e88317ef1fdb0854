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
    rest[0] = source.trimmingStart(of: rest[0])
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
    let written = name.map(ReferenceName.unescaped) ?? []
    let name = name.map { _ in ReferenceName.collapsed(written) }
    var target = LinkTarget(
      kind: name == nil ? .anonymous : .internal, name: ReferenceName.normalized(written), text: name ?? "",
      range: source.range(nameRange))
    switch noteDestination(lines, text: name ?? "") {
    case .name(let other): target.kind = name == nil ? .anonymous : .indirect(other)
    case .uri(let uri):
      target.kind = name == nil ? .anonymous : .external
      target.uri = uri
      target.uriRange = source.range(source.offsets(of: lines))
    case nil: break
    }
    if target.kind == .internal, document.sections.isEmpty, document.label == nil {
      document.label = Label(name: target.text, range: target.range)
    }
    document.targets.append(target)
  }

  enum Destination {
    /// The normalised name of another target.
    case name(String)
    case uri(String)
  }

  /// Records where the lines of a target lead, as a reference or a link that is called `text`; nil where they are empty.
  mutating func noteDestination(_ lines: [LineSlice], text: String) -> Destination? {
    guard !lines.isEmpty else { return nil }
    let range = source.range(source.offsets(of: lines))
    if let name = indirectName(lines) {
      document.references.append(Reference(kind: .hyperlink, name: name, text: name, range: range))
      return .name(name)
    }
    let uri = uriText(lines)
    document.links.append(Link(uri: String(decoding: uri, as: UTF8.self), text: text, range: range))
    return .uri(TargetURI.withScheme(uri))
  }

  /// The name in `other_` or `` `other name`_ ``.
  private func indirectName(_ lines: [LineSlice]) -> String? {
    guard let last = lines.last, source.bytes[last.end - 1] == UInt8(ascii: "_") else { return nil }
    let text = WhiteSpace.collapsed(source.rawText(lines)).dropLast()
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "`"), text.last == UInt8(ascii: "`"), text.count > 2 {
      return ReferenceName.normalized(ReferenceName.unescaped(Array(text.dropFirst().dropLast())))
    }
    return SimpleName.isWhole(Array(text)) ? ReferenceName.normalized(Array(text)) : nil
  }

  /// A URI over several lines: white space in it goes, escaped white space is a space.
  private func uriText(_ lines: [LineSlice]) -> [UInt8] {
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
    return uri
  }
}
