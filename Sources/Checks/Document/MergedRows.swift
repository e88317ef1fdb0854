import Diagnostics
import Documents
import Policy

/// Without the border between them, two rows are one: with two names in one cell, and two notes in another.
extension Rule {
  static let mergedRows = Rule(
    id: "merged-rows", family: .document, severity: .error,
    summary: "a row of a tier's grid table that holds two platforms, for want of a border between them",
    rationale: """
      A row is one platform's promise. Where the border between two rows was lost, docutils reads one row, whose name, \
      notes and contacts are those of both platforms run together, and says nothing. A name that merely goes on in the \
      next line is told from a second one by what it begins with and by where the other columns begin anew.
      """,
    remedy: "Put the border back between the two; `--fix` does it.",
    fix: .safe,
    accepted: [
      .rst(
        """
        Tier 3
        ======

        +---------------+-----------------------+--------------+
        | Platform      | Notes                 | Contacts     |
        +===============+=======================+==============+
        | Linux x86-64  | Runs on hardware that | Ada Lovelace |
        | (manylinux)   | IBM provides          |              |
        +---------------+-----------------------+--------------+
        | macOS ppc64,  |                       | Ada Lovelace |
        | Universal2    |                       |              |
        +---------------+-----------------------+--------------+
        | Free-threaded |                       | Ada Lovelace |
        | CPython       |                       | Grace Hopper |
        +---------------+-----------------------+--------------+
        | Emscripten on | Nightly wheels.       | Ada Lovelace |
        | Linux         | Used by the docs.     |              |
        +---------------+-----------------------+--------------+
        """)
    ],
    flagged: [
      .rst(
        """
        Tier 1
        ======

        +----------+------------+
        | Platform | Notes      |
        +==========+============+
        | iOS      | See [a]_   |
        | ↓Android  | See [b]_   |
        +----------+------------+
        | WASI     | See [c]_   |
        +----------+------------+

        .. [a] a
        .. [b] b
        .. [c] c
        """),
      .rst(
        """
        Tier 1
        ======

        +----------+-----------------+
        | Platform | Notes           |
        +==========+=================+
        | Haiku    | Nightly builds. |
        |          |                 |
        | ↓Plan 9   | On hardware     |
        |          | from a sponsor  |
        | ↓Ultrix   | None so far     |
        +----------+-----------------+
        """),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let known = KnownNames(context)
    for listing in context.located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices where context.document.tables[index].kind == .grid {
        let table = context.document.tables[index]
        let columns = TableColumns(table, of: listing.place.listing)
        guard let platform = columns.index(of: .platform) else { continue }
        for row in table.meantRows.dropFirst(columns.firstEntry) {
          guard row.contains(where: { $0.column == platform && $0.range.start.line < $0.range.end.line }),
            row.allSatisfy({ $0.columns == 1 && $0.rows == 1 })
          else { continue }
          let lines = RowLines(row, names: platform, contacts: columns.index(of: .contacts), in: context.file)
          let seams = lines.seams(known)
          for seam in seams { report(.merged(seam, in: listing.place.name, fix: lines.fix(at: seams))) }
        }
      }
    }
  }
}

/// The first words of names that stand for a system of their own.
private struct KnownNames {
  private var words: Set<String> = [
    "aix", "android", "cygwin", "dragonflybsd", "emscripten", "freebsd", "haiku", "illumos", "ios", "linux", "macos",
    "netbsd", "openbsd", "pypy", "solaris", "visionos", "wasi", "watchos", "windows",
  ]

  init(_ context: RuleContext) {
    for platform in context.agreement?.registry.platforms ?? [] { words.insert(Self.firstWord(platform.name)) }
  }

  func contains(_ name: String) -> Bool { words.contains(Self.firstWord(name)) }

  private static func firstWord(_ name: String) -> String {
    String(name.lowercased().prefix { $0.isLetter || $0.isNumber })
  }
}

/// A row's cells, line by line of the file.
private struct RowLines {
  struct Seam {
    /// The name that begins here, and its place.
    var name: LocatedText
    var line: Int
    /// The name above it.
    var above: String
  }

  private let file: SourceFile
  private let names: [Int: String]
  private let nameRange: SourceRange
  private let namesWidth: Int
  /// The columns of notes and the like; people are often listed one a line.
  private var texts: [[Int: String]] = []
  private var people: [[Int: String]] = []

  init(_ row: ArraySlice<TableCell>, names platform: Int, contacts: Int?, in file: SourceFile) {
    self.file = file
    var names: [Int: String] = [:]
    var nameRange = SourceRange.fileStart
    for cell in row where !cell.text.isEmpty {
      let next = row.first { $0.column > cell.column }?.range.start
      let offsets = CellLines(cell.range, kind: .grid, next: next).offsets(in: file)
      var lines: [Int: String] = [:]
      for (index, part) in offsets.enumerated() {
        let words = String(decoding: file.bytes[part], as: UTF8.self).split(separator: " ")
        if !words.isEmpty { lines[cell.range.start.line + index] = words.joined(separator: " ") }
      }
      switch cell.column {
      case platform: (names, nameRange) = (lines, cell.range)
      case contacts: people.append(lines)
      default: texts.append(lines)
      }
    }
    self.names = names
    self.nameRange = nameRange
    namesWidth = names.values.map { $0.count }.max() ?? 0
  }

  /// The lines where another name begins.
  func seams(_ known: KnownNames) -> [Seam] {
    var seams: [Seam] = []
    var above: (line: Int, name: String)?
    for (line, name) in names.sorted(by: { $0.key < $1.key }) {
      if let above, isSeam(line, name, above: above, known) {
        let start = SourcePosition(line: line, column: nameRange.start.column)
        let end = SourcePosition(line: line, column: nameRange.start.column + name.utf8.count)
        seams.append(Seam(name: LocatedText(name, at: SourceRange(start, end)), line: line, above: above.name))
      }
      above = (line, name)
    }
    return seams
  }

  private func isSeam(_ line: Int, _ name: String, above: (line: Int, name: String), _ known: KnownNames) -> Bool {
    guard known.contains(name) || name.first?.isUppercase == true, !goesOn(above.name), isBalanced(above.name),
      isBalanced(name), !(texts + people).contains(where: { continues($0, at: line) })
    else { return false }
    if known.contains(name), known.contains(above.name) { return true }
    return line > above.line + 1 || texts.contains { beginsAnew($0, at: line) }
  }

  /// Whether a line of text asks for another.
  private func goesOn(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    let lastWord = text.split(separator: " ").last.map { $0.lowercased() } ?? ""
    return ",;:/-+&(".contains(last) || Self.joining.contains(lastWord)
  }

  private static let joining: Set = [
    "and", "or", "on", "with", "without", "for", "of", "the", "in", "under", "by", "to",
  ]

  private func isBalanced(_ text: String) -> Bool {
    text.count { $0 == "(" } == text.count { $0 == ")" }
  }

  /// Whether the text of another column runs on at this line.
  private func continues(_ lines: [Int: String], at line: Int) -> Bool {
    guard let above = lines[line - 1] else { return false }
    return goesOn(above) || lines[line].map { $0.first?.isLowercase == true || $0.first == "(" } ?? false
  }

  /// Whether another text begins here: with a capital letter, below a line that it would have had room on or that begins
  /// with the same word.
  private func beginsAnew(_ lines: [Int: String], at line: Int) -> Bool {
    guard let text = lines[line], text.first?.isUppercase == true, let above = lines[line - 1] else { return false }
    let width = lines.values.map { $0.count }.max() ?? 0
    let word = text.prefix { $0 != " " }
    if above.hasPrefix(word + " "), text.count > word.count { return true }
    return ".!?".contains(above.last ?? " ") == false && above.count + 1 + word.count <= width
  }

  /// The border above the row, drawn once more above each seam.
  func fix(at seams: [Seam]) -> Fix? {
    var number = nameRange.start.line - 1
    while number > 0, file.line(number).first(where: { $0 != 0x20 }) == UInt8(ascii: "|") { number -= 1 }
    guard number > 0, file.line(number).first(where: { $0 != 0x20 }) == UInt8(ascii: "+") else { return nil }
    let border = file.line(number).map { $0 == UInt8(ascii: "=") ? UInt8(ascii: "-") : $0 }
    let next = file.line(number + 1).startIndex
    let ending = file.bytes[file.line(number).endIndex..<next]
    let edits = seams.map { seam in
      let start = file.line(seam.line).startIndex
      return TextEdit(start..<start, border + ending)
    }
    return Fix(.safe, "put the border back", edits: edits)
  }
}

extension Finding {
  fileprivate static func merged(_ seam: RowLines.Seam, in tier: String, fix: Fix?) -> Finding {
    Finding(
      "\(seam.name.text.quoted) stands in one row with \(seam.above.quoted) in the table of \(tier.quoted)",
      at: seam.name.range,
      help: "put a border between the two, or end the first line with a comma if they are one name",
      fix: fix)
  }
}
