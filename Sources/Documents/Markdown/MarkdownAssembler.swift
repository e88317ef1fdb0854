import Diagnostics

/// Makes a document of the blocks and their texts.
struct MarkdownAssembler {
  let file: SourceFile
  let blocks: MarkdownBlocks
  let contents: MarkdownContents
  var document = PolicyDocument(format: .markdown)

  init(_ file: SourceFile, _ blocks: MarkdownBlocks, _ contents: MarkdownContents) {
    self.file = file
    self.blocks = blocks
    self.contents = contents
  }

  mutating func assemble() -> PolicyDocument {
    for (index, block) in blocks.blocks.enumerated() {
      switch block.kind {
      case .heading(let level): addSection(index, block, level: level)
      case .table(let columns): addTable(index, block, columns: columns)
      case .list(isBullet: true): document.lists.append(list(block))
      default: break
      }
    }
    addItems()
    addTargets()
    document.references = contents.inlines.references
    document.comments = (contents.inlines.comments + HTMLComments.find(file, blocks))
      .sorted { $0.range.start < $1.range.start }
    document.fields = MarkdownHeader.fields(file, blocks)
    document.label = MarkdownHeader.label(file, blocks)
    document.faults = MarkdownFaults.find(file, blocks, contents.faults)
    return document
  }

  private mutating func addSection(_ index: Int, _ block: MarkdownBlock, level: Int) {
    let lines = blocks.lines[block.lines].map(file.bytes.trimmed)
    // An empty heading's text would be behind the white space that ends it.
    let start = min(lines.first?.lowerBound ?? block.offsets.lowerBound, block.offsets.upperBound)
    let title = start..<max(start, min(lines.last?.upperBound ?? start, block.offsets.upperBound))
    document.sections.append(
      Section(
        title: contents.text(of: index).text, level: level, titleRange: file.range(title),
        range: file.range(block.offsets)))
  }

  private mutating func addTable(_ index: Int, _ block: MarkdownBlock, columns: Int) {
    var table = Table(
      kind: .pipe, range: file.range(block.offsets), columnCount: columns, headRowCount: 1,
      rows: contents.rows(ofTable: index, columns: columns))
    table.section = currentSection
    table.leadIn = leadIn(of: block)
    document.tables.append(table)
  }

  private var currentSection: Int? {
    document.sections.isEmpty ? nil : document.sections.count - 1
  }

  private func leadIn(of block: MarkdownBlock) -> String {
    guard let above = blocks.visiblePrevious(of: block, bytes: file.bytes), blocks.blocks[above].kind == .paragraph
    else {
      return ""
    }
    return contents.text(of: above).text
  }

  private func list(_ block: MarkdownBlock) -> BulletList {
    BulletList(section: currentSection, leadIn: leadIn(of: block), items: [], range: file.range(block.offsets))
  }

  /// Gives the lists their items, each with the text of its first paragraph.
  private mutating func addItems() {
    var listNumbers: [Int: Int] = [:]
    for (index, block) in blocks.blocks.enumerated() {
      if case .list(isBullet: true) = block.kind { listNumbers[index] = listNumbers.count }
      guard block.kind == .item, let list = block.parent.flatMap({ listNumbers[$0] }) else { continue }
      let first = index + 1
      let hasText =
        first < blocks.blocks.count && blocks.blocks[first].parent == index
        && blocks.blocks[first].kind == .paragraph
      let place = hasText ? blocks.blocks[first].offsets : block.offsets.upperBound..<block.offsets.upperBound
      let content = hasText ? contents.text(of: first) : .init(text: "", emphasised: [])
      document.lists[list].items.append(
        BulletList.Item(text: content.text, emphasised: content.emphasised, range: file.range(place)))
    }
  }

  private mutating func addTargets() {
    document.links = contents.inlines.links
    for definition in blocks.definitions {
      let text = PlainText.collapsed(definition.text[...])
      let uri = unescaped(definition.destination)
      let uriRange = file.range(definition.destination)
      document.targets.append(
        LinkTarget(
          kind: .external, name: text.lowercased(), text: text, uri: uri, range: file.range(definition.label),
          uriRange: uriRange))
      document.links.append(Link(uri: uri, text: text, range: uriRange))
    }
    document.links.sort { $0.range.start < $1.range.start }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    for offset in range {
      let isEscape =
        file.bytes[offset] == .backslash && offset + 1 < range.upperBound && file.bytes[offset + 1].isASCIIPunctuation
        && !(offset > range.lowerBound && file.bytes[offset - 1] == .backslash)
      if !isEscape { result.append(file.bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
