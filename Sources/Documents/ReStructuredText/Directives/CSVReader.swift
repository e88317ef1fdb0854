/// Reads comma-separated values as Python's `csv` module does in its strict mode, which docutils uses.
struct CSVReader {
  struct Dialect {
    var delimiter: UInt8 = UInt8(ascii: ",")
    var quote: UInt8 = UInt8(ascii: "\"")
    var escape: UInt8?
    var doublesQuotes = true
    var skipsInitialSpace = true
  }

  /// A field: its text, and where in `SourceText.bytes` each stretch of it comes from.
  struct Field {
    /// Where it begins in `SourceText.bytes`, quotes and spaces included.
    var start: Int
    var text: [UInt8] = []
    var stretches: [SourceText.Stretch] = []

    mutating func append(_ byte: UInt8, from offset: Int) {
      let expected = stretches.last.map { $0.sourceOffset + text.count - $0.offset }
      if expected != offset {
        stretches.append(SourceText.Stretch(offset: text.count, sourceOffset: offset))
      }
      text.append(byte)
    }
  }

  enum Failure: Error {
    case textBehindQuote(offset: Int)
    case openQuote(offset: Int)
  }

  private enum State {
    case fieldStart
    case inField
    case escaped(quoted: Bool)
    case inQuotes
    case quoteInQuotes
  }

  private let dialect: Dialect
  private var state = State.fieldStart
  private var field = Field(start: 0)
  private var row: [Field] = []
  private var rows: [[Field]] = []
  private var quoteOffset = 0

  init(_ dialect: Dialect) {
    self.dialect = dialect
  }

  /// The rows in these lines; an empty line is a row without fields.
  static func rows(
    _ lines: [LineSlice], in source: SourceText, _ dialect: Dialect
  ) throws(Failure) -> [[Field]] {
    var reader = CSVReader(dialect)
    for line in lines { try reader.read(line, in: source) }
    if case .fieldStart = reader.state, reader.row.isEmpty, reader.field.text.isEmpty { return reader.rows }
    throw .openQuote(offset: reader.quoteOffset)
  }

  private mutating func read(_ line: LineSlice, in source: SourceText) throws(Failure) {
    if case .fieldStart = state { field.start = line.start }
    for offset in line.offsets { try take(source.bytes[offset], at: offset) }
    switch state {
    case .inQuotes, .escaped(quoted: true):
      // A quoted field goes on over the line's end.
      state = .inQuotes
      field.append(0x0A, from: line.end)
    case .escaped(quoted: false):
      field.append(0x0A, from: line.end)
      state = .inField
    case .fieldStart where row.isEmpty && line.isBlank:
      rows.append([])
    default:
      endField(at: line.end)
      rows.append(row)
      row = []
    }
  }

  private mutating func take(_ byte: UInt8, at offset: Int) throws(Failure) {
    switch state {
    case .fieldStart:
      if byte == dialect.quote {
        quoteOffset = offset
        state = .inQuotes
      } else if byte == 0x20, dialect.skipsInitialSpace {
        return
      } else {
        state = .inField
        try take(byte, at: offset)
      }
    case .inField:
      if byte == dialect.escape {
        state = .escaped(quoted: false)
      } else if byte == dialect.delimiter {
        endField(at: offset)
      } else {
        field.append(byte, from: offset)
      }
    case .escaped(let quoted):
      field.append(byte, from: offset)
      state = quoted ? .inQuotes : .inField
    case .inQuotes:
      if byte == dialect.escape {
        state = .escaped(quoted: true)
      } else if byte == dialect.quote {
        state = dialect.doublesQuotes ? .quoteInQuotes : .inField
      } else {
        field.append(byte, from: offset)
      }
    case .quoteInQuotes:
      if byte == dialect.quote {
        field.append(byte, from: offset)
        state = .inQuotes
      } else if byte == dialect.delimiter {
        endField(at: offset)
      } else {
        throw .textBehindQuote(offset: offset)
      }
    }
  }

  private mutating func endField(at offset: Int) {
    row.append(field)
    field = Field(start: offset + 1)
    state = .fieldStart
  }
}
