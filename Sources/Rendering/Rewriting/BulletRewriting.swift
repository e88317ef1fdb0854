import Diagnostics
import Documents

/// Rewrites items of a bullet list; the lines of the others stay.
struct BulletRewriting {
  let source: TableLines
  private let index: Int
  private let document: PolicyDocument
  private let file: SourceFile
  private let blocks: [Range<Int>]
  /// How the list's last note is written, which others are written like.
  private var noteStyle: [UInt8] = []

  init(_ index: Int, in document: PolicyDocument, _ file: SourceFile) throws(RewriteObstacle) {
    self.index = index
    self.document = document
    self.file = file
    source = TableLines(file, document.lists[index].range)
    blocks = try ItemLines.blocks(of: document.lists[index], file)
  }

  /// The lines of the list with these items, and the texts of those that stay as they are.
  mutating func lines(
    of items: [WantedItem], targets: inout LinkTargets
  ) throws(RewriteObstacle) -> (lines: [[UInt8]], texts: [String?]) {
    guard !items.isEmpty else { throw RewriteObstacle(.emptyList, at: document.lists[index].range) }
    noteStyle = items.compactMap { ownNote(of: $0) }.last { $0.contains { $0 != UInt8(ascii: " ") } } ?? []
    var lines: [[UInt8]] = []
    var texts: [String?] = []
    for (position, item) in items.enumerated() {
      let own = item.source.flatMap { $0.list == index ? $0.item : nil }
      let written = try self.lines(of: item, targets: &targets)
      lines += written
      texts.append(item.isWhole ? item.source.map { document.lists[$0.list].items[$0.item].text } : nil)
      guard position + 1 < items.count else { break }
      let next = items[position + 1].source.flatMap { $0.list == index ? $0.item : nil }
      let isAsBefore = own != nil && next == own.map { $0 + 1 }
      let blank = isAsBefore ? blankLines(behind: own ?? 0) : isLoose || written.contains(where: { $0.isBlank }) ? 1 : 0
      lines += [[UInt8]](repeating: [], count: blank)
    }
    return (lines, texts)
  }

  // MARK: Lines

  private func blankLines(behind item: Int) -> Int { blocks[item].reversed().prefix { source[$0].isBlank }.count }

  /// Whether blank lines stand between items.
  private var isLoose: Bool { blocks.indices.dropLast().contains { blankLines(behind: $0) > 0 } }

  private func lines(of item: WantedItem, targets: inout LinkTargets) throws(RewriteObstacle) -> [[UInt8]] {
    let model = min(item.source.flatMap { $0.list == index ? $0.item : nil } ?? blocks.count - 1, blocks.count - 1)
    let before = ItemLines.before(document.lists[index].items[model], file)
    let texts =
      if let lines = item.lines {
        try TitledLines(document.lists[index], file).texts(lines, of: item.source, in: document, &targets)
      } else if let source = item.source {
        try self.texts(of: item, source, &targets)
      } else {
        [new(item, &targets)]
      }
    let margin = ItemLines.margin(for: before)
    return texts.enumerated().map { number, text in
      number == 0 ? before + text : text.isBlank ? [] : margin + text
    }
  }

  private func texts(
    of item: WantedItem, _ source: WantedItem.Source, _ targets: inout LinkTargets
  ) throws(RewriteObstacle) -> [[UInt8]] {
    let list = document.lists[source.list]
    let block = try ItemLines.blocks(of: list, file)[source.item]
    let range = file.offsets(of: list.items[source.item].range)
    var end = file.line(block.upperBound - 1).endIndex
    end = max(end, range.upperBound)
    let bytes: [UInt8]
    if item.isWhole {
      bytes = Array(file.bytes[range.lowerBound..<end])
    } else {
      bytes = try changed(item, source, range, &targets) + file.bytes[range.upperBound..<end]
    }
    var lines = SourceFile(path: "", bytes: bytes).allLines
    while lines.count > 1, lines.last?.isBlank == true { lines.removeLast() }
    let before = ItemLines.before(list.items[source.item], file)
    return lines.enumerated().map { $0 == 0 ? $1 : ItemLines.withoutMargin($1, before) }
  }

  // MARK: Texts

  /// The text of an item, with other parts.
  private func changed(
    _ item: WantedItem, _ source: WantedItem.Source, _ range: Range<Int>, _ targets: inout LinkTargets
  ) throws(RewriteObstacle) -> [UInt8] {
    guard let note = noteOffsets(of: source, in: range) else {
      throw RewriteObstacle(.misread, at: document.lists[source.list].items[source.item].range)
    }
    let bytes = file.bytes
    var text = item.name.map { inline($0.elements, &targets) } ?? Array(bytes[range.lowerBound..<note.lowerBound])
    text += item.note.map { self.note($0, like: Array(bytes[note]), &targets) } ?? Array(bytes[note])
    text += item.contacts.map { self.contacts($0, &targets) } ?? Array(bytes[note.upperBound..<range.upperBound])
    return text
  }

  /// What stands between an item's name and its contacts; nil where the name stands nowhere as it reads.
  private func noteOffsets(of source: WantedItem.Source, in range: Range<Int>) -> Range<Int>? {
    let bytes = file.bytes
    let markup = Array("`*_".utf8)
    var nameEnd = file.offset(of: source.nameEnd)
    while nameEnd < range.upperBound, markup.contains(bytes[nameEnd]) { nameEnd += 1 }
    nameEnd = linkEnd(from: nameEnd, upTo: range.upperBound)
    var contacts = source.contactsStart.map { file.offset(of: $0) } ?? range.upperBound
    if source.contactsStart != nil {
      let separators = markup + Array(" ,;.&:\n\r".utf8)
      while contacts > nameEnd, separators.contains(bytes[contacts - 1]) { contacts -= 1 }
    }
    let isOrdered = range.lowerBound <= nameEnd && nameEnd <= contacts && contacts <= range.upperBound
    return isOrdered ? nameEnd..<contacts : nil
  }

  /// The note of an item of this list, with what divides it from the name.
  private func ownNote(of item: WantedItem) -> [UInt8]? {
    guard let source = item.source, source.list == index, item.lines == nil else { return nil }
    let range = file.offsets(of: document.lists[index].items[source.item].range)
    return noteOffsets(of: source, in: range).map { Array(file.bytes[$0]) }
  }

  /// Behind the address of a Markdown link whose text ends here; the same place where none does.
  private func linkEnd(from start: Int, upTo end: Int) -> Int {
    let bytes = file.bytes
    guard document.format == .markdown, start < end else { return start }
    guard bytes[start] == UInt8(ascii: "]") else {
      // Footnotes' marks are the name's.
      guard bytes[start..<end].starts(with: Array("[^".utf8)) else { return start }
      return bytes[start..<end].firstIndex(of: UInt8(ascii: "]")).map { linkEnd(from: $0 + 1, upTo: end) } ?? start
    }
    guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "(") || bytes[start + 1] == UInt8(ascii: "[") else {
      return start + 1
    }
    let closing = bytes[start + 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    return bytes[start..<end].dropFirst(2).firstIndex(of: closing).map { $0 + 1 } ?? start
  }

  private func new(_ item: WantedItem, _ targets: inout LinkTargets) -> [UInt8] {
    inline(item.name?.elements ?? [], &targets) + note(item.note ?? CellContent([]), like: [], &targets)
      + contacts(item.contacts ?? [], &targets)
  }

  /// A note behind a name, divided from it as the one before was.
  private func note(_ content: CellContent, like old: [UInt8], _ targets: inout LinkTargets) -> [UInt8] {
    guard !content.elements.isEmpty else { return [] }
    let text = inline(content.elements, &targets)
    let style = old.isEmpty ? noteStyle : old
    for separator in [" — ", " – ", " - ", ": "] where style.starts(with: Array(separator.utf8)) {
      return Array(separator.utf8) + text
    }
    let isMarked = style.isEmpty || String(decoding: style, as: UTF8.self).lowercased().hasPrefix(" (note")
    let isShort = content.text.split(separator: " ").count < 3
    return Array((isMarked || isShort ? " (note: " : " (").utf8) + text + Array(")".utf8)
  }

  private func contacts(_ names: [String], _ targets: inout LinkTargets) -> [UInt8] {
    guard !names.isEmpty else { return [] }
    return Array(", ".utf8) + inline([.emphasis(names.joined(separator: ", "))], &targets)
  }

  private func inline(_ elements: [InlineElement], _ targets: inout LinkTargets) -> [UInt8] {
    let content = CellContent(elements)
    switch document.format {
    case .markdown: return Array(MarkdownCell.text(of: content, targets: targets, inTable: false).utf8)
    case .restructuredText:
      return Array(
        RSTCell.words(of: content, targets: &targets).map { $0.bytes }.joined(separator: [UInt8(ascii: " ")]))
    }
  }
}

/// The lines of a bullet list's items.
enum ItemLines {
  /// The numbers of each item's lines, with blank lines behind all but the last.
  static func blocks(of list: BulletList, _ file: SourceFile) throws(RewriteObstacle) -> [Range<Int>] {
    var starts = list.items.map { $0.range.start.line }
    guard let first = list.items.first, zip(starts, starts.dropFirst()).allSatisfy(<),
      list.items.allSatisfy({ isMarked(before($0, file)) })
    else { throw RewriteObstacle(.unclearItems, at: list.items.first?.range ?? list.range) }
    let end = TableLines(
      file, SourceRange(first.range.start, max(list.range.end, list.items[starts.count - 1].range.end)))
    var last = end.last
    while last > starts[starts.count - 1], end[last].isBlank { last -= 1 }
    starts.append(last + 1)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// What stands before an item's text: indentation, the bullet, a space.
  static func before(_ item: BulletList.Item, _ file: SourceFile) -> [UInt8] {
    Array(file.line(item.range.start.line).prefix(max(0, item.range.start.column - 1)))
  }

  /// What stands before its other lines.
  static func margin(for before: [UInt8]) -> [UInt8] {
    guard let bullet = bullet(in: before) else { return before }
    return before[..<bullet.lowerBound] + [UInt8(ascii: " ")] + before[bullet.upperBound...]
  }

  /// A line without the margin, or as much of it as is there.
  static func withoutMargin(_ line: [UInt8], _ before: [UInt8]) -> [UInt8] {
    let margin = margin(for: before)
    if line.starts(with: margin) { return Array(line.dropFirst(margin.count)) }
    let common = zip(line, margin).prefix { $0 == $1 }.count
    return Array(line.dropFirst(common).drop { $0 == UInt8(ascii: " ") })
  }

  private static func isMarked(_ before: [UInt8]) -> Bool { bullet(in: before) != nil }

  private static func bullet(in before: [UInt8]) -> Range<Int>? {
    guard let last = before.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    for mark in ["-", "*", "+", "•", "‣", "⁃"].map({ Array($0.utf8) })
    where before[...last].suffix(mark.count) == mark[...] {
      return last + 1 - mark.count..<last + 1
    }
    return nil
  }
}

extension SourceFile {
  fileprivate var allLines: [[UInt8]] { (1..<lineCount + 1).map { Array(line($0)) } }
}
