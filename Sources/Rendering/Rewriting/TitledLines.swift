import Diagnostics
import Documents

/// Writes items whose lines have titles, as `| Name: Haiku`, in the style of the list that they are to stand in.
struct TitledLines {
  private let file: SourceFile
  /// The column of a line that its value begins in, where titles of several lengths have one; counted from 0.
  private let valueColumn: Int?

  init(_ list: BulletList, _ file: SourceFile) throws(RewriteObstacle) {
    self.file = file
    var lengths: [Int: Set<Int>] = [:]
    for item in list.items where !item.lines.isEmpty {
      for line in try Self.lines(of: item, file) {
        guard let title = Self.titleEnd(of: line[0]), title < line[0].count else { continue }
        lengths[Self.valueStart(of: line[0], behind: title), default: []].insert(title)
      }
    }
    valueColumn = lengths.filter { $1.count > 1 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }

  /// The lines of an item, without what stands before them.
  ///
  /// - Parameter source: the item whose lines are kept.
  func texts(
    _ lines: [WantedLine], of source: WantedItem.Source?, in document: PolicyDocument, _ targets: inout LinkTargets
  ) throws(RewriteObstacle) -> [[UInt8]] {
    let item = source.map { document.lists[$0.list].items[$0.item] }
    let old = try item.map { item throws(RewriteObstacle) in try Self.lines(of: item, file) } ?? []
    var texts: [[UInt8]] = []
    for line in lines {
      let standing = line.source.flatMap { old.indices.contains($0) ? old[$0] : nil }
      guard let content = line.content else {
        texts += standing ?? []
        continue
      }
      let words = RSTCell.words(of: content, targets: &targets).map { $0.bytes }
      texts.append(start(of: line, standing) + words.joined(separator: [UInt8(ascii: " ")]))
    }
    guard let source else { return texts }
    let rest = try rest(of: document.lists[source.list], source.item)
    // Right below a line, or drawn as one, it was meant to be another.
    guard rest.first?.isBlank ?? true, !rest.contains(where: { $0.first == UInt8(ascii: "|") }) else {
      throw RewriteObstacle(.untitledLine, at: document.lists[source.list].items[source.item].range)
    }
    return texts + rest
  }

  /// What stands before a line's value.
  private func start(of line: WantedLine, _ standing: [[UInt8]]?) -> [UInt8] {
    if let first = standing?.first, let title = Self.titleEnd(of: first) {
      let value = Self.valueStart(of: first, behind: title)
      if value < first.count { return Array(first[..<value]) }
    }
    var targets = LinkTargets(allowsNames: false)
    let title = RSTCell.words(of: CellContent(text: line.title), targets: &targets).map { $0.bytes }
    let start = Array("| ".utf8) + title.joined(separator: [UInt8(ascii: " ")]) + [UInt8(ascii: ":")]
    return start + [UInt8](repeating: UInt8(ascii: " "), count: max(1, (valueColumn ?? 0) - start.count))
  }

  /// What the item has below its lines.
  private func rest(of list: BulletList, _ number: Int) throws(RewriteObstacle) -> [[UInt8]] {
    let block = try ItemLines.blocks(of: list, file)[number]
    let item = list.items[number]
    let before = ItemLines.before(item, file)
    return (item.range.end.line + 1..<max(item.range.end.line + 1, block.upperBound)).map {
      ItemLines.withoutMargin(Array(file.line($0)), before)
    }.trimmedOfBlanks
  }

  // MARK: Lines as they are written

  /// The lines of an item, each with those that go on with it.
  private static func lines(of item: BulletList.Item, _ file: SourceFile) throws(RewriteObstacle) -> [[[UInt8]]] {
    let before = ItemLines.before(item, file)
    var lines: [[[UInt8]]] = []
    for number in item.range.start.line...max(item.range.start.line, item.range.end.line) {
      let line = Array(file.line(number))
      let text =
        number == item.range.start.line ? Array(line.dropFirst(before.count)) : ItemLines.withoutMargin(line, before)
      if text.first == UInt8(ascii: "|") || lines.isEmpty {
        lines.append([text])
      } else {
        lines[lines.count - 1].append(text)
      }
    }
    guard lines.count == item.lines.count else { throw RewriteObstacle(.unclearItems, at: item.range) }
    return lines
  }

  /// Behind the colon of a line's title.
  private static func titleEnd(of line: [UInt8]) -> Int? { line.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } }

  private static func valueStart(of line: [UInt8], behind title: Int) -> Int {
    title + line[title...].prefix { $0 == UInt8(ascii: " ") }.count
  }
}

extension [[UInt8]] {
  fileprivate var trimmedOfBlanks: [[UInt8]] {
    var lines = self
    while lines.last?.isBlank == true { lines.removeLast() }
    return lines
  }
}
