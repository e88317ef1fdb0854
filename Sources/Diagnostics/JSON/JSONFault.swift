/// What keeps a text from being JSON, and where.
package struct JSONFault: Error, Hashable, Sendable {
  /// In bytes from the start.
  package var offset: Int
  /// What is there and what should be, for the end of a sentence: `expected ',' or ']'`.
  package var message: String
  /// Whether the text just ends too soon.
  package var isTruncation: Bool

  static func truncated(at offset: Int) -> JSONFault {
    JSONFault(offset: offset, message: "the text ends before the value does", isTruncation: true)
  }

  static func invalid(_ message: String, at offset: Int) -> JSONFault {
    JSONFault(offset: offset, message: message, isTruncation: false)
  }
}

/// A string of a JSON text: where its inside stands, and whether that has to be unescaped.
package struct JSONString: Hashable, Sendable {
  /// Without the quotation marks.
  package var offsets: Range<Int>
  var hasEscapes: Bool
}

package enum JSONKind: Sendable {
  case object
  case array
  case string
  case number
  case bool
  case null
}
