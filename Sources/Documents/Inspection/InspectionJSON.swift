import Diagnostics

/// Writes a document as JSON; `DocumentInspection.json` describes it.
struct InspectionJSON {
  private let document: PolicyDocument

  init(_ document: PolicyDocument) {
    self.document = document
  }

  func write() -> [UInt8] {
    var json = JSONWriter(indentation: 1)
    json.object { json in
      json.member("format", document.format.rawValue)
      json.member("title", document.title?.title)
      json.member("label", document.label?.name)
      writeFields(to: &json)
      writeList("sections", document.sections, to: &json, Self.write)
      json.key("tables")
      json.array { json in
        for index in document.tables.indices where document.tables[index].isPublished {
          json.object { write(index, to: &$0) }
        }
      }
      json.key("lists")
      json.array { json in
        for list in document.lists { json.object { write(list, to: &$0) } }
      }
      writeList("targets", document.targets.filter { $0.kind.isHyperlink }, to: &json, Self.write)
      writeList("references", document.references, to: &json, Self.write)
      writeList("links", document.links, to: &json, Self.write)
      writeList("faults", document.faults, to: &json, Self.write)
    }
    return json.finished()
  }

  /// An array with each element on a line of its own.
  private func writeList<Element>(
    _ key: String, _ elements: [Element], to json: inout JSONWriter, _ write: (Element, inout JSONWriter) -> Void
  ) {
    json.key(key)
    json.array { json in
      for element in elements { json.object(.line) { write(element, &$0) } }
    }
  }

  private func writeFields(to json: inout JSONWriter) {
    var names: Set<String> = []
    json.key("fields")
    json.object { json in
      for field in document.fields where names.insert(field.name).inserted { json.member(field.name, field.value) }
    }
  }

  private func write(_ index: Int, to json: inout JSONWriter) {
    let table = document.tables[index]
    writeLines(table.range, under: table.section, to: &json)
    json.member("kind", table.kind.rawValue)
    json.key("nested")
    json.value(table.isNested)
    json.member("caption", table.caption)
    let nested = document.tables[(index + 1)...].prefix { $0.nesting > table.nesting }.filter { $0.isPublished }
    writeRows("head", ([table] + nested).map { $0.head }, to: &json)
    // In docutils' order, which is the document's: those of a table in the head stand above the table's own.
    let top = table.headRowCount > 0 ? table.body.joined().first?.range.start.line ?? .max : 0
    let above = nested.filter { $0.range.start.line < top }.map { $0.body }
    let below = nested.filter { $0.range.start.line >= top }.map { $0.body }
    writeRows("body", above + [table.body] + below, to: &json)
  }

  private func writeRows(_ key: String, _ parts: [Slice<TableRows>], to json: inout JSONWriter) {
    json.key(key)
    json.array { json in
      for row in parts.joined() {
        json.array { json in
          for cell in row { json.object(.line) { Self.write(cell, to: &$0) } }
        }
      }
    }
  }

  private func write(_ list: BulletList, to json: inout JSONWriter) {
    writeLines(list.range, under: list.section, to: &json)
    writeList("items", list.items, to: &json) { item, json in
      json.member("text", item.text)
      Self.writePlace(item.range, to: &json)
    }
  }

  private func writeLines(_ range: SourceRange, under section: Int?, to json: inout JSONWriter) {
    json.member("line", range.start.line)
    json.member("endLine", range.lastLine)
    json.member("section", document.sectionTitle(section))
  }
}

extension InspectionJSON {
  private static func write(_ cell: TableCell, to json: inout JSONWriter) {
    json.member("text", cell.text)
    writePlace(cell.range, to: &json)
    json.member("columns", cell.columns)
    json.member("rows", cell.rows)
  }

  private static func write(_ section: Section, to json: inout JSONWriter) {
    json.member("title", section.title)
    json.member("level", section.level)
    json.member("line", section.titleRange.start.line)
  }

  private static func write(_ target: LinkTarget, to json: inout JSONWriter) {
    json.member("name", target.name)
    json.member("uri", target.uri)
    writePlace(target.range, to: &json)
    json.member("kind", target.kind.word)
  }

  private static func write(_ reference: Reference, to json: inout JSONWriter) {
    json.member("name", reference.name)
    writePlace(reference.range, to: &json)
    json.member("kind", "\(reference.kind)")
  }

  private static func write(_ link: Link, to json: inout JSONWriter) {
    json.member("uri", link.uri)
    json.member("text", link.text)
    writePlace(link.range, to: &json)
  }

  private static func write(_ fault: DocumentFault, to json: inout JSONWriter) {
    json.member("kind", fault.kind.word)
    json.member("message", fault.kind.sentence)
    writePlace(fault.range, to: &json)
    json.member("endLine", fault.range.end.line)
    json.member("endColumn", fault.range.end.column)
  }

  private static func writePlace(_ range: SourceRange, to json: inout JSONWriter) {
    json.member("line", range.start.line)
    json.member("column", range.start.column)
  }
}

extension LinkTarget.Kind {
  /// What `inspect` calls it.
  var word: String {
    switch self {
    case .external: "external"
    case .internal: "internal"
    case .indirect: "indirect"
    case .alias: "alias"
    case .anonymous: "anonymous"
    case .footnote: "footnote"
    case .citation: "citation"
    case .substitution: "substitution"
    case .heading: "heading"
    case .contents: "contents"
    case .named: "named"
    }
  }
}
