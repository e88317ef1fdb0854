import Diagnostics
import Documents

/// Rewrites items of a bullet list; the lines of the others stay.
struct BulletRewriting {
  let source: TableLines
  private let index: Int
  private let document: PolicyDocument
  private let file: SourceFile
  private let blocks: [Range<Int>]

  init(_ index: Int, in document: PolicyDocument, _ file: SourceFile) throws(RewriteObstacle) {
    self.index = index
    self.document = document
    self.file = file
    source = TableLines(file, document.lists[index].range)
    blocks = try ItemLines.blocks(of: document.lists[index], file)
  }

  /// The lines of the list with these items, and the texts of those that stay as they are.
  func lines(
    of items: [WantedItem], targets: inout LinkTargets
  ) throws(RewriteObstacle) -> (lines: [[UInt8]], texts: [String?]) {
    guard !items.isEmpty else { throw RewriteObstacle(.emptyList, at: document.lists[index].range) }
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
    guard let source = item.source else {
      let text = new(item, &targets)
      return [before + text]
    }
    let texts = try texts(of: item, source, &targets)
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
    // A name that stands nowhere as it reads has no end.
    guard range.lowerBound <= nameEnd, nameEnd <= contacts, contacts <= range.upperBound else {
      throw RewriteObstacle(.misread, at: document.lists[source.list].items[source.item].range)
    }
    var text = item.name.map { inline($0.elements, &targets) } ?? Array(bytes[range.lowerBound..<nameEnd])
    let note = Array(bytes[nameEnd..<contacts])
    text += item.note.map { self.note($0, like: note, &targets) } ?? note
    text += item.contacts.map { self.contacts($0, &targets) } ?? Array(bytes[contacts..<range.upperBound])
    return text
  }

  /// Behind the address of a Markdown link whose text ends here; the same place where none does.
  private func linkEnd(from start: Int, upTo end: Int) -> Int {
    let bytes = file.bytes
    guard document.format == .markdown, start < end, bytes[start] == UInt8(ascii: "]") else { return start }
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
    for separator in [" — ", " – ", " - ", ": "] where old.starts(with: Array(separator.utf8)) {
      return Array(separator.utf8) + text
    }
    let isMarked = old.isEmpty || String(decoding: old, as: UTF8.self).lowercased().hasPrefix(" (note")
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
