/// How text is laid out for a person: how wide it may get, and which of a terminal's means it may use.
///
/// Lines are wrapped between words and never inside one, so a long word (an address, a path) may stand out.
package struct Layout: Sendable {
  /// How wide the terminal is; nil where there is none.
  package var terminalColumns: Int?
  package var isColored = false
  /// Whether links may be behind words (OSC 8).
  package var hasLinks = false
  /// Whether signs such as `✓` can be shown.
  package var hasSigns = true

  package init() {}

  /// How wide lines may get: 80 where there is no terminal.
  package var columns: Int { max(Self.leastColumns, terminalColumns ?? 80) }

  private static let leastColumns = 24

  /// One line, without its end.
  package func line(_ text: StyledText) -> String {
    text.pieces.map { painted($0) }.joined()
  }

  /// Lines with their ends.
  ///
  /// - Parameters:
  ///   - indent: the columns before the first line.
  ///   - hanging: how many more stand before the others.
  package func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int = 0) -> String {
    let margin = Self.blanks(indent)
    let lines = wrapped(text, first: columns - indent, rest: columns - indent - hanging)
    return lines.enumerated().map { index, text in
      (text.isEmpty ? "" : margin + (index == 0 ? "" : Self.blanks(hanging)) + line(text)) + "\n"
    }.joined()
  }

  /// Rows of cells, with two spaces between the columns and none at the end of a line. Where they do not fit, the cells of
  /// the widest columns are wrapped.
  package func table(_ rows: [[StyledText]], indent: Int = 0) -> String {
    let widths = widths(of: rows, within: columns - indent)
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in wrappedCell(cell, width) }
      let count = cells.map { $0.count }.max() ?? 0
      return (0..<count).map { number in
        let parts = cells.map { number < $0.count ? $0[number] : "" }
        return Self.blanks(indent) + joined(parts, widths) + "\n"
      }.joined()
    }.joined()
  }

  /// What a cell begins with blanks for stays below it.
  private func wrappedCell(_ cell: StyledText, _ width: Int) -> [StyledText] {
    let blanks = cell.pieces.first?.text.prefix { $0 == " " }.count ?? 0
    let hanging = blanks == 0 ? 0 : blanks + 2
    let lines = wrapped(cell, first: width, rest: width - hanging)
    return lines.prefix(1) + lines.dropFirst().map { StyledText(Self.blanks(hanging)) + $0 }
  }

  private func joined(_ cells: [StyledText], _ widths: [Int]) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    return cells.prefix(last + 1).enumerated().map { index, cell in
      line(cell) + (index == last ? "" : Self.blanks(max(0, widths[index] - cell.columns) + 2))
    }.joined()
  }

  /// As wide as the cells are and, where that is too much, the widest ones narrower, down to their longest words.
  private func widths(of rows: [[StyledText]], within room: Int) -> [Int] {
    let count = rows.map { $0.count }.max() ?? 0
    func widest(_ width: (StyledText) -> Int) -> [Int] {
      (0..<count).map { column in rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0 }
    }
    var widths = widest { $0.columns }
    var excess = widths.reduce(2 * (count - 1), +) - room
    guard excess > 0 else { return widths }
    // An address alone makes no column wide.
    let least = widest { cell in cell.words.map { min($0.columns, room / 4) }.max() ?? 0 }
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }.sorted { widths[$0] > widths[$1] }
      guard let column = shrinkable.first else { break }
      let next = shrinkable.count > 1 ? min(widths[shrinkable[1]], widths[column] - 1) : 0
      let width = max(least[column], next, widths[column] - excess)
      excess -= widths[column] - width
      widths[column] = width
    }
    return widths
  }

  /// - Returns: one line at least.
  private func wrapped(_ text: StyledText, first: Int, rest: Int) -> [StyledText] {
    guard text.columns > first else { return [text] }
    var lines: [StyledText] = []
    var current: StyledText?
    var width = 0
    for word in text.words {
      let room = lines.isEmpty ? first : rest
      if current != nil, width + 1 + word.columns <= room {
        current?.append(word: word)
        width += 1 + word.columns
      } else {
        // Where two spaces meet at the end of a line, none begins the next one.
        if let line = current { lines.append(line.withoutBlanksAtEnd) }
        current = word.isEmpty && !lines.isEmpty ? nil : word
        width = word.columns
      }
    }
    return lines + [current ?? ""]
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

// MARK: - A terminal's means

extension Layout {
  private func painted(_ piece: StyledText.Piece) -> String {
    var text = piece.text
    if isColored, let look = piece.look, !text.isEmpty { text = "\u{1B}[\(Self.code(of: look))m\(text)\u{1B}[0m" }
    if hasLinks, let uri = piece.uri, uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      text = "\u{1B}]8;;\(uri)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
    return text
  }

  /// Bright colours: the dark ones cannot be read on every background.
  private static func code(of look: StyledText.Look) -> String {
    switch look {
    case .strong: "1"
    case .quiet: "94"
    case .good: "92"
    case .severity(.error): "1;91"
    case .severity(.warning): "1;93"
    case .severity(.info): "1;96"
    }
  }
}
