/// What begins with two dots: targets, footnotes, substitutions, directives and comments.
extension BlockParser {
  mutating func parseExplicitMarkup(_ run: inout Run, markerLength: Int) {
    let line = run.line
    let body = LineSlice(start: min(line.start + markerLength, line.end), end: line.end)
    let first = run.index
    let endsWithBlank: Bool
    if let length = footnoteLabelLength(body) {
      endsWithBlank = parseFootnote(&run, labelLength: length, body: body)
    } else if source.byte(body.start) == UInt8(ascii: "_"), body.end - body.start > 1,
      source.bytes[body.start + 1] != 0x20, let result = parseTarget(&run, body: body)
    {
      endsWithBlank = result
    } else if source.byte(body.start) == UInt8(ascii: "|"), body.end - body.start > 1,
      source.bytes[body.start + 1] != 0x20, let result = parseSubstitution(&run, body: body)
    {
      endsWithBlank = result
    } else if let directive = directiveMarker(body) {
      endsWithBlank = parseDirective(&run, name: directive.name, markerEnd: directive.end)
    } else {
      endsWithBlank = parseComment(&run, markerLength: markerLength, isWhole: run.index == first)
    }
    if !endsWithBlank, run.index < run.lines.count, !continuesExplicitMarkup(run.line) {
      complain(&run, at: run.index)
    }
  }

  mutating func parseAnonymousTarget(_ run: inout Run, markerLength: Int) {
    let block = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: markerLength, untilBlank: true)
    addTarget(name: nil, nameRange: run.line.offsets, block: block.lines)
    append(Block(.target, at: source.offsets(from: run.line, to: block.lines)), to: &run)
    run.index = max(block.end, run.index + 1)
    if !block.endsWithBlank, run.index < run.lines.count, !run.line.isBlank, !continuesExplicitMarkup(run.line) {
      complain(&run, at: run.index)
    }
  }

  private func continuesExplicitMarkup(_ line: LineSlice) -> Bool {
    source.explicitMarkupLength(line) != nil || source.anonymousTargetLength(line) != nil
  }

  // MARK: Comments

  /// Reads a comment. That of a target or substitution without an end is not whole: docutils has gone on to the last
  /// line of it by then.
  private mutating func parseComment(_ run: inout Run, markerLength: Int, isWhole: Bool) -> Bool {
    let line = run.line
    let isEmpty = isWhole && line.start + markerLength >= line.end
    let next = run.index + 1
    if isEmpty, next >= run.lines.count || run.lines[next].isBlank {
      append(Block(.comment, at: line.offsets), to: &run)
      run.index = next
      return true
    }
    var block = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: markerLength)
    while block.lines.last?.isBlank == true { block.lines.removeLast() }
    let offsets = source.offsets(from: line, to: block.lines)
    document.comments.append(
      Comment(
        text: String(decoding: source.rawText(block.lines), as: UTF8.self), range: source.range(offsets), scope: nil))
    // A comment in a cell is text of the cell to docutils, though no page shows it.
    let content = InlineContent(text: cellDepth > 0 ? source.rawText(block.lines) : [])
    append(Block(.comment, at: offsets, content: content), to: &run)
    run.awaitScope(ofComment: document.comments.count - 1)
    run.index = max(block.end, next)
    return block.endsWithBlank
  }

  // MARK: Footnotes and citations

  /// The length of `[1]`, `[#]`, `[#name]`, `[*]` or `[name]` and the white space behind it.
  private func footnoteLabelLength(_ body: LineSlice) -> Int? {
    guard source.byte(body.start) == UInt8(ascii: "["),
      let close = source.bytes[body.offsets].firstIndex(of: UInt8(ascii: "]")), close > body.start + 1
    else { return nil }
    var label = body.start + 1..<close
    let first = source.bytes[label.lowerBound]
    if first == UInt8(ascii: "*") {
      guard label.count == 1 else { return nil }
    } else {
      if first == UInt8(ascii: "#") { label = label.lowerBound + 1..<close }
      guard
        label.isEmpty && first == UInt8(ascii: "#") || SimpleName.end(in: source.bytes, from: label.lowerBound) == close
      else { return nil }
    }
    return source.markerLength(body, upTo: close + 1)
  }

  private mutating func parseFootnote(_ run: inout Run, labelLength: Int, body: LineSlice) -> Bool {
    let start = run.line.start
    let block = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: body.start - start + labelLength)
    var labelEnd = body.start + 1
    while source.bytes[labelEnd] != UInt8(ascii: "]") { labelEnd += 1 }
    let written = Array(source.bytes[body.start + 1..<labelEnd])
    let isNumbered = written.allSatisfy { (0x30...0x39).contains($0) }
    let isAuto = written.first == UInt8(ascii: "#") || written.first == UInt8(ascii: "*")
    document.targets.append(
      LinkTarget(
        kind: isNumbered || isAuto ? .footnote : .citation,
        name: ReferenceName.normalized(Array(written.dropFirst(isAuto ? 1 : 0))),
        text: ReferenceName.collapsed(written), range: source.range(body.start + 1..<labelEnd)))
    // docutils shows the label of a numbered footnote or citation as part of its text.
    let shown = Block(.other, at: body.start..<labelEnd, content: InlineContent(text: isAuto ? [] : written))
    let offsets = source.offsets(from: run.line, to: block.lines)
    run.index = max(block.end, run.index + 1)
    append(Block(.target, at: offsets, children: [shown] + parseNested(block.lines)), to: &run)
    return block.endsWithBlank
  }

  // MARK: Substitutions

  private mutating func parseSubstitution(_ run: inout Run, body: LineSlice) -> Bool? {
    let start = run.line.start
    let block = source.firstKnownIndentedBlock(
      run.lines, from: run.index, indent: body.start + 1 - start)
    guard let first = block.lines.first, let nameEnd = substitutionNameEnd(first) else {
      run.index = max(run.index, block.end - 1)
      return nil
    }
    let offsets = source.offsets(from: run.line, to: block.lines)
    run.index = max(block.end, run.index + 1)
    let name = Array(source.bytes[first.start..<nameEnd])
    guard let content = substitutionContent(block.lines, from: nameEnd + 1, name: name) else {
      append(Block(.complaint, at: offsets), to: &run)
      return block.endsWithBlank
    }
    document.targets.append(
      LinkTarget(
        kind: .substitution, name: ReferenceName.normalized(name), text: ReferenceName.collapsed(name),
        range: source.range(first.start..<nameEnd)))
    append(Block(.target, at: offsets, content: content), to: &run)
    return block.endsWithBlank
  }

  private func substitutionNameEnd(_ line: LineSlice) -> Int? {
    var index = line.start + 1
    while index < line.end {
      if source.bytes[index] == UInt8(ascii: "|"), source.bytes[index - 1] != 0x20,
        source.bytes[index - 1] != UInt8(ascii: "\\"), index + 1 == line.end || source.bytes[index + 1] == 0x20
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// What a substitution puts in the place of its name: the text of `replace` or `unicode`; an image shows its name.
  ///
  /// Nil where docutils refuses it, since it holds what may not be repeated: a target, or a footnote numbered by itself.
  private mutating func substitutionContent(_ lines: [LineSlice], from start: Int, name: [UInt8]) -> InlineContent? {
    guard var first = lines.first else { return InlineContent() }
    first.start = min(start, first.end)
    first = source.trimmingStart(of: first)
    if source.starts(first, with: "image::") {
      noteImageTarget([first] + lines.dropFirst(), at: first.start + "image::".utf8.count)
      return InlineContent(text: name)
    }
    if source.starts(first, with: "unicode::") {
      first.start += "unicode::".utf8.count
      let options = lines.dropFirst().filter { source.byte($0.start) != UInt8(ascii: ":") }
      return InlineContent(text: UnicodeDirective.text(of: source.rawText([first] + options)))
    }
    guard source.starts(first, with: "replace::") else {
      return directiveMarker(first) == nil ? nil : InlineContent()
    }
    first.start += "replace::".utf8.count
    first = source.trimmingStart(of: first)
    var text = ([first] + lines.dropFirst()).filter { !$0.isBlank }
    _ = cutLiteralMarker(&text)
    let mark = inline.mark
    let content = inline.parse(text, in: source)
    guard inline.holdsUnrepeatable(since: mark) else { return content }
    inline.rewind(to: mark)
    return nil
  }

  /// The name of a directive and the offset behind its `::`.
  func directiveMarker(_ body: LineSlice) -> (name: Range<Int>, end: Int)? {
    guard let end = SimpleName.end(in: source.bytes, from: body.start), end <= body.end else { return nil }
    var index = end
    if source.byte(index) == 0x20 { index += 1 }
    guard index + 2 <= body.end, source.bytes[index] == UInt8(ascii: ":"),
      source.bytes[index + 1] == UInt8(ascii: ":"), let length = source.markerLength(body, upTo: index + 2)
    else { return nil }
    return (body.start..<end, body.start + length)
  }
}
