/// Writes a directory as one table with a body for each group, and above it the choice of what is shown.
///
/// The choice needs no script: the stylesheet asks which button is on (`:has`).
struct HTMLDirectory {
  private let blocks: HTMLBlocks

  init(_ blocks: HTMLBlocks) {
    self.blocks = blocks
  }

  func node(of directory: PageDirectory) -> HTMLNode {
    let head = [directory.head] + directory.columns.map { $0.title }
    let titles = head.enumerated().map { number, title -> HTMLNode in
      let isMark = number > 0 && directory.columns[number - 1].kind == .mark
      let scope = HTMLAttribute("scope", "col")
      return .element("th", isMark ? [.type("mark"), scope] : [scope], blocks.nodes(of: title))
    }
    let table = HTMLNode.element(
      "table", [.type("directory")],
      [
        .element("caption", [.type("spoken")], blocks.nodes(of: directory.caption)),
        .element("thead", [], [.element("tr", [], titles)]),
      ] + directory.groups.map { body(of: $0, in: directory) })
    return .element("div", [.type("directory")], filters(of: directory) + [table])
  }

  private func filters(of directory: PageDirectory) -> [HTMLNode] {
    guard !directory.filters.isEmpty else { return [] }
    let all = PageDirectory.Filter("All", number: 0)
    let choices = ([all] + directory.filters).map { filter -> HTMLNode in
      let button = [
        HTMLAttribute("type", "radio"), HTMLAttribute("name", "show"), .id("show-\(filter.number)"),
      ]
      let checked = filter.number == 0 ? [HTMLAttribute("checked", "")] : []
      return .element("label", [], [.element("input", button + checked), .text(filter.title)])
    }
    return [.element("fieldset", [.type("filter")], [.element("legend", text: "Show")] + choices)]
  }

  private func body(of group: PageDirectory.Group, in directory: PageDirectory) -> HTMLNode {
    let title = HTMLNode.element(
      "th", [HTMLAttribute("colspan", String(directory.columns.count + 1)), HTMLAttribute("scope", "rowgroup")],
      blocks.nodes(of: group.title) + (group.text.isEmpty ? [] : [.text(" ")] + blocks.nodes(of: group.text)))
    return .element(
      "tbody", [.id(group.anchor)],
      [.element("tr", [.type("group")], [title])] + group.rows.map { node(of: $0, in: directory) })
  }

  private func node(of row: PageDirectory.Row, in directory: PageDirectory) -> HTMLNode {
    var name = blocks.nodes(of: row.name)
    if !row.note.isEmpty { name += [.text(" "), .element("small", [], blocks.nodes(of: row.note))] }
    let cells = zip(directory.columns, row.cells).map { column, cell -> HTMLNode in
      let label = cell.isBlank ? [] : [HTMLAttribute("data-label", column.title.text)]
      guard column.kind == .mark else {
        let type = column.kind == .short ? [HTMLAttribute.type("short")] : []
        return .element("td", type + label, blocks.nodes(of: cell))
      }
      guard case .label(let mark) = cell.parts.first else { return .element("td", [.type("mark")]) }
      return .element("td", [.type(mark.tone?.mark ?? "mark")] + label, blocks.words(of: mark))
    }
    let filters = row.filters.map(String.init).joined(separator: " ")
    return .element(
      "tr", [.id(row.anchor), HTMLAttribute("data-show", filters)],
      [.element("th", [HTMLAttribute("scope", "row")], name)] + cells)
  }
}
