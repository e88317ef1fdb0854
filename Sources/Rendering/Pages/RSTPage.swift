import Documents

/// Writes a page as reStructuredText for Sphinx.
struct RSTPage {
  private static let width = 79

  private let page: Page
  private let frame: PageFrame
  private var lines: [[UInt8]] = []
  /// No link uses a name: a name is one for the whole page, and could be that of a section or label.
  private var targets = LinkTargets(allowsNames: false)

  init(_ page: Page, in frame: PageFrame) {
    self.page = page
    self.frame = frame
  }

  var bytes: [UInt8] {
    var page = self
    page.write()
    return page.lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  private mutating func write() {
    add(words: ".. Written by ", PageRenderer.mark, "; changes are lost.")
    if let header = frame.header { add(header) }
    // For `:ref:` from the project's other pages.
    lines.append(Array(".. _`\(label)`:".utf8))
    lines.append([])
    addTitle(page.title, UInt8(ascii: "="))
    for block in page.lead { add(block) }
    for section in page.sections {
      addTitle(section.title, UInt8(ascii: "-"))
      for block in section.blocks { add(block) }
    }
    addSource()
    addContents()
    if let footer = frame.footer { add(footer) }
    if lines.last == [] { lines.removeLast() }
  }

  /// `platform-tiers-platforms-windows-x86`
  private var label: String {
    let parts = ["platform-tiers", page.path.folder, page.path.name].compactMap { $0 }
    return parts.joined(separator: "-")
  }

  private mutating func add(words: StaticString...) {
    lines.append(words.flatMap { Array($0.description.utf8) })
    lines.append([])
  }

  private mutating func add(_ markup: ProjectMarkup) {
    lines.append(Array(markup.source.utf8))
    lines.append([])
  }

  private mutating func addTitle(_ title: PageText, _ adornment: UInt8) {
    let line = RSTLine.wrap(words(of: title), limit: .max).first ?? []
    lines.append(line)
    lines.append(Array(repeating: adornment, count: max(4, RSTWord.width(of: line))))
    lines.append([])
  }

  private mutating func add(_ block: PageBlock) {
    switch block {
    case .paragraph(let text): addBlock(of: text)
    case .list(let items): for item in items { addBlock(of: item, bullet: "*") }
    case .definitions(let definitions):
      for definition in definitions {
        lines.append(Array(definition.term.utf8))
        addBlock(of: definition.text, margin: 3)
      }
    case .table(let table): add(table.narrow)
    case .timeline(let timeline): addBlock(of: PageText(timeline.summary))
    case .directory(let directory):
      for (group, table) in directory.tables {
        addBlock(of: group.text)
        add(table)
      }
    case .figures(let figures):
      for figure in figures { addBlock(of: PageText(figure.value) + " " + figure.text, bullet: "*") }
    case .picture(let picture): add(picture)
    case .files(let files): for file in files { add(file) }
    }
  }

  private mutating func add(_ picture: PagePicture) {
    lines.append(Array(".. image:: \(page.path.wayToRoot)\(picture.file.name)".utf8))
    // An option's text has no markup.
    lines.append(Array("   :alt: \(picture.text)".utf8))
    lines.append(Array("   :class: \(PageStylesheet.tableClass)".utf8))
    lines.append([])
  }

  /// Sphinx copies what is there to be downloaded.
  private mutating func add(_ file: PageFileLink) {
    lines.append(Array("* :download:`\(file.text) <\(page.path.wayToRoot)\(file.file.name)>`".utf8))
    lines.append([])
  }

  /// Where the same facts are for programs, and where they can be edited.
  private mutating func addSource() {
    let file = page.path.wayToRoot + frame.data.description
    lines.append(Array("The same facts for programs: :download:`\(frame.data) <\(file)>`".utf8))
    lines.append([])
    if let address = page.editAddress { addBlock(of: PageText("Edit what this page is made of", uri: address)) }
  }

  /// A paragraph, indented or behind a bullet.
  private mutating func addBlock(of text: PageText, bullet: StaticString? = nil, margin: Int = 0) {
    let margin = bullet == nil ? margin : 2
    let wrapped = RSTLine.wrap(words(of: text), limit: Self.width - margin)
    let indentation = Array(repeating: UInt8(ascii: " "), count: margin)
    for (number, line) in wrapped.enumerated() {
      let start = number == 0 ? bullet.map { Array($0.description.utf8) + [UInt8(ascii: " ")] } : nil
      lines.append((start ?? indentation) + line)
    }
    if !wrapped.isEmpty { lines.append([]) }
  }

  private mutating func add(_ table: PageTable) {
    guard !table.rows.isEmpty, !table.columns.isEmpty else { return }
    let caption = RSTLine.wrap(words(of: table.caption), limit: .max).first ?? []
    lines.append(Array(".. list-table:: ".utf8) + caption)
    lines.append(Array("   :header-rows: 1".utf8))
    lines.append(Array("   :stub-columns: 1".utf8))
    lines.append(Array("   :class: \(PageStylesheet.tableClass)".utf8))
    lines.append([])
    let layout = ListTable.Layout(width: Self.width)
    for row in [table.columns] + table.rows { lines += ListTable.lines(row.map { words(of: $0) }, layout) }
    lines.append([])
  }

  /// Sphinx wants every page to be in some table of contents.
  private mutating func addContents() {
    guard !page.children.isEmpty else { return }
    add(words: ".. toctree::\n   :hidden:")
    for child in page.children { lines.append(Array("   \(child.text)".utf8)) }
    lines.append([])
  }

  private mutating func words(of text: PageText) -> [RSTWord] {
    // A literal has no escapes.
    let inlines = text.withoutCode { $0.contains("`") }.parts.map { part in
      switch part {
      case .element(let element): return RSTInline.element(element)
      case .day(let day): return .element(.text(day))
      case .label(let label):
        guard let target = label.page else { return .element(.text(label.signed)) }
        return .document(text: label.signed, name: target.relative(to: page.path, ending: ""))
      }
    }
    return RSTCell.words(of: inlines, targets: &targets)
  }
}
