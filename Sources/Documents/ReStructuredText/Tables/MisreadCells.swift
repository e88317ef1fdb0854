import Diagnostics

/// Cells whose text begins like a list's item, or otherwise is no paragraph to docutils.
extension BlockParser {
  /// Records a cell that is read otherwise than its text seems to be meant.
  ///
  /// - Parameter lines: the cell's, from its first to its last with text.
  mutating func noteMisread(_ blocks: [Block], lines: ArraySlice<LineSlice>, at range: SourceRange, hasProblem: Bool) {
    guard !isReadingAgain, let kind = misreading(of: blocks, hasProblem: hasProblem) else { return }
    let mark = inline.mark
    let text = inline.parse(lines.filter { !$0.isBlank }.map(source.trimmingStart), in: source).string
    inline.rewind(to: mark)
    let repair = lines.count == 1 ? lines.first.map { escaping($0, kind) } : nil
    document.misreadCells.append(MisreadCell(kind: kind, range: range, text: text, repair: repair ?? []))
  }

  /// The same for a cell that is an item of a `list-table`, where nothing is drawn around it.
  mutating func noteMisread(listCell cell: Block) {
    guard let kind = misreading(of: cell.children, hasProblem: false) else { return }
    let bytes = source.bytes[cell.offsets]
    let start = source.fileOffset(cell.offsets.lowerBound)
    let repair = bytes.contains(0x0A) || !kind.isMarker ? [] : [TextEdit(start..<start, [UInt8(ascii: "\\")])]
    document.misreadCells.append(
      MisreadCell(
        kind: kind, range: source.range(cell.offsets), text: WhiteSpace.collapsedString(Array(bytes)), repair: repair))
  }

  private func misreading(of blocks: [Block], hasProblem: Bool) -> MisreadCell.Kind? {
    for block in blocks {
      switch block.kind {
      case .enumeratedList: return .enumerator(itemCount: block.children.count)
      case .fieldList: return .field
      case .optionList: return .option
      case .definitionList: return .definition
      case .quote: return .quote
      case .doctest: return .doctest
      case .complaint: return .complaint
      // A mark by itself stands for nothing; several items are a list that was meant.
      case .bulletList where block.children.count == 1 && !block.children[0].children.isEmpty: return .bullet
      default: continue
      }
    }
    return hasProblem ? .complaint : nil
  }

  /// A backslash before the text, and a space less behind it, so that the column's border stays where it is.
  private func escaping(_ line: LineSlice, _ kind: MisreadCell.Kind) -> [TextEdit] {
    guard kind.isMarker, source.byte(line.end) == 0x20 else { return [] }
    var border = line.end
    while source.byte(border) == 0x20 { border += 1 }
    guard source.byte(border) == UInt8(ascii: "|") else { return [] }
    let start = source.fileOffset(line.start)
    let end = source.fileOffset(line.end)
    return [TextEdit(start..<start, [UInt8(ascii: "\\")]), TextEdit(end..<end + 1, [])]
  }
}

extension MisreadCell.Kind {
  /// Whether the text begins with something that a backslash makes text.
  fileprivate var isMarker: Bool {
    switch self {
    case .bullet, .field, .option, .doctest: true
    case .enumerator(let itemCount): itemCount == 1
    case .definition, .quote, .complaint: false
    }
  }
}
