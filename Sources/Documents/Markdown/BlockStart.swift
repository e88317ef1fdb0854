/// The lines that open a block, as section "Leaf blocks" and "Container blocks" of the CommonMark specification define them.
enum BlockStart {
  /// The level of an ATX heading that starts here, and where its content starts.
  static func heading(_ cursor: LineCursor) -> (level: Int, content: Int)? {
    var offset = cursor.firstNonspace
    while cursor.peek(offset) == UInt8(ascii: "#") { offset += 1 }
    let level = offset - cursor.firstNonspace
    guard (1...6).contains(level), offset >= cursor.end || cursor.peek(offset).isSpaceOrTab else { return nil }
    while offset < cursor.end, cursor.peek(offset).isSpaceOrTab { offset += 1 }
    return (level, offset)
  }

  /// The level of the heading that an underline makes of the paragraph above it.
  static func setextLevel(_ cursor: LineCursor) -> Int? {
    let mark = cursor.peek(cursor.firstNonspace)
    guard mark == UInt8(ascii: "=") || mark == .hyphen else { return nil }
    var offset = cursor.firstNonspace
    while cursor.peek(offset) == mark { offset += 1 }
    while offset < cursor.end, cursor.peek(offset).isSpaceOrTab { offset += 1 }
    guard offset >= cursor.end else { return nil }
    return mark == .hyphen ? 2 : 1
  }

  /// The fence of fenced code: its character and length.
  static func fence(_ cursor: LineCursor) -> (mark: UInt8, length: Int)? {
    let mark = cursor.peek(cursor.firstNonspace)
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var offset = cursor.firstNonspace
    while cursor.peek(offset) == mark { offset += 1 }
    let length = offset - cursor.firstNonspace
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`") {
      while offset < cursor.end {
        if cursor.peek(offset) == mark { return nil }
        offset += 1
      }
    }
    return (mark, length)
  }

  static func closesFence(_ cursor: LineCursor, mark: UInt8, length: Int) -> Bool {
    guard cursor.indent <= 3, cursor.peek(cursor.firstNonspace) == mark else { return false }
    var offset = cursor.firstNonspace
    while cursor.peek(offset) == mark { offset += 1 }
    guard offset - cursor.firstNonspace >= length else { return false }
    while offset < cursor.end, cursor.peek(offset).isSpaceOrTab { offset += 1 }
    return offset >= cursor.end
  }

  static func isThematicBreak(_ cursor: LineCursor) -> Bool {
    let mark = cursor.peek(cursor.firstNonspace)
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") || mark == .hyphen else { return false }
    var count = 0
    for offset in cursor.firstNonspace..<cursor.end {
      let byte = cursor.peek(offset)
      if byte == mark { count += 1 } else if !byte.isSpaceOrTab { return false }
    }
    return count >= 3
  }
}

/// The bullet or number of a list item.
struct ListMarker: Equatable {
  /// `-`, `*`, `+`, or the character behind a number: items of one list have the same.
  let mark: UInt8
  let isBullet: Bool
  /// In bytes.
  let width: Int

  /// - Parameter interruptsParagraph: whether the line would otherwise continue a paragraph, which only an item with text,
  ///   and among ordered ones only number 1, interrupts.
  init?(_ cursor: LineCursor, interruptsParagraph: Bool) {
    var offset = cursor.firstNonspace
    let first = cursor.peek(offset)
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "+") || first == .hyphen {
      (mark, isBullet) = (first, true)
    } else if first.isASCIIDigit {
      var number = 0
      while offset - cursor.firstNonspace < 9, cursor.peek(offset).isASCIIDigit {
        number = 10 * number + Int(cursor.peek(offset) - UInt8(ascii: "0"))
        offset += 1
      }
      if interruptsParagraph, number != 1 { return nil }
      (mark, isBullet) = (cursor.peek(offset), false)
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
    } else {
      return nil
    }
    offset += 1
    guard cursor.peek(offset).isMarkdownSpace else { return nil }
    width = offset - cursor.firstNonspace
    guard interruptsParagraph else { return }
    while offset < cursor.end, cursor.peek(offset).isSpaceOrTab { offset += 1 }
    if offset >= cursor.end { return nil }
  }
}
