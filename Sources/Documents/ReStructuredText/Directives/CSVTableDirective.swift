import Diagnostics

/// `csv-table` (docutils, `CSVTable`); `:file:` and `:url:` are never followed.
extension BlockParser {
  mutating func csvTable(_ block: DirectiveBlock, leadIn: String) -> [Block]? {
    guard !block.content.isEmpty, block.option("file") == nil, block.option("url") == nil else {
      if block.option("file") == nil, block.option("url") == nil {
        noteMalformedTable(.emptyDirective, at: block.offsets)
      }
      return nil
    }
    let caption = caption(block)
    guard let dialect = dialect(block), let (head, body) = csvRows(block, dialect) else { return nil }
    let columns = (head + body).map { $0.count }.max() ?? 0
    guard let options = checkedOptions(block, columns: columns), columns > 0,
      checkDimensions(body.map({ $0.count }), options, of: block)
    else { return nil }
    let index = reserveTable(.csv, at: block.offsets, leadIn: leadIn)
    document.tables[index].columnCount = columns
    document.tables[index].headRowCount = head.count + options.headerRows
    document.tables[index].caption = caption.map { $0.content.string }
    var kept = caption.map { [$0] } ?? []
    var place = source.range(block.offsets).start
    for row in head + body {
      let cells = csvCells(row, columns: columns, behind: &place, &kept)
      document.tables[index].rows.append(cells)
    }
    return [Block(.table(index), at: block.offsets, children: kept)]
  }

  /// - Parameter place: where the row before ends; then where this one does.
  private mutating func csvCells(
    _ row: [CSVReader.Field], columns: Int, behind place: inout SourcePosition, _ kept: inout [Block]
  ) -> [TableCell] {
    var cells: [TableCell] = []
    for (column, field) in row.enumerated() {
      let placed = source.append(field.text, from: field.stretches)
      let content = readCell(source.lines(in: placed))
      if cellDepth > 0 { kept += content.blocks }
      let range = content.range ?? source.range(field.start..<field.start)
      place = range.end
      cells.append(TableCell(text: content.text, range: range, column: column))
    }
    // A short row is filled up; the cells it lacks are where it ends.
    if row.count < columns, unwrittenCells.take(columns - row.count) {
      cells += (row.count..<columns).map { TableCell(text: "", range: SourceRange(place, place), column: $0) }
    }
    return cells
  }

  /// The rows of the `:header:` option and those of the content.
  private mutating func csvRows(
    _ block: DirectiveBlock, _ dialect: CSVReader.Dialect
  ) -> (head: [[CSVReader.Field]], body: [[CSVReader.Field]])? {
    do throws(CSVReader.Failure) {
      var head: [[CSVReader.Field]] = []
      if let header = block.option("header") {
        let dialect = CSVReader.Dialect(escape: UInt8(ascii: "\\"), doublesQuotes: false)
        head = try CSVReader.rows(header.lines, in: source, dialect)
      }
      return (head, try CSVReader.rows(block.content, in: source, dialect))
    } catch {
      switch error {
      case .openQuote(let offset):
        noteMalformedTable(.invalidCSV("this quoted field is never closed"), at: offset..<offset + 1)
      case .textBehindQuote(let offset):
        noteMalformedTable(.invalidCSV("text follows the quote that closes a field"), at: offset..<offset + 1)
      }
      return nil
    }
  }

  private mutating func dialect(_ block: DirectiveBlock) -> CSVReader.Dialect? {
    var dialect = CSVReader.Dialect()
    for option in block.options where ["delim", "quote", "escape"].contains(option.name) {
      guard let byte = Self.character(source.text(of: option) ?? "", allowsNames: option.name == "delim") else {
        noteMalformedTable(.invalidOption(option.name), at: option.nameOffsets)
        return nil
      }
      switch option.name {
      case "delim": dialect.delimiter = byte
      case "quote": dialect.quote = byte
      default:
        dialect.escape = byte
        dialect.doublesQuotes = false
      }
    }
    if block.option("keepspace") != nil { dialect.skipsInitialSpace = false }
    return dialect
  }

  /// One character: itself, `tab` or `space`, or a code such as `0x2C` or `U+002C`. Only ASCII is understood.
  private static func character(_ text: String, allowsNames: Bool) -> UInt8? {
    if allowsNames, text == "tab" { return 0x09 }
    if allowsNames, text == "space" { return 0x20 }
    let bytes = Array(text.utf8)
    if bytes.count == 1 { return bytes[0] }
    for prefix in ["0x", "x", "\\x", "U+", "u", "\\u"] where text.hasPrefix(prefix) {
      return UInt8(text.dropFirst(prefix.count), radix: 16)
    }
    return UInt8(text)
  }
}
