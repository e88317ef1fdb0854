import Diagnostics

/// What a run of inline markup reads as.
struct InlineContent: Sendable {
  /// The plain text as docutils' `astext()` gives it: markup removed, escapes resolved, line breaks as LF; white space is
  /// not collapsed yet.
  var text: [UInt8] = []
  /// The `*emphasised*` stretches: offsets in `text`, and where they stand in the source (the markup included).
  var emphasised: [(offsets: Range<Int>, source: Range<Int>)] = []

  /// The text with its white space collapsed.
  var string: String { WhiteSpace.collapsedString(text) }
}

/// Reads inline markup: emphasis, literals, references, roles, targets, footnotes, substitutions, standalone links.
///
/// What it finds besides text is collected in `references`, `targets` and `links`, over all calls, in the order of calls.
struct InlineParser {
  private(set) var references: [Reference] = []
  private(set) var targets: [LinkTarget] = []
  private(set) var links: [Link] = []
  /// The role of interpreted text that names none: the argument of the last `default-role` directive, if it has one.
  var defaultRole: String?
  /// How many start-strings had no end, and the like: what docutils complains about.
  private(set) var problemCount = 0
  private var roles: [String: InlineRole] = [:]

  /// Adds what a `role` directive defines, for all blocks to come; without `base` the role's text is shown as it is.
  mutating func define(role name: String, basedOn base: String?) {
    roles[name.lowercased()] = if let base { role(named: base) } else { .text }
  }

  private func role(named name: String) -> InlineRole {
    roles[name] ?? .builtIn(name)
  }

  /// How much has been collected, to go back to when a text is read a second time.
  struct Mark {
    fileprivate let references: Int
    fileprivate let targets: Int
    fileprivate let links: Int
  }

  var mark: Mark { Mark(references: references.count, targets: targets.count, links: links.count) }

  mutating func rewind(to mark: Mark) {
    references.removeSubrange(mark.references...)
    targets.removeSubrange(mark.targets...)
    links.removeSubrange(mark.links...)
  }

  /// Whether a target, or a reference to a footnote numbered by itself, has been collected since.
  func holdsUnrepeatable(since mark: Mark) -> Bool {
    targets.count > mark.targets
      || references[mark.references...].contains { $0.kind == .footnote && $0.text.prefix(1).allSatisfy("#*".contains) }
  }

  /// Reads the lines of one text block, joined by LF as docutils does.
  mutating func parse(_ lines: [LineSlice], in source: SourceText) -> InlineContent {
    let joined = Self.join(lines, of: source)
    let found = InlineBytes.all(in: joined)
    guard !found.isEmpty else { return InlineContent(text: joined) }
    let text = InlineText(joined, lines: lines, hasEscapes: found.contains(.escape))
    let block = Block(text: text, source: source, hasLinks: found.contains(.link))
    var content = InlineContent()
    content.text.reserveCapacity(joined.count)
    var start = 0
    if found.contains(.markup) {
      var scanner = InlineScanner(block.text)
      while let construct = scanner.next() {
        readPlain(start..<construct.range.lowerBound, of: block, into: &content)
        read(construct, of: block, into: &content)
        start = construct.range.upperBound
      }
    }
    readPlain(start..<joined.count, of: block, into: &content)
    return content
  }

  private static func join(_ lines: [LineSlice], of source: SourceText) -> [UInt8] {
    guard let first = lines.first else { return [] }
    if lines.count == 1 { return Array(source.bytes[first.offsets]) }
    var joined: [UInt8] = []
    joined.reserveCapacity(lines.reduce(0) { $0 + $1.offsets.count + 1 })
    for (index, line) in lines.enumerated() {
      if index > 0 { joined.append(UInt8(ascii: "\n")) }
      joined.append(line.offsets, of: source.bytes)
    }
    return joined
  }

  // MARK: Text

  private mutating func readPlain(_ range: Range<Int>, of block: Block, into content: inout InlineContent) {
    block.text.appendResolved(range, to: &content.text)
    guard block.hasLinks else { return }
    var scanner = InlineURIScanner(block.text, range: range)
    while let found = scanner.next() {
      if let scheme = found.scheme, !InlineURISchemes.contains(block.string(scheme)) { continue }
      let shown = block.string(found.range)
      let uri = found.scheme == nil ? "mailto:" + shown : shown
      links.append(Link(uri: uri, text: shown, range: block.range(found.range)))
    }
  }

  private mutating func read(_ construct: InlineConstruct, of block: Block, into content: inout InlineContent) {
    switch construct.kind {
    case .problematic, .literal:
      if case .problematic = construct.kind { problemCount += 1 }
      block.text.appendVerbatim(construct.content, to: &content.text)
    case .interpreted(let name):
      let written: String? = if let name { block.string(name) } else { defaultRole }
      let role: InlineRole = if let written { self.role(named: written) } else { .unknown }
      role.append(construct.range, content: construct.content, of: block.text, to: &content.text)
    case .phrase(let isAnonymous):
      readPhrase(construct, isAnonymous: isAnonymous, of: block, into: &content)
    case .footnote:
      readFootnote(construct, of: block, into: &content)
    case .emphasis:
      let start = content.text.count
      block.text.appendResolved(construct.content, to: &content.text)
      content.emphasised.append((start..<content.text.count, block.text.sourceOffsets(construct.range)))
    case .strong, .target, .substitution, .reference, .citation:
      block.text.appendResolved(construct.content, to: &content.text)
      note(construct, of: block)
    }
  }

  private mutating func readFootnote(_ construct: InlineConstruct, of block: Block, into content: inout InlineContent) {
    let label = block.text.resolved(construct.content)
    let isAutomatic = label.first == UInt8(ascii: "#")
    let name = isAutomatic ? Array(label.dropFirst()) : label == [UInt8(ascii: "*")] ? [] : label
    // The numbers and symbols of automatic footnotes are not in the text.
    if !isAutomatic { content.text += name }
    refer(.footnote, to: name, written: label, at: construct.range, of: block)
  }

  // MARK: References and targets

  private mutating func note(_ construct: InlineConstruct, of block: Block) {
    let name = block.text.resolved(construct.content)
    let range = construct.range
    switch construct.kind {
    case .target:
      targets.append(
        LinkTarget(
          kind: .internal, name: ReferenceName.normalized(name), text: ReferenceName.collapsed(name),
          range: block.range(construct.content)))
    case .substitution(let underscores):
      refer(.substitution, to: name, written: name, at: range, of: block)
      if underscores == 1 { refer(.hyperlink, to: name, written: name, at: range, of: block) }
      if underscores == 2 { refer(.anonymous, to: [], written: name, at: range, of: block) }
    case .reference(let isAnonymous):
      refer(isAnonymous ? .anonymous : .hyperlink, to: isAnonymous ? [] : name, written: name, at: range, of: block)
    case .citation:
      refer(.citation, to: name, written: name, at: range, of: block)
    default:
      break
    }
  }

  private mutating func refer(
    _ kind: Reference.Kind, to name: [UInt8], written: [UInt8], at range: Range<Int>, of block: Block
  ) {
    references.append(
      Reference(
        kind: kind, name: ReferenceName.normalized(name), text: ReferenceName.collapsed(written),
        range: block.range(range))
    )
  }

  private mutating func readPhrase(
    _ construct: InlineConstruct, isAnonymous: Bool, of block: Block, into content: inout InlineContent
  ) {
    guard let embedded = InlineEmbeddedTarget(in: construct.content, of: block.text) else {
      let name = block.text.resolved(construct.content)
      content.text += name
      let kind: Reference.Kind = isAnonymous ? .anonymous : .hyperlink
      return refer(kind, to: isAnonymous ? [] : name, written: name, at: construct.range, of: block)
    }
    let title = embedded.title.isEmpty ? Array(embedded.destination.utf8) : block.text.resolved(embedded.title)
    content.text += title
    note(embedded, title: title, isAnonymous: isAnonymous, at: construct.range, of: block)
  }

  private mutating func note(
    _ embedded: InlineEmbeddedTarget, title: [UInt8], isAnonymous: Bool, at range: Range<Int>, of block: Block
  ) {
    var target = LinkTarget(
      kind: .external, name: ReferenceName.normalized(title), text: ReferenceName.collapsed(title),
      range: block.range(embedded.title.isEmpty ? embedded.range : embedded.title))
    switch embedded.kind {
    case .uri(let uri):
      target.uri = uri
      target.uriRange = block.range(embedded.range)
      links.append(Link(uri: uri, text: target.text, range: block.range(embedded.range)))
      // It refers to the target that it defines; an anonymous one defines none and refers to none.
      if !isAnonymous { refer(.hyperlink, to: title, written: title, at: range, of: block) }
    case .name(let name):
      target.kind = .alias(name)
      refer(.hyperlink, to: Array(name.utf8), written: title, at: range, of: block)
    }
    if !isAnonymous { targets.append(target) }
  }

  /// A block's text and its place.
  private struct Block {
    let text: InlineText
    let source: SourceText
    let hasLinks: Bool

    func string(_ range: Range<Int>) -> String {
      String(decoding: text.resolved(range), as: UTF8.self)
    }

    func range(_ range: Range<Int>) -> SourceRange {
      source.range(text.sourceOffsets(range))
    }
  }
}
