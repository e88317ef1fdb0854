/// Bullet, enumerated, field and option lists, and line blocks.
extension BlockParser {
  mutating func parseBulletList(_ run: inout Run, markerLength: Int) {
    let start = run.index
    // Only the first byte need match: the three bullets beyond ASCII are told apart by their last.
    let bullet = bulletBytes(run.line)
    var items: [Block] = []
    var endsWithBlank = true
    var length: Int? = markerLength
    while let marker = length {
      let item = listItem(run, markerLength: marker)
      let children = parseNested(item.lines)
      items.append(Block(.listItem, at: itemOffsets(item, run.line), children: children))
      run.index = item.end
      endsWithBlank = item.endsWithBlank
      while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
      length = run.index < run.lines.count && bulletBytes(run.line) == bullet ? source.bulletLength(run.line) : nil
    }
    finishList(
      Block(.bulletList, at: listOffsets(run, from: start, items: items), children: items), endsWithBlank, &run)
  }

  /// Whether the line at `index` may begin an item: the next line must not be text that an item cannot hold.
  func startsItem(_ enumerator: Enumerator, at index: Int, of lines: [LineSlice]) -> Bool {
    guard index + 1 < lines.count else { return true }
    let next = lines[index + 1]
    if next.isBlank || source.indent(of: next) > 0 { return true }
    return enumerator.nextMarkers().contains { source.bytes[next.offsets].starts(with: $0) }
  }

  mutating func parseEnumeratedList(_ run: inout Run, first: Enumerator) {
    let start = run.index
    var items: [Block] = []
    var endsWithBlank = true
    var isAuto = first.sequence == .auto
    var last = first
    var current: Enumerator? = first
    while let enumerator = current {
      let item = listItem(run, markerLength: enumerator.length)
      items.append(Block(.listItem, at: itemOffsets(item, run.line), children: parseNested(item.lines)))
      run.index = item.end
      endsWithBlank = item.endsWithBlank
      last.ordinal = enumerator.ordinal
      if enumerator.sequence == .auto { isAuto = true }
      while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
      current = nextItem(of: first, after: last.ordinal, isAuto: isAuto, in: run)
    }
    let block = Block(.enumeratedList, at: listOffsets(run, from: start, items: items), children: items)
    finishList(block, endsWithBlank, &run)
  }

  private func nextItem(of first: Enumerator, after ordinal: Int, isAuto: Bool, in run: Run) -> Enumerator? {
    let expected: Enumerator.Sequence = first.sequence == .auto ? .arabic : first.sequence
    guard run.index < run.lines.count, source.bulletLength(run.line) == nil,
      let next = Enumerator.read(run.line, in: source, expected: expected), next.format == first.format,
      next.sequence == .auto || next.sequence == expected && !isAuto && next.ordinal == ordinal + 1,
      startsItem(next, at: run.index, of: run.lines)
    else { return nil }
    return next
  }

  mutating func parseFieldList(_ run: inout Run, first: (length: Int, nameEnd: Int)) {
    let start = run.index
    var fields: [Block] = []
    var endsWithBlank = true
    var marker: (length: Int, nameEnd: Int)? = first
    let isHeader = run.allowsTitles && document.fields.isEmpty && document.sections.count <= 1
    while let current = marker {
      let line = run.line
      let name = LineSlice(start: line.start + 1, end: current.nameEnd)
      let body = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: current.length)
      let label = Block(.other, at: name.offsets, content: inline.parse([name], in: source))
      let children = parseNested(body.lines)
      if isHeader { addHeaderField(name: label, value: children, lines: body.lines, line: line) }
      fields.append(
        Block(
          .other, at: source.offsets(from: line, to: body.lines),
          children: [label] + children))
      run.index = max(body.end, run.index + 1)
      endsWithBlank = body.endsWithBlank
      while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
      marker = run.index < run.lines.count ? source.fieldMarker(run.line) : nil
    }
    finishList(
      Block(.fieldList, at: listOffsets(run, from: start, items: fields), children: fields), endsWithBlank, &run)
  }

  private mutating func addHeaderField(name: Block, value: [Block], lines: [LineSlice], line: LineSlice) {
    var text: [UInt8] = []
    for block in value { block.appendText(to: &text) }
    // A value that is a bullet list or a target in markup has no text of its own: what is written counts.
    let shown = WhiteSpace.collapsedString(text)
    let offsets = lines.isEmpty ? line.end..<line.end : source.offsets(of: lines)
    document.fields.append(
      HeaderField(
        name: name.content.string, value: shown.isEmpty ? WhiteSpace.collapsedString(source.rawText(lines)) : shown,
        range: source.range(source.offsets(from: line, to: lines)), valueRange: source.range(offsets)))
  }

  /// Reads an option list; false where the marker has no description, which makes it text.
  mutating func parseOptionList(_ run: inout Run, first: (text: Range<Int>, length: Int)) -> Bool {
    let start = run.index
    var items: [Block] = []
    var endsWithBlank = true
    var marker: (text: Range<Int>, length: Int)? = first
    while let current = marker {
      let body = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: current.length)
      guard !body.lines.isEmpty else { break }
      let options = Block(.other, at: current.text, content: InlineContent(text: Array(source.bytes[current.text])))
      items.append(Block(.other, at: current.text, children: [options] + parseNested(body.lines)))
      run.index = body.end
      endsWithBlank = body.endsWithBlank
      while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
      let isMarked = run.index < run.lines.count && source.bulletLength(run.line) == nil
      marker = isMarked ? OptionMarker.length(run.line, in: source) : nil
    }
    guard !items.isEmpty else { return false }
    finishList(
      Block(.optionList, at: listOffsets(run, from: start, items: items), children: items), endsWithBlank, &run)
    return true
  }

  mutating func parseLineBlock(_ run: inout Run) {
    let start = run.index
    var lines: [Block] = []
    var endsWithBlank = true
    while run.index < run.lines.count, !run.line.isBlank, let length = source.lineBlockLength(run.line) {
      let text = source.firstKnownIndentedBlock(run.lines, from: run.index, indent: length, untilBlank: true)
      lines.append(
        Block(.other, at: source.offsets(of: text.lines), content: inline.parse(text.lines, in: source)))
      run.index = text.end
      endsWithBlank = run.index >= run.lines.count || run.line.isBlank
    }
    noteStrayRows(in: run.lines[start..<run.index])
    finishList(Block(.lineBlock, at: listOffsets(run, from: start, items: lines), children: lines), endsWithBlank, &run)
  }

  private func listItem(_ run: Run, markerLength: Int) -> IndentedLines {
    let line = run.line
    if line.start + markerLength < line.end {
      return source.knownIndentedBlock(run.lines, from: run.index, indent: markerLength)
    }
    return source.firstKnownIndentedBlock(run.lines, from: run.index, indent: markerLength)
  }

  /// Where an item's content stands; that of an empty one would be right behind its marker.
  private func itemOffsets(_ item: IndentedLines, _ line: LineSlice) -> Range<Int> {
    item.lines.isEmpty ? line.end..<line.end : source.offsets(of: item.lines)
  }

  private mutating func finishList(_ block: Block, _ endsWithBlank: Bool, _ run: inout Run) {
    if block.isBulletList { recordList(block, leadIn: run.leadIn()) }
    append(block, to: &run)
    if !endsWithBlank { complain(&run, at: run.index) }
  }

  private func listOffsets(_ run: Run, from start: Int, items: [Block]) -> Range<Int> {
    let first = run.lines[start].start
    return first..<max(run.lines[start].end, items.last?.offsets.upperBound ?? first)
  }

  private func bulletBytes(_ line: LineSlice) -> ArraySlice<UInt8> {
    let length = source.byte(line.start) < 0x80 ? 1 : 3
    return source.bytes[line.start..<min(line.start + length, line.end)]
  }

  /// Keeps a bullet list for the listings of platforms, if it stands outside tables.
  private mutating func recordList(_ block: Block, leadIn: String) {
    guard cellDepth == 0 else { return }
    let items = block.children.compactMap { listItem($0) }
    guard !items.isEmpty else { return }
    document.lists.append(
      BulletList(
        section: document.sections.indices.last, leadIn: leadIn, items: items,
        range: source.range(block.offsets)))
  }

  private func listItem(_ item: Block) -> BulletList.Item? {
    guard let paragraph = item.children.first(where: { $0.isParagraph }) else { return lineItem(item) }
    let text = paragraph.content.text
    var read = 0
    var collapsedCount = 0
    let emphasised = paragraph.content.emphasised.map { stretch in
      // Offsets count in the collapsed text, where what stands before has lost its line breaks.
      let mark = [UInt8(ascii: "x")]
      let before = read == 0 ? [] : mark
      collapsedCount += WhiteSpace.collapsed(before + text[read..<stretch.offsets.lowerBound] + mark).count
      collapsedCount -= before.count + 1
      let own = WhiteSpace.collapsed(text[stretch.offsets])
      defer {
        read = stretch.offsets.upperBound
        collapsedCount += own.count
      }
      return BulletList.Emphasis(
        text: String(decoding: own, as: UTF8.self), offsets: collapsedCount..<collapsedCount + own.count,
        range: source.range(stretch.source))
    }
    return BulletList.Item(
      text: paragraph.content.string, emphasised: emphasised, range: source.range(paragraph.offsets))
  }

  /// An item that is a line block.
  private func lineItem(_ item: Block) -> BulletList.Item? {
    guard let block = item.children.first, block.isLineBlock else { return nil }
    let lines = block.children.map { LocatedText($0.content.string, at: source.range($0.offsets)) }
    return BulletList.Item(
      text: lines.map { $0.text }.joined(separator: " "), emphasised: [], range: source.range(block.offsets),
      lines: lines)
  }
}
