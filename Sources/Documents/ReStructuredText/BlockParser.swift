/// Reads body elements as docutils does (`states.Body` and its kin), and collects what the document is made of.
///
/// Elements are told apart in the order docutils tries them. Where docutils would complain, a block of kind
/// `.complaint` stands in the place of its message, since some directives count what they hold.
struct BlockParser {
  /// Deeper nesting is read as plain text; docutils ends with an error of Python's at about the same depth.
  static let depthLimit = 100

  var source: SourceText
  var inline = InlineParser()
  var document = PolicyDocument(format: .restructuredText)
  /// The underlines (and overlines) of the section levels, outermost first.
  var titleStyles: [TitleStyle] = []
  var sectionLevel = 0
  var depth = 0
  /// How many table cells surround what is being read.
  var cellDepth = 0
  /// Whether a table is read a second time, for its rows alone; so are then the tables in its cells.
  var isReadingAgain = false
  /// How many further cells tables may have whose text is not in the file.
  var unwrittenCells: UnwrittenCells

  init(source: SourceText) {
    self.source = source
    unwrittenCells = UnwrittenCells(byteCount: source.bytes.count)
  }

  struct TitleStyle: Equatable {
    var punctuation: UInt8
    var hasOverline: Bool
  }

  /// Reads the lines of a nested block: a list item's, a cell's, a directive's content.
  mutating func parseNested(_ lines: [LineSlice]) -> [Block] {
    guard depth < Self.depthLimit else {
      let fault = DocumentFault(.nestedTooDeep(limit: Self.depthLimit), at: source.range(source.offsets(of: lines)))
      if document.faults.last?.kind != fault.kind { document.faults.append(fault) }
      return [Block(.paragraph, at: source.offsets(of: lines), content: InlineContent(text: source.rawText(lines)))]
    }
    depth += 1
    defer { depth -= 1 }
    return parse(lines, allowsTitles: false)
  }

  /// Reads the lines of one level; `allowsTitles` only at the top of the document.
  mutating func parse(_ lines: [LineSlice], allowsTitles: Bool) -> [Block] {
    var run = Run(lines: lines, allowsTitles: allowsTitles)
    while run.index < lines.count {
      if lines[run.index].isBlank {
        run.index += 1
        continue
      }
      parseElement(&run)
    }
    return run.blocks
  }

  /// The lines of one level, how far they are read, and the blocks found.
  struct Run {
    let lines: [LineSlice]
    let allowsTitles: Bool
    var index = 0
    var blocks: [Block] = []
    /// Comments whose scope is the next block.
    private var openComments: [Int] = []
    /// The text of the last block, comments and complaints apart, if it is a paragraph.
    private var lastParagraph: [UInt8] = []
    private var knownLeadIn: String?

    init(lines: [LineSlice], allowsTitles: Bool) {
      self.lines = lines
      self.allowsTitles = allowsTitles
    }

    var line: LineSlice { lines[index] }

    /// The text of the paragraph right above what comes next; empty if something else stands there.
    mutating func leadIn() -> String {
      if let knownLeadIn { return knownLeadIn }
      let text = WhiteSpace.collapsedString(lastParagraph)
      knownLeadIn = text
      return text
    }

    mutating func append(_ block: Block) {
      blocks.append(block)
      switch block.kind {
      case .comment, .complaint: break
      default:
        lastParagraph = block.isParagraph ? block.content.text : []
        knownLeadIn = nil
      }
    }

    mutating func awaitScope(ofComment comment: Int) { openComments.append(comment) }

    mutating func takeOpenComments() -> [Int] {
      defer { openComments.removeAll() }
      return openComments
    }
  }

  mutating func append(_ block: Block, to run: inout Run) {
    switch block.kind {
    case .comment, .complaint:
      if !run.allowsTitles { run.append(block) }
      return
    default:
      // Nobody looks back further than one element at the top of a document, however long it is.
      if run.allowsTitles { run.blocks.removeAll(keepingCapacity: true) }
      run.append(block)
    }
    let open = run.takeOpenComments()
    guard !open.isEmpty else { return }
    let scope = source.range(block.offsets)
    for comment in open { document.comments[comment].scope = scope }
  }

  /// docutils' message, where the page has none.
  mutating func complain(_ run: inout Run, at line: Int) {
    let offsets = line < run.lines.count ? run.lines[line].offsets : source.end..<source.end
    append(Block(.complaint, at: offsets), to: &run)
  }

  private mutating func parseElement(_ run: inout Run) {
    let line = run.line
    let first = source.bytes[line.start]
    if first == 0x20 { return parseQuote(&run) }
    // Letters begin nothing but enumerators and text; most lines are told here.
    if source.isPunctuation(first) || first == 0xE2 {
      if parseMarkedElement(&run, first: first) { return }
    }
    if let enumerator = Enumerator.read(line, in: source), startsItem(enumerator, at: run.index, of: run.lines) {
      return parseEnumeratedList(&run, first: enumerator)
    }
    if source.isPunctuationLine(line), parsePunctuationLine(&run) { return }
    parseText(&run)
  }

  /// Reads the element whose marker the line begins with; false if it has none.
  private mutating func parseMarkedElement(_ run: inout Run, first: UInt8) -> Bool {
    let line = run.line
    if let bullet = source.bulletLength(line) {
      parseBulletList(&run, markerLength: bullet)
    } else if first == UInt8(ascii: ":"), let field = source.fieldMarker(line) {
      parseFieldList(&run, first: field)
    } else if let option = OptionMarker.length(line, in: source), parseOptionList(&run, first: option) {
      return true
    } else if first == UInt8(ascii: ">"), source.doctestLength(line) != nil {
      parseDoctest(&run)
    } else if first == UInt8(ascii: "|"), parsePipeTable(&run) {
      return true
    } else if first == UInt8(ascii: "|"), source.lineBlockLength(line) != nil {
      parseLineBlock(&run)
    } else if first == UInt8(ascii: "+"), source.isGridBorder(line) {
      parseGridTable(&run)
    } else if first == UInt8(ascii: "="), source.isSimpleTableTop(line) {
      parseSimpleTable(&run)
    } else if first == UInt8(ascii: "."), let length = source.explicitMarkupLength(line) {
      parseExplicitMarkup(&run, markerLength: length)
    } else if first == UInt8(ascii: "_"), let length = source.anonymousTargetLength(line) {
      parseAnonymousTarget(&run, markerLength: length)
    } else {
      return false
    }
    return true
  }

  /// Whether the line begins something other than text, as far as its marker tells.
  func beginsMarkedElement(_ run: Run) -> Bool {
    let line = run.line
    return source.bulletLength(line) != nil || Enumerator.read(line, in: source) != nil
      || source.fieldMarker(line) != nil || OptionMarker.length(line, in: source) != nil
      || source.doctestLength(line) != nil || source.lineBlockLength(line) != nil || source.isGridBorder(line)
      || source.isSimpleTableTop(line) || source.explicitMarkupLength(line) != nil
      || source.anonymousTargetLength(line) != nil || source.isPunctuationLine(line)
  }
}
