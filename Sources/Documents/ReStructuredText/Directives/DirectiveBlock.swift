/// The lines of a directive, told apart.
struct DirectiveBlock {
  struct Option {
    var name: String
    var nameOffsets: Range<Int>
    /// The lines of the option's value.
    var lines: [LineSlice]
  }

  /// Why docutils refuses a directive.
  enum Refusal: Error {
    case invalidOption(name: String, offsets: Range<Int>)
    case malformed
  }

  var name: String
  /// The directive's own first line, from its two dots on, to its last.
  var offsets: Range<Int>
  var argument: [LineSlice] = []
  var options: [Option] = []
  var content: [LineSlice] = []

  func option(_ name: String) -> Option? { options.first { $0.name == name } }
}

extension SourceText {
  /// Divides a directive's lines as docutils does: arguments and options up to the first blank line, content behind it.
  func directiveBlock(
    name: String, offsets: Range<Int>, lines: [LineSlice], specification: DirectiveSpecification
  ) throws(DirectiveBlock.Refusal) -> DirectiveBlock {
    var block = DirectiveBlock(name: name, offsets: offsets)
    var lines = lines[...]
    if lines.first?.isBlank == true { lines.removeFirst() }
    while lines.last?.isBlank == true { lines.removeLast() }
    guard specification.takesArguments || specification.options != nil else {
      block.content = Array(lines.drop { $0.isBlank })
      return block
    }
    let blank = lines.firstIndex { $0.isBlank } ?? lines.endIndex
    var head = Array(lines[..<blank])
    block.content = Array(lines[blank...].drop { $0.isBlank })
    if let names = specification.options, let first = head.firstIndex(where: { fieldMarker($0) != nil }) {
      block.options = try options(Array(head[first...]), names: names)
      head.removeSubrange(first...)
    }
    if specification.takesArguments {
      block.argument = head
    } else if !head.isEmpty {
      block.content = head + Array(lines[blank...])
    }
    try checkArguments(of: block, specification)
    return block
  }

  private func checkArguments(
    of block: DirectiveBlock, _ specification: DirectiveSpecification
  ) throws(DirectiveBlock.Refusal) {
    if !block.content.isEmpty, !specification.hasContent { throw .malformed }
    guard specification.takesArguments else { return }
    let words = rawText(block.argument).split { $0 == 0x20 || $0 == 0x0A }.count
    let limit = specification.requiredArguments + specification.optionalArguments
    if words < specification.requiredArguments || words > limit && !specification.isLastArgumentFree {
      throw .malformed
    }
  }

  private func options(
    _ lines: [LineSlice], names: [String]
  ) throws(DirectiveBlock.Refusal) -> [DirectiveBlock.Option] {
    var options: [DirectiveBlock.Option] = []
    var index = 0
    while index < lines.count {
      guard let marker = fieldMarker(lines[index]) else { throw .malformed }
      let nameOffsets = lines[index].start + 1..<marker.nameEnd
      let name = String(decoding: bytes[nameOffsets], as: UTF8.self).lowercased()
      guard names.contains(name), !options.contains(where: { $0.name == name }) else {
        throw .invalidOption(name: name, offsets: nameOffsets)
      }
      let value = firstKnownIndentedBlock(lines, from: index, indent: marker.length)
      options.append(DirectiveBlock.Option(name: name, nameOffsets: nameOffsets, lines: value.lines))
      index = max(value.end, index + 1)
    }
    return options
  }

  func text(of option: DirectiveBlock.Option?) -> String? {
    option.map { String(decoding: rawText($0.lines), as: UTF8.self) }
  }

  /// Whether each word has a letter, without which docutils can make no identifier of it.
  func areClassNames(_ lines: [LineSlice]) -> Bool {
    rawText(lines).split { $0 == 0x20 || $0 == 0x0A }.allSatisfy { word in
      word.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
    }
  }
}
