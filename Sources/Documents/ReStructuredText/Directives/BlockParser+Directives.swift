/// Directives: what their content is to the document.
extension BlockParser {
  /// Reads a directive and returns whether a blank line closes it.
  mutating func parseDirective(_ run: inout Run, name nameOffsets: Range<Int>, markerEnd: Int) -> Bool {
    let line = run.line
    let lines = source.firstKnownIndentedBlock(
      run.lines, from: run.index, indent: markerEnd - line.start, keepsTop: true)
    let name = String(decoding: source.bytes[nameOffsets], as: UTF8.self)
    let specification = DirectiveSpecification.named(name)
    let offsets = source.offsets(from: line, to: lines.lines)
    let above = run.leadIn()
    run.index = max(lines.end, run.index + 1)
    do throws(DirectiveBlock.Refusal) {
      let block = try source.directiveBlock(
        name: name.lowercased(), offsets: offsets, lines: lines.lines, specification: specification)
      for element in elements(of: block, specification, allowsTitles: run.allowsTitles, leadIn: above) {
        append(element, to: &run)
        noteName(of: block, unlessRefused: element)
      }
    } catch {
      noteRefused(error, specification, at: offsets)
      append(Block(.complaint, at: offsets), to: &run)
    }
    return lines.endsWithBlank || run.index >= run.lines.count || run.line.isBlank
  }

  private mutating func noteRefused(
    _ refusal: DirectiveBlock.Refusal, _ specification: DirectiveSpecification, at offsets: Range<Int>
  ) {
    switch specification.content {
    case .table, .listTable, .csvTable: break
    default: return
    }
    switch refusal {
    case .invalidOption(let name, let place):
      noteMalformedTable(.invalidOption(name), at: place)
    case .malformed:
      noteMalformedTable(.emptyDirective, at: offsets)
    }
  }

  mutating func noteMalformedTable(_ reason: DocumentFault.MalformedTable, at offsets: Range<Int>) {
    document.faults.append(DocumentFault(.malformedTable(reason), at: source.range(offsets)))
  }

  private mutating func elements(
    of block: DirectiveBlock, _ specification: DirectiveSpecification, allowsTitles: Bool, leadIn: String
  ) -> [Block] {
    let complaint = [Block(.complaint, at: block.offsets)]
    let container: (inout BlockParser, [Block]) -> [Block] = { parser, title in
      [Block(.other, at: block.offsets, children: title + parser.parseNested(block.content))]
    }
    switch specification.content {
    case .body:
      return container(&self, [])
    case .classes:
      return source.areClassNames(block.argument) ? container(&self, []) : complaint
    case .titledBody:
      return block.content.isEmpty ? complaint : container(&self, [inlineElement(block.argument)])
    case .topicBody:
      return allowsTitles && !block.content.isEmpty ? container(&self, [inlineElement(block.argument)]) : complaint
    case .quote:
      return quotes(block.content)
    case .inlineText:
      return [inlineElement(block.argument.isEmpty ? block.content : block.argument)]
    case .literal:
      return block.content.isEmpty ? complaint : [literal(block.content)]
    case .image:
      return [image(block)]
    case .table:
      return tableDirective(block, leadIn: leadIn) ?? complaint
    case .listTable:
      return listTable(block, leadIn: leadIn) ?? complaint
    case .csvTable:
      return csvTable(block, leadIn: leadIn) ?? complaint
    case .role:
      return defineRole(block)
    case .defaultRole:
      inline.defaultRole = block.argument.isEmpty ? nil : WhiteSpace.collapsedString(source.rawText(block.argument))
      return []
    case .foreign:
      return block.content.isEmpty ? [] : [literal(block.content)]
    case .contents:
      return allowsTitles ? [contents(block)] : complaint
    case .include:
      document.includesFiles = true
      return [Block(.other, at: block.offsets)]
    case .nothing:
      return [Block(.other, at: block.offsets)]
    case .refused:
      return complaint
    }
  }

  private mutating func inlineElement(_ lines: [LineSlice]) -> Block {
    Block(.other, at: source.offsets(of: lines), content: inline.parse(lines, in: source))
  }

  /// `:name:` makes an element a target, whose name is compared as those of others are.
  private mutating func noteName(of block: DirectiveBlock, unlessRefused element: Block) {
    if case .complaint = element.kind { return }
    guard let option = block.option("name"), let name = option.lines.first.map({ _ in source.rawText(option.lines) })
    else { return }
    document.targets.append(
      LinkTarget(
        kind: .named, name: ReferenceName.normalized(name), text: ReferenceName.collapsed(name),
        range: source.range(source.offsets(of: option.lines))))
  }

  private mutating func contents(_ block: DirectiveBlock) -> Block {
    let title = inlineElement(block.argument)
    let name = block.argument.isEmpty ? Array("Contents".utf8) : title.content.text
    document.targets.append(
      LinkTarget(
        kind: .contents, name: ReferenceName.normalized(name), text: ReferenceName.collapsed(name),
        range: source.range(block.offsets)))
    return Block(.other, at: block.offsets)
  }

  /// Records where an image leads that is a substitution; `lines` are those of the directive, from its name on.
  mutating func noteImageTarget(_ lines: [LineSlice], at argument: Int) {
    guard var first = lines.first else { return }
    first.start = min(argument, first.end)
    let lines = [source.trimmingStart(of: first)] + lines.dropFirst()
    if let block = try? source.directiveBlock(
      name: "image", offsets: source.offsets(of: lines), lines: lines, specification: .named("image"))
    {
      noteTarget(ofImage: block)
    }
  }

  private mutating func noteTarget(ofImage block: DirectiveBlock) {
    guard let option = block.option("target") else { return }
    _ = noteDestination(option.lines.filter { !$0.isBlank }, text: "")
  }

  private mutating func image(_ block: DirectiveBlock) -> Block {
    noteTarget(ofImage: block)
    let alternative = block.option("alt").map { source.rawText($0.lines) } ?? []
    let picture = Block(.other, at: block.offsets, content: InlineContent(text: alternative))
    return Block(.other, at: block.offsets, children: [picture] + parseNested(block.content))
  }

  /// `.. role:: name(base)`
  private mutating func defineRole(_ block: DirectiveBlock) -> [Block] {
    let text = WhiteSpace.collapsedString(source.rawText(block.content.prefix(1)))
    let parts = text.split(separator: "(", maxSplits: 1)
    guard let name = parts.first else { return [Block(.complaint, at: block.offsets)] }
    let base = parts.count > 1 ? parts[1].split(separator: ")").first.map(String.init) : nil
    inline.define(role: name.filter { $0 != " " }, basedOn: base)
    return []
  }
}
