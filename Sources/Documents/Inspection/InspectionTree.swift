import Diagnostics

/// Writes a document as an outline; `DocumentInspection.tree` describes it.
struct InspectionTree {
  private let document: PolicyDocument
  private var entries: [(start: SourcePosition, lines: [String])] = []

  init(_ document: PolicyDocument) {
    self.document = document
    addHeader()
    for section in document.sections {
      add(section.range, "section \(section.level)", text: section.title)
    }
    for table in document.tables { add(table) }
    for list in document.lists { add(list) }
    addLinks()
    for comment in document.comments {
      let scope = comment.scope.map { " scope \($0)" } ?? ""
      add(comment.range, "comment", text: comment.text, rest: scope)
    }
    for fault in document.faults { add(fault.range, "fault \(fault.kind.word)", text: fault.kind.sentence) }
  }

  var text: String {
    let sorted = entries.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
    return "document \(document.format.rawValue)\n"
      + sorted.flatMap { $0.element.lines }.map { $0 + "\n" }.joined()
  }

  private mutating func addHeader() {
    if let label = document.label { add(label.range, "label", text: label.name) }
    for field in document.fields {
      add(field.range, "field", text: field.name, rest: " \(field.valueRange) \(Self.quoted(field.value))")
    }
  }

  private mutating func addLinks() {
    for target in document.targets where target.kind != .heading {
      var rest = ""
      if let name = target.kind.nextName { rest = " to \(Self.quoted(name))" }
      if let uri = target.uri { rest += " <\(VisibleText.of(uri))>" }
      add(target.range, "target \(target.kind.word)", text: target.name, rest: rest)
    }
    for reference in document.references {
      add(reference.range, "reference \(reference.kind)", text: reference.name)
    }
    for link in document.links {
      add(link.range, "link", text: link.text, rest: " <\(VisibleText.of(link.uri))>")
    }
  }

  private mutating func add(_ table: Table) {
    let nested = table.isNested ? " nested" : ""
    var lines = [Self.line("table \(table.kind.rawValue)", table.range, document.sectionTitle(table.section)) + nested]
    if !table.leadIn.isEmpty { lines.append("  lead-in \(Self.quoted(table.leadIn))") }
    if let caption = table.caption { lines.append("  caption \(Self.quoted(caption))") }
    lines += Self.lines(of: table.rows, headCount: table.headRowCount, indentation: "  ")
    if let intended = table.intendedRows {
      lines.append("  intended")
      lines += Self.lines(of: intended, headCount: table.headRowCount, indentation: "    ")
    }
    entries.append((table.range.start, lines))
  }

  private mutating func add(_ list: BulletList) {
    var lines = [Self.line("list", list.range, document.sectionTitle(list.section))]
    if !list.leadIn.isEmpty { lines.append("  lead-in \(Self.quoted(list.leadIn))") }
    for item in list.items {
      lines.append("  " + Self.line("item", item.range, item.text))
      lines += item.emphasised.map { "    " + Self.line("emphasis", $0.range, $0.text) }
    }
    entries.append((list.range.start, lines))
  }

  private mutating func add(_ range: SourceRange, _ kind: String, text: String, rest: String = "") {
    entries.append((range.start, [Self.line(kind, range, text) + rest]))
  }

  private static func lines(of rows: TableRows, headCount: Int, indentation: String) -> [String] {
    rows.enumerated().flatMap { index, row in
      [indentation + (index < headCount ? "head" : "row")]
        + row.map { cell in
          var line = "\(indentation)  cell \(cell.range) \(quoted(cell.text))"
          if cell.columns > 1 { line += " columns \(cell.columns)" }
          if cell.rows > 1 { line += " rows \(cell.rows)" }
          return line
        }
    }
  }

  private static func line(_ kind: String, _ range: SourceRange, _ text: String?) -> String {
    "\(kind) \(range)" + (text.map { " " + quoted($0) } ?? "")
  }

  /// In quotes, on one line, with nothing invisible.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in VisibleText.of(text) {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
