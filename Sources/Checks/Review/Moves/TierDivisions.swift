import Diagnostics
import Documents
import Policy

/// What sets rows of one tier's section apart: headings below the tier's own, as in `No longer built`, and the words before
/// a further table. To the policy all of them are the tier's.
struct TierDivisions {
  private let document: LocatedDocument
  /// In the order of their lines.
  private var blocks: [(range: SourceRange, title: String?)] = []

  init(_ document: LocatedDocument) {
    self.document = document
    for listing in document.located.listings where listing.place.tier != nil {
      switch listing.form {
      case .tables(let indices):
        for (number, table) in indices.map({ document.document.tables[$0] }).enumerated() {
          let words = [table.leadIn, table.caption ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
          add(table.range, words, in: table.section, isFirst: number == 0, of: listing)
        }
      case .lists(let indices):
        for (number, list) in indices.map({ document.document.lists[$0] }).enumerated() {
          add(list.range, list.leadIn, in: list.section, isFirst: number == 0, of: listing)
        }
      case .missing: break
      }
    }
    blocks.sort { $0.range.start < $1.range.start }
  }

  /// - Parameter isFirst: of its tier. What introduces the first table is about the tier, unless it takes it back.
  private mutating func add(
    _ range: SourceRange, _ words: String, in section: Int?, isFirst: Bool, of listing: LocatedListing
  ) {
    let sections = document.document.sections
    let heading = sections.firstIndex { $0.range == listing.heading.range } ?? sections.count
    var titles: [String] = []
    var level = Int.max
    for index in stride(from: section ?? -1, to: heading, by: -1) where sections[index].level < level {
      titles.insert(sections[index].title, at: 0)
      level = sections[index].level
    }
    if let frame = frame(of: range) {
      titles.append(frame)
    } else if !words.isEmpty, !isFirst || words.last == ":" && words.takesBack {
      titles.append(words)
    } else if !isFirst, titles.isEmpty {
      titles.append("a further table")
    }
    blocks.append((range, titles.isEmpty ? nil : titles.joined(separator: ", ")))
  }

  /// The line in whose indented part a table stands: a directive's, as in `.. admonition:: No longer built`, or an item's.
  private func frame(of range: SourceRange) -> String? {
    guard range.start.column > 1 else { return nil }
    for number in stride(from: range.start.line - 1, to: 0, by: -1) {
      let line = String(decoding: document.file.line(number), as: UTF8.self)
      let indentation = line.prefix { $0 == " " || $0 == "\t" }.utf8.count
      guard indentation + 1 < range.start.column, !line.allSatisfy({ $0.isWhitespace }) else { continue }
      let text = line[...].words.spaced
      guard !Self.tables.contains(where: text.hasPrefix) else { return nil }
      // Below a paragraph that only is further to the left it is a quote.
      return Self.openings.contains(where: text.hasPrefix) || text.takesBack ? text : nil
    }
    return nil
  }

  /// Directives that are tables themselves.
  private static let tables = [".. table::", ".. list-table::", ".. csv-table::"]
  /// How directives and items begin.
  private static let openings = [".. ", "- ", "* ", "+ ", "• ", "#. ", "1. ", "> ", ":::"]

  /// What sets a row apart that begins here.
  subscript(position: SourcePosition) -> String? {
    let end = blocks.partitioningIndex { $0.range.start > position }
    guard end > 0, position < blocks[end - 1].range.end else { return nil }
    return blocks[end - 1].title
  }
}
