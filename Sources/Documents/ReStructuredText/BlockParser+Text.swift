import Diagnostics

/// Paragraphs, titles, definition lists, literal blocks and quotations (docutils, `Text`, `Line`, `QuotedLiteralBlock`).
extension BlockParser {
  /// Reads what begins with plain text: the second line decides what it is.
  mutating func parseText(_ run: inout Run) {
    let next = run.index + 1
    guard next < run.lines.count, !run.lines[next].isBlank else {
      return finishParagraph(&run, end: next)
    }
    if source.isIndented(run.lines[next]) { return parseDefinitionList(&run) }
    if source.isPunctuationLine(run.lines[next]), parseUnderlinedTitle(&run) { return }
    let (end, isIndented) = source.textBlockEnd(run.lines, from: next, flushLeft: true)
    if let table = (next..<end).first(where: { startsPipeTable(run.lines, at: $0) }) {
      return finishParagraph(&run, end: table)
    }
    finishParagraph(&run, end: end)
    if isIndented { complain(&run, at: end) }
  }

  /// Reads a line of punctuation as overline or transition; false if it is text after all.
  mutating func parsePunctuationLine(_ run: inout Run) -> Bool {
    let line = run.line
    let isShort = line.end - line.start < 4
    guard run.allowsTitles else {
      if isShort { return false }
      complain(&run, at: run.index)
      run.index += 1
      return true
    }
    let next = run.index + 1
    if next >= run.lines.count || run.lines[next].isBlank {
      if isShort { return false }
      append(Block(.other, at: line.offsets), to: &run)
      run.index += 1
      return true
    }
    if source.isPunctuationLine(run.lines[next]) {
      if isShort { return false }
      complain(&run, at: run.index)
      run.index += 2
      return true
    }
    return parseOverlinedTitle(&run, isShort: isShort)
  }

  private mutating func parseOverlinedTitle(_ run: inout Run, isShort: Bool) -> Bool {
    let overline = run.line
    let title = run.lines[run.index + 1]
    let underlineIndex = run.index + 2
    let matches =
      underlineIndex < run.lines.count
      && source.isPunctuationLine(run.lines[underlineIndex])
      && source.bytes[run.lines[underlineIndex].offsets].elementsEqual(source.bytes[overline.offsets])
    guard matches else {
      if isShort { return false }
      complain(&run, at: run.index)
      run.index = min(underlineIndex + 1, run.lines.count)
      return true
    }
    let width = displayWidth(title)
    if width > overline.end - overline.start {
      if isShort { return false }
      noteShortTitleLine([overline, run.lines[underlineIndex]], titleWidth: width)
    }
    let offsets = overline.start..<run.lines[underlineIndex].end
    addSection(
      source.trimmingStart(of: title), offsets: offsets,
      style: TitleStyle(punctuation: source.bytes[overline.start], hasOverline: true), to: &run)
    run.index = underlineIndex + 1
    return true
  }

  /// Reads a title with the line below it as its underline; false if the two are text.
  private mutating func parseUnderlinedTitle(_ run: inout Run) -> Bool {
    let title = run.line
    let underline = run.lines[run.index + 1]
    let width = displayWidth(title)
    let underlineWidth = underline.end - underline.start
    if width > underlineWidth {
      // Three characters below a longer line are text to docutils.
      if underlineWidth < 4 { return false }
      if run.allowsTitles { noteShortTitleLine([underline], titleWidth: width) }
    }
    guard run.allowsTitles else {
      complain(&run, at: run.index)
      run.index += 2
      return true
    }
    addSection(
      title, offsets: title.start..<underline.end,
      style: TitleStyle(punctuation: source.bytes[underline.start], hasOverline: false), to: &run)
    run.index += 2
    return true
  }

  private mutating func noteShortTitleLine(_ lines: [LineSlice], titleWidth: Int) {
    let last = lines[lines.count - 1]
    let repair = lines.map { line in
      let end = source.fileOffset(line.end - 1) + 1
      let missing = titleWidth - (line.end - line.start)
      return TextEdit(end..<end, Array(repeating: source.bytes[line.start], count: max(missing, 0)))
    }
    document.faults.append(
      DocumentFault(
        .shortTitleUnderline(titleWidth: titleWidth, underlineWidth: last.end - last.start),
        at: source.range(last.offsets), repair: repair))
  }

  /// Adds a section if its style fits the levels so far; docutils drops a title that skips a level.
  private mutating func addSection(_ title: LineSlice, offsets: Range<Int>, style: TitleStyle, to run: inout Run) {
    let content = inline.parse([title], in: source)
    if let level = titleStyles.firstIndex(of: style) {
      guard level <= sectionLevel else { return complain(&run, at: run.index) }
      sectionLevel = level + 1
    } else {
      guard titleStyles.count == sectionLevel else { return complain(&run, at: run.index) }
      titleStyles.append(style)
      sectionLevel += 1
    }
    let name = content.string
    document.targets.append(
      LinkTarget(
        kind: .heading, name: ReferenceName.normalized(content.text), text: name, range: source.range(title.offsets)))
    document.sections.append(
      Section(
        title: name, level: sectionLevel, titleRange: source.range(title.offsets),
        range: source.range(offsets)))
    append(Block(.heading, at: offsets), to: &run)
  }

  /// Reads the lines up to `end` as a paragraph, and the literal block that its `::` announces.
  private mutating func finishParagraph(_ run: inout Run, end: Int) {
    var lines = Array(run.lines[run.index..<end])
    let announcesLiteral = cutLiteralMarker(&lines)
    if !lines.isEmpty {
      if !noteTablesSwallowed(by: lines) { noteStrayRows(in: lines[...]) }
      append(
        Block(.paragraph, at: source.offsets(of: lines), content: inline.parse(lines, in: source)), to: &run)
    }
    run.index = end
    if announcesLiteral { parseLiteralBlock(&run) }
  }

  /// Takes the `::` off a paragraph's end, or one colon of it where text stands before; says whether there was one.
  func cutLiteralMarker(_ lines: inout [LineSlice]) -> Bool {
    guard let last = lines.last, last.end - last.start >= 2, source.bytes[last.end - 1] == UInt8(ascii: ":"),
      source.bytes[last.end - 2] == UInt8(ascii: ":")
    else { return false }
    var backslashes = 0
    while last.end - 3 - backslashes >= last.start,
      source.bytes[last.end - 3 - backslashes] == UInt8(ascii: "\\")
    {
      backslashes += 1
    }
    guard backslashes % 2 == 0 else { return false }
    var end = last.end - 2
    if end == last.start {
      lines.removeLast()
      return true
    }
    if source.bytes[end - 1] == 0x20 {
      while end > last.start, source.bytes[end - 1] == 0x20 { end -= 1 }
    } else {
      end += 1
    }
    lines[lines.count - 1].end = end
    return true
  }

  private mutating func parseLiteralBlock(_ run: inout Run) {
    guard run.index < run.lines.count else { return complain(&run, at: run.index) }
    let block = source.indentedBlock(run.lines, from: run.index)
    var lines = block.lines
    while lines.last?.isBlank == true { lines.removeLast() }
    guard !lines.isEmpty else { return parseQuotedLiteralBlock(&run) }
    append(literal(lines), to: &run)
    run.index = block.end
    if !block.endsWithBlank { complain(&run, at: run.index) }
  }

  /// Lines that all begin with the same punctuation: a literal block that is not indented.
  private mutating func parseQuotedLiteralBlock(_ run: inout Run) {
    while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
    guard run.index < run.lines.count else { return complain(&run, at: run.index) }
    let quote = source.bytes[run.line.start]
    guard source.isPunctuation(quote) else { return complain(&run, at: run.index) }
    let start = run.index
    while run.index < run.lines.count, source.byte(run.line.start) == quote, !run.line.isBlank { run.index += 1 }
    append(literal(Array(run.lines[start..<run.index])), to: &run)
    if run.index < run.lines.count, !run.line.isBlank { complain(&run, at: run.index) }
  }

  mutating func parseDoctest(_ run: inout Run) {
    let end = source.textBlockEnd(run.lines, from: run.index, flushLeft: false).end
    var block = literal(Array(run.lines[run.index..<end]))
    block.kind = .doctest
    append(block, to: &run)
    run.index = end
  }

  func literal(_ lines: [LineSlice]) -> Block {
    Block(
      .other, at: source.offsets(of: lines), content: InlineContent(text: cellDepth > 0 ? source.rawText(lines) : []))
  }

  private mutating func parseDefinitionList(_ run: inout Run) {
    let start = run.index
    var items: [Block] = []
    while run.index + 1 < run.lines.count, continuesDefinitionList(run, isFirst: run.index == start) {
      noteStrayRows(in: run.lines[run.index...run.index])
      let term = inline.parse([run.line], in: source)
      items.append(Block(.other, at: run.line.offsets, content: withoutClassifierDelimiters(term)))
      let body = source.indentedBlock(run.lines, from: run.index + 1)
      items.append(Block(.other, at: source.offsets(of: body.lines), children: parseNested(body.lines)))
      run.index = body.end
      if !body.endsWithBlank { complain(&run, at: run.index) }
      while run.index < run.lines.count, run.line.isBlank { run.index += 1 }
    }
    let offsets = run.lines[start].start..<max(run.lines[start].end, items.last?.offsets.upperBound ?? 0)
    append(Block(.definitionList, at: offsets, children: items), to: &run)
  }

  /// Whether a further term follows: a line that nothing else can begin, with an indented line below it.
  private func continuesDefinitionList(_ run: Run, isFirst: Bool) -> Bool {
    if isFirst { return true }
    let line = run.line
    guard !source.isIndented(line), !run.lines[run.index + 1].isBlank, source.isIndented(run.lines[run.index + 1])
    else { return false }
    return !beginsMarkedElement(run)
  }

  /// ` : ` between a term and its classifier is markup.
  private func withoutClassifierDelimiters(_ content: InlineContent) -> InlineContent {
    var content = content
    var text: [UInt8] = []
    var index = 0
    while index < content.text.count {
      if content.text[index] == UInt8(ascii: ":"), index > 0, content.text[index - 1] == 0x20,
        index + 1 < content.text.count, content.text[index + 1] == 0x20
      {
        index += 1
        continue
      }
      text.append(content.text[index])
      index += 1
    }
    content.text = text
    return content
  }

  mutating func parseQuote(_ run: inout Run) {
    let block = source.indentedBlock(run.lines, from: run.index)
    for quote in quotes(block.lines) { append(quote, to: &run) }
    run.index = max(block.end, run.index + 1)
    if !block.endsWithBlank { complain(&run, at: run.index) }
  }

  private func displayWidth(_ line: LineSlice) -> Int {
    let bytes = source.bytes[line.offsets]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
      $0 + (TextWidth.isCombining($1.value) ? 0 : TextWidth.isWide($1.value) ? 2 : 1)
    }
  }
}
