/// The table of an index: a row a platform, in groups, which its reader can narrow.
///
/// A format without room for all columns joins those of one `group` in a single one.
package struct PageDirectory: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case text
      /// A word or two, which stay on a line.
      case short
      /// One of several narrow columns with a sign each. Cells that are `blank`, or empty, say nothing.
      case mark
    }

    package var title: PageText
    package var kind: Kind
    /// The title of the column that it is joined in.
    package var group: String

    package init(_ title: PageText, _ kind: Kind = .text, group: String) {
      self.title = title
      self.kind = kind
      self.group = group
    }
  }

  /// A choice of rows. There is room for eight; further ones are left out.
  package struct Filter: Hashable, Sendable {
    package var title: String
    package var number: Int

    package init(_ title: String, number: Int) {
      self.title = PageText.trimmed(title)
      self.number = number
    }
  }

  package struct Group: Hashable, Sendable {
    package var anchor: String
    package var title: PageText
    package var text: PageText
    package var rows: [Row]

    package init(_ anchor: String, _ title: PageText, _ text: PageText, rows: [Row]) {
      self.anchor = anchor
      self.title = title
      self.text = text
      self.rows = rows
    }
  }

  package struct Row: Hashable, Sendable {
    package var anchor: String
    /// The numbers of the filters that show it.
    package var filters: [Int]
    package var name: PageText
    package var note: PageText
    /// One for each column.
    package var cells: [PageText]

    package init(_ anchor: String, filters: [Int], name: PageText, note: PageText, cells: [PageText]) {
      self.anchor = anchor
      self.filters = filters
      self.name = name
      self.note = note
      self.cells = cells
    }
  }

  package static let filterLimit = 8

  package var caption: PageText
  /// What the rows are: `Platform`.
  package var head: PageText
  package let columns: [Column]
  package var filters: [Filter]
  package let groups: [Group]

  /// - Parameter rows: one whose cells are too few is filled up, one with too many is cut.
  package init(_ caption: PageText, head: PageText, columns: [Column], filters: [Filter], groups: [Group]) {
    self.caption = caption
    self.head = head
    self.columns = columns
    self.filters = filters.filter { (1...Self.filterLimit).contains($0.number) }
    self.groups = groups.map { group in
      var group = group
      for index in group.rows.indices {
        let cells = group.rows[index].cells.prefix(columns.count)
        group.rows[index].cells = cells + Array(repeating: PageText(), count: columns.count - cells.count)
      }
      return group
    }
  }

  /// One table a group, with a column for each group of columns.
  var tables: [(group: Group, table: PageTable)] {
    var titles: [String] = []
    for column in columns where !titles.contains(column.group) { titles.append(column.group) }
    return groups.map { group in
      let rows = group.rows.map { row in
        [row.note.isEmpty ? row.name : row.name + ": " + row.note] + titles.map { joined(row, $0) }
      }
      let table = PageTable(group.title, columns: [head] + titles.map { PageText($0) }, rows: rows)
      return (group, table.withoutEmptyColumns)
    }
  }

  private func joined(_ row: Row, _ title: String) -> PageText {
    let members = zip(columns, row.cells).filter { $0.0.group == title && !$0.1.isBlank }
    let isAlone = columns.count { $0.group == title } == 1
    let texts = members.map { column, cell -> PageText in
      if isAlone || column.title.text == title { return cell }
      return column.kind == .mark ? column.title + cell.remark : column.title.inSentence + " " + cell
    }
    return texts.joined(separator: members.contains { $0.0.kind == .mark } ? ", " : "; ")
  }
}

extension PageText {
  /// Whether it is empty, or a sign for nothing.
  var isBlank: Bool {
    parts.allSatisfy { part in
      if case .label(let label) = part { label.tone == .blank } else { false }
    }
  }

  /// Whether nobody would look for what it says: it is blank, or no more than that something is unknown.
  package var saysNothing: Bool {
    parts.allSatisfy { part in
      if case .label(let label) = part { label.tone == .blank || label.tone == .unknown } else { false }
    }
  }

  /// The text as words within a sentence.
  fileprivate var inSentence: PageText { PageText(text.prefix(1).lowercased() + text.dropFirst()) }

  /// What a mark says besides that it is there: ` (macOS 14 or later)`.
  fileprivate var remark: PageText {
    guard case .label(let label) = parts.first, label.tone == .partial, !label.text.isEmpty else { return PageText() }
    return PageText(" (\(label.text))")
  }
}
