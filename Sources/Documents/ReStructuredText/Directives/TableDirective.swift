import Diagnostics

/// `table` and `list-table` (docutils, `directives/tables.py`).
extension BlockParser {
  /// A table with a caption: the directive's content must be one table and nothing else.
  mutating func tableDirective(_ block: DirectiveBlock, leadIn: String) -> [Block]? {
    guard !block.content.isEmpty else {
      noteMalformedTable(.emptyDirective, at: block.offsets)
      return nil
    }
    let caption = caption(block)
    let firstTable = document.tables.count
    let firstFault = document.faults.count
    let content = parseNested(block.content)
    guard content.count == 1, case .table(let index) = content[0].kind,
      checkedOptions(block, columns: document.tables[index].columnCount) != nil
    else {
      // What a table with a broken border is meant to hold is still of use to the rules.
      forgetPublishedTables(from: firstTable)
      if document.faults.count == firstFault { noteMalformedTable(.notOneTable, at: block.offsets) }
      return nil
    }
    document.tables[index].caption = caption.map { $0.content.string }
    document.tables[index].leadIn = leadIn
    document.tables[index].range = source.range(block.offsets)
    return [Block(content[0].kind, at: block.offsets, children: (caption.map { [$0] } ?? []) + content[0].children)]
  }

  /// A table written as a list of rows that are lists of cells.
  mutating func listTable(_ block: DirectiveBlock, leadIn: String) -> [Block]? {
    guard !block.content.isEmpty else {
      noteMalformedTable(.emptyDirective, at: block.offsets)
      return nil
    }
    let caption = caption(block)
    let index = reserveTable(.list, at: block.offsets, leadIn: leadIn)
    let firstComment = document.comments.count
    cellDepth += 1
    let content = parseNested(block.content)
    cellDepth -= 1
    guard let rows = listRows(content, of: block),
      let options = checkedOptions(block, columns: rows.first?.children[0].children.count ?? 0),
      checkDimensions(rows.map { $0.children[0].children.count }, options, of: block)
    else {
      document.tables.removeSubrange(index...)
      return nil
    }
    scopeComments(from: firstComment, to: rows)
    fillListTable(index, rows: rows, headRowCount: options.headerRows)
    document.tables[index].caption = caption.map { $0.content.string }
    return [Block(.table(index), at: block.offsets, children: (caption.map { [$0] } ?? []) + content)]
  }

  /// The items of the one list, each of which must hold one list of as many items as the first.
  private mutating func listRows(_ content: [Block], of block: DirectiveBlock) -> [Block]? {
    guard content.count == 1, content[0].isBulletList else {
      noteMalformedTable(.notATwoLevelList, at: content.first { !$0.isBulletList }?.offsets ?? block.offsets)
      return nil
    }
    let rows = content[0].children
    for row in rows {
      guard row.children.count == 1, row.children[0].isBulletList else {
        noteMalformedTable(.notATwoLevelList, at: row.offsets.isEmpty ? block.offsets : row.offsets)
        return nil
      }
      let expected = rows[0].children[0].children.count
      let found = row.children[0].children.count
      guard found == expected else {
        noteMalformedTable(.unevenRows(expected: expected, found: found), at: row.offsets)
        return nil
      }
    }
    return rows
  }

  private mutating func fillListTable(_ index: Int, rows: [Block], headRowCount: Int) {
    document.tables[index].columnCount = rows.first?.children[0].children.count ?? 0
    document.tables[index].headRowCount = headRowCount
    for row in rows {
      let cells = row.children[0].children.enumerated().map { column, cell in
        var text: [UInt8] = []
        for child in cell.children { child.appendText(to: &text) }
        noteMisread(listCell: cell)
        return TableCell(text: WhiteSpace.collapsedString(text), range: source.range(cell.offsets), column: column)
      }
      document.tables[index].rows.append(cells)
    }
  }

  /// Suppressions written in a row's cells are for that row.
  private mutating func scopeComments(from first: Int, to rows: [Block]) {
    guard first < document.comments.count else { return }
    let ranges = rows.map { source.range($0.offsets) }
    var row = 0
    for index in first..<document.comments.count {
      let comment = document.comments[index].range
      while row < ranges.count, ranges[row].end < comment.end { row += 1 }
      if row < ranges.count, ranges[row].contains(comment) { document.comments[index].scope = ranges[row] }
    }
  }

  mutating func caption(_ block: DirectiveBlock) -> Block? {
    guard !block.argument.isEmpty else { return nil }
    return Block(
      .other, at: source.offsets(of: block.argument), content: inline.parse(block.argument, in: source))
  }

  /// Lists a table before what is in its cells.
  mutating func reserveTable(_ kind: Table.Kind, at offsets: Range<Int>, leadIn: String) -> Int {
    var table = Table(kind: kind, range: source.range(offsets), columnCount: 0, headRowCount: 0, rows: TableRows())
    table.section = document.sections.indices.last
    table.leadIn = leadIn
    table.nesting = cellDepth
    document.tables.append(table)
    return document.tables.count - 1
  }

  /// Takes the published tables from `index` on out of the document.
  private mutating func forgetPublishedTables(from index: Int) {
    let unpublished = document.tables[index...].filter { !$0.isPublished }
    document.tables.removeSubrange(index...)
    document.tables += unpublished
  }
}
