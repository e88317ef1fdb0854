/// Takes comma-separated values (RFC 4180) apart, record by record, with the place of each field.
///
/// A byte order mark is passed, and a line may end in CR LF, LF or CR. Whatever the bytes are, each record ends.
struct CSVRecords {
  struct Field {
    var text: String
    /// Without the quotation marks.
    var offsets: Range<Int>
  }

  enum Fault: Hashable {
    /// A quotation mark opens a field that the file does not close.
    case openQuote
    /// Something stands between the closing quotation mark and the next comma.
    case textBehindQuote
  }

  struct Record {
    var fields: [Field] = []
    /// Where the first fault is.
    var fault: (kind: Fault, offset: Int)?

    /// Whether the line is empty.
    var isBlank: Bool { fields.count == 1 && fields.allSatisfy { $0.offsets.isEmpty } }
  }

  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Nil behind the last record.
  mutating func next() -> Record? {
    guard offset < bytes.count else { return nil }
    var record = Record()
    while true {
      record.fields.append(field(&record))
      guard let byte = peek else { return record }
      offset += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == 0x0D, peek == 0x0A { offset += 1 }
      return record
    }
  }

  /// Reads up to the comma or line end behind the field.
  private mutating func field(_ record: inout Record) -> Field {
    if peek == UInt8(ascii: "\"") { return quoted(&record) }
    let start = offset
    passPlain()
    return Field(text: String(decoding: bytes[start..<offset], as: UTF8.self), offsets: start..<offset)
  }

  private mutating func quoted(_ record: inout Record) -> Field {
    let open = offset
    offset += 1
    let start = offset
    var text: [UInt8] = []
    while let byte = peek {
      offset += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      guard peek == UInt8(ascii: "\"") else {
        let end = offset - 1
        let behind = offset
        passPlain()
        if offset > behind, record.fault == nil { record.fault = (.textBehindQuote, behind) }
        return Field(text: String(decoding: text, as: UTF8.self), offsets: start..<end)
      }
      text.append(byte)
      offset += 1
    }
    record.fault = (.openQuote, open)
    return Field(text: String(decoding: text, as: UTF8.self), offsets: start..<offset)
  }

  private mutating func passPlain() {
    while let byte = peek, byte != UInt8(ascii: ","), byte != 0x0A, byte != 0x0D { offset += 1 }
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }
}
