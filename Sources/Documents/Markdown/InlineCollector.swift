import Diagnostics

/// Collects what one content reads as from the nodes that libcmark gives.
struct InlineCollector {
  private let job: InlineReader.Job
  private let file: SourceFile
  private let content: [UInt8]
  private var text: [UInt8] = []
  private var openEmphases: [Int] = []
  private var emphases: [(offsets: Range<Int>, range: SourceRange)] = []
  private var openLinks: [Int] = []
  private(set) var references: [Reference] = []
  private(set) var links: [Link] = []
  private(set) var comments: [Comment] = []
  /// Stretches in which brackets are no reference's, in order.
  private var covered: [Range<Int>] = []

  /// The columns of a content start behind `# `.
  private static let firstColumn = 3
  /// A link's text is kept up to this length: images nest, and each would have all that is in it.
  private static let linkTextLimit = 1024

  init(_ job: InlineReader.Job, file: SourceFile, content: [UInt8]) {
    self.job = job
    self.file = file
    self.content = content
  }

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: node.appendLiteral(to: &text)
    case .code:
      node.appendLiteral(to: &text)
      cover(node)
    case .lineBreak: text.append(.space)
    case .html:
      cover(node)
      readHTML(node)
    case .emphasis: openEmphases.append(text.count)
    case .link, .image:
      openLinks.append(text.count)
      cover(node)
    default: break
    }
  }

  mutating func exit(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis:
      guard let start = openEmphases.popLast(), let offsets = offsets(of: node) else { return }
      emphases.append((start..<text.count, range(offsets)))
    case .link, .image:
      guard let start = openLinks.popLast() else { return }
      readLink(node, text: PlainText.collapsed(text[start...].prefix(Self.linkTextLimit)))
    default: break
    }
  }

  /// What was collected, texts as the document has them.
  func finish() -> Self.Result {
    let collapsed = PlainText.collapsed(text[...])
    let emphasised = job.needsText ? collapsedEmphases(in: collapsed) : []
    var all = references
    all += undefinedReferences()
    all.sort { $0.range.start < $1.range.start }
    return Result(text: collapsed, emphasised: emphasised, references: all, links: links, comments: comments)
  }

  private func collapsedEmphases(in collapsed: String) -> [BulletList.Emphasis] {
    // Bytes that are not UTF-8 have another length in the text.
    guard !emphases.isEmpty, let written = String(validating: text, as: UTF8.self) else { return [] }
    let marks = emphases.flatMap { [$0.offsets.lowerBound, $0.offsets.upperBound] }.sorted()
    let places = PlainText.collapsedOffsets(of: marks, in: written)
    let utf8 = Array(collapsed.utf8)
    return emphases.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }.compactMap { emphasis in
      guard let start = places[emphasis.offsets.lowerBound], let end = places[emphasis.offsets.upperBound],
        start <= end, end <= utf8.count
      else { return nil }
      let offsets = utf8.trimmed(start..<end)
      let words = String(decoding: utf8[offsets], as: UTF8.self)
      return BulletList.Emphasis(text: words, offsets: offsets, range: emphasis.range)
    }
  }

  struct Result {
    var text: String
    var emphasised: [BulletList.Emphasis]
    var references: [Reference]
    var links: [Link]
    var comments: [Comment]
  }

  // MARK: Places

  /// Where a node stands in the content; nil if libcmark gives a place outside it.
  private func offsets(of node: MarkdownNode) -> Range<Int>? {
    let start = node.columns.lowerBound - Self.firstColumn
    let end = node.columns.upperBound - Self.firstColumn + 1
    return start >= 0 && end <= content.count && start < end ? start..<end : nil
  }

  private func fileOffset(_ offset: Int) -> Int {
    var after = 0
    var end = job.origins.count
    while after < end {
      let middle = (after + end) / 2
      if job.origins[middle].offset <= offset { after = middle + 1 } else { end = middle }
    }
    guard after > 0 else { return job.scope.lowerBound }
    let origin = job.origins[after - 1]
    return origin.fileOffset + offset - origin.offset
  }

  private func range(_ offsets: Range<Int>) -> SourceRange {
    let start = fileOffset(offsets.lowerBound)
    guard !offsets.isEmpty else { return file.range(start..<start) }
    return file.range(start..<max(start, fileOffset(offsets.upperBound - 1) + 1))
  }

  private mutating func cover(_ node: MarkdownNode) {
    if let offsets = offsets(of: node) { covered.append(offsets) }
  }

  // MARK: Constructs

  private mutating func readHTML(_ node: MarkdownNode) {
    guard let offsets = offsets(of: node), content.starts(with: "<!--", in: offsets), offsets.count >= 7 else { return }
    let inner = content[offsets.lowerBound + 4..<offsets.upperBound - 3]
    comments.append(
      Comment(text: PlainText.collapsed(inner), range: range(offsets), scope: file.range(job.scope)))
  }

  private mutating func readLink(_ node: MarkdownNode, text: String) {
    if let child = node.firstChild, child.kind == .text, let inner = offsets(of: child), inner.lowerBound > 0,
      content[inner.lowerBound - 1] == .lessThan
    {
      links.append(Link(uri: node.url, text: text, range: range(inner)))
      return
    }
    guard let whole = offsets(of: node) else { return }
    if content[whole.upperBound - 1] == UInt8(ascii: ")") {
      let textEnd = node.lastChild.flatMap { offsets(of: $0)?.upperBound } ?? whole.lowerBound
      let destination = destination(in: min(textEnd, whole.upperBound)..<whole.upperBound) ?? whole
      links.append(Link(uri: node.url, text: text, range: range(destination)))
    } else if content[whole.upperBound - 1] == .closingBracket {
      references.append(reference(in: whole, isImage: node.kind == .image))
    }
  }

  /// The place of an inline link's URI.
  private func destination(in rest: Range<Int>) -> Range<Int>? {
    guard let bracket = content.firstOffset(of: "](", in: rest) else { return nil }
    var start = bracket + 2
    while start < rest.upperBound, content[start].isMarkdownSpace { start += 1 }
    let isPointed = start < rest.upperBound && content[start] == .lessThan
    if isPointed { start += 1 }
    var end = start
    var depth = 0
    while end < rest.upperBound {
      let byte = content[end]
      if isPointed ? byte == .greaterThan : byte.isMarkdownSpace { break }
      if byte == UInt8(ascii: "("), !isPointed { depth += 1 }
      if byte == UInt8(ascii: ")"), !isPointed {
        if depth == 0 { break }
        depth -= 1
      }
      end += byte == .backslash && end + 1 < rest.upperBound && content[end + 1].isASCIIPunctuation ? 2 : 1
    }
    return start..<min(end, rest.upperBound)
  }

  /// `[text][name]`, `[name][]` or `[name]`.
  private func reference(in whole: Range<Int>, isImage: Bool) -> Reference {
    let opening = openingBracket(before: whole.upperBound - 1, in: whole)
    var name = opening + 1..<whole.upperBound - 1
    if name.isEmpty, opening > whole.lowerBound, content[opening - 1] == .closingBracket {
      name = min(whole.lowerBound + (isImage ? 2 : 1), opening - 1)..<opening - 1
    }
    return reference(named: name, in: whole)
  }

  private func reference(named name: Range<Int>, in whole: Range<Int>) -> Reference {
    let written = PlainText.collapsed(content[name])
    return Reference(kind: .hyperlink, name: written.lowercased(), text: written, range: range(whole))
  }

  private func openingBracket(before end: Int, in whole: Range<Int>) -> Int {
    var offset = end - 1
    while offset > whole.lowerBound {
      if content[offset] == .openingBracket, content[offset - 1] != .backslash { return offset }
      offset -= 1
    }
    return whole.lowerBound
  }

  /// `[text][name]` and `[name][]` that libcmark left as text, because nothing defines the name.
  private func undefinedReferences() -> [Reference] {
    var found: [Reference] = []
    var opening: Int?
    var offset = 0
    var next = 0
    while offset < content.count {
      while next < covered.count, covered[next].upperBound <= offset { next += 1 }
      if next < covered.count, covered[next].contains(offset) {
        opening = nil
        offset = covered[next].upperBound
        continue
      }
      switch content[offset] {
      case .backslash: offset += 1
      case .openingBracket: opening = offset
      case .closingBracket:
        if let start = opening, let end = nameEnd(behind: offset), isReferenceStart(start) {
          let name = end == offset + 2 ? start + 1..<offset : offset + 2..<end
          found.append(reference(named: name, in: start..<end + 1))
          offset = end
        }
        opening = nil
      default: break
      }
      offset += 1
    }
    return found
  }

  /// The place of the `]` that closes a name whose `[` follows a text's `]`.
  private func nameEnd(behind closing: Int) -> Int? {
    guard closing + 2 < content.count, content[closing + 1] == .openingBracket else { return nil }
    var offset = closing + 2
    while offset < content.count, content[offset] != .closingBracket {
      if content[offset] == .openingBracket || content[offset] == .backslash || offset - closing > 1000 { return nil }
      offset += 1
    }
    return offset < content.count ? offset : nil
  }

  /// Leaves out `a[i][j]`, footnotes and check boxes.
  private func isReferenceStart(_ start: Int) -> Bool {
    if start > 0, content[start - 1].isASCIIAlphanumeric || content[start - 1] == UInt8(ascii: "_") { return false }
    guard start + 1 < content.count else { return false }
    return content[start + 1] != UInt8(ascii: "^") && !content[start + 1].isMarkdownSpace
      && content[start + 1] != .closingBracket
  }
}
