package import Diagnostics

/// Reads YAML files.
package enum YAMLReader {
  /// How deep collections may be nested. No file of ours comes near, and what walks the values may recurse.
  package static let depthLimit = 100
  /// How many values a file may hold; memory is bounded by it, whatever the file's size.
  package static let valueLimit = 1_000_000
  /// libyaml compares each `%TAG` with all before it.
  static let directiveLimit = 100

  /// Reads any bytes to the end of the stream: what cannot be read is in the diagnostics.
  package static func read(_ file: SourceFile) -> YAMLStream {
    let text = YAMLText(file)
    var composer = YAMLComposer(file: file, text: text)
    composer.diagnostics = text.diagnostics(in: file)
    guard !composer.hasTooManyDirectives() else { return YAMLStream(documents: [], diagnostics: composer.diagnostics) }
    text.bytes.withUnsafeBufferPointer { bytes in
      composer.compose(UnsafeBufferPointer(rebasing: bytes[text.start...]), isASCII: text.isASCII)
    }
    return YAMLStream(documents: composer.documents, diagnostics: composer.diagnostics)
  }
}

/// Builds values from libyaml's events, with a stack of its own instead of recursion.
private struct YAMLComposer {
  let file: SourceFile
  let text: YAMLText
  var documents: [YAMLNode] = []
  var diagnostics: [Diagnostic] = []
  private var open: [Collection] = []
  private var valueCount = 0

  private struct Collection {
    var isMapping: Bool
    var isFlow: Bool
    var tag: String?
    var anchor: String?
    var start: SourcePosition
    /// A mapping's keys and values take turns.
    var children: [YAMLNode] = []
  }

  init(file: SourceFile, text: YAMLText) {
    self.file = file
    self.text = text
  }

  mutating func hasTooManyDirectives() -> Bool {
    var count = 0
    for (index, start) in file.lineStarts.enumerated() where file.bytes[start] == UInt8(ascii: "%") {
      count += 1
      guard count > YAMLReader.directiveLimit else { continue }
      let start = SourcePosition(line: index + 1, column: 1)
      report(
        "a file has at most \(YAMLReader.directiveLimit) '%' directives; remove the rest", SourceRange(start, start))
      return true
    }
    return false
  }

  mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    var parser = YAMLParser(bytes, isASCII: isASCII)
    while true {
      let event = parser.next()
      let range = self.range(of: event)
      switch event.kind {
      case .streamEnd: return
      case .failure(let failure): return report(failure, at: range.start)
      case .scalar(let value, let style):
        add(YAMLNode(.scalar(value, style), tag: event.tag, anchor: event.anchor, at: trimmed(range, style)))
      case .alias(let name): add(YAMLNode(.alias(name), at: range))
      case .sequenceStart(let isFlow): begin(event, isMapping: false, isFlow: isFlow, at: range.start)
      case .mappingStart(let isFlow): begin(event, isMapping: true, isFlow: isFlow, at: range.start)
      case .collectionEnd: close(at: range.end)
      case .documentStart, .other: break
      }
      guard isWithinLimits(at: range) else { return }
    }
  }

  private func range(of event: YAMLEvent) -> SourceRange {
    let start = min(event.offsets.lowerBound + text.start, text.end)
    return file.range(start..<max(start, min(event.offsets.upperBound + text.start, text.end)))
  }

  /// Block scalars end, for libyaml, where the next value starts.
  private func trimmed(_ range: SourceRange, _ style: YAMLNode.Style) -> SourceRange {
    guard style == .literal || style == .folded else { return range }
    let offsets = file.offsets(of: range)
    var end = offsets.upperBound
    while end > offsets.lowerBound, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return file.range(offsets.lowerBound..<end)
  }

  private mutating func add(_ node: YAMLNode) {
    valueCount += 1
    if open.isEmpty { documents.append(node) } else { open[open.count - 1].children.append(node) }
  }

  private mutating func begin(_ event: YAMLEvent, isMapping: Bool, isFlow: Bool, at start: SourcePosition) {
    open.append(
      Collection(isMapping: isMapping, isFlow: isFlow, tag: event.tag, anchor: event.anchor, start: start))
  }

  private mutating func close(at end: SourcePosition) {
    guard let collection = open.popLast() else { return }
    // A block collection ends with its last value; libyaml has it end where the next token starts.
    let end = collection.isFlow ? end : collection.children.last?.range.end ?? collection.start
    let children = collection.children
    let content: YAMLNode.Content =
      collection.isMapping
      ? .mapping(
        stride(from: 0, to: children.count - 1, by: 2).map { YAMLPair(key: children[$0], value: children[$0 + 1]) })
      : .sequence(children)
    add(YAMLNode(content, tag: collection.tag, anchor: collection.anchor, at: SourceRange(collection.start, end)))
  }

  private mutating func isWithinLimits(at range: SourceRange) -> Bool {
    if open.count > YAMLReader.depthLimit {
      report("values are nested deeper than \(YAMLReader.depthLimit) levels; the rest is not read", range)
      return false
    }
    if valueCount > YAMLReader.valueLimit {
      report("the file holds more than \(YAMLReader.valueLimit) values; the rest is not read", range)
      return false
    }
    return true
  }

  private mutating func report(_ failure: YAMLEvent.Failure, at place: SourcePosition) {
    guard case .syntax(let problem, let context) = failure else {
      return report("there is not enough memory to read this file", .fileStart)
    }
    let offset = file.offset(of: place)
    let isTab = offset < file.bytes.count && file.bytes[offset] == UInt8(ascii: "\t")
    let message =
      isTab && problem.hasBytes("cannot start any token")
      ? "a tab cannot indent YAML; use spaces" : "this is not YAML: \(problem)"
    let notes = context.map { context in
      let start = file.position(at: context.offset + text.start)
      return [Diagnostic.Note(context.message, at: SourceRange(start, start))]
    }
    let range = file.range(offset..<min(offset + 1, max(offset, text.end)))
    diagnostics.append(FileFault.invalidYAML.diagnostic(message, in: file, at: range, notes: notes ?? []))
  }

  private mutating func report(_ message: String, _ range: SourceRange) {
    diagnostics.append(FileFault.invalidYAML.diagnostic(message, in: file, at: range))
  }
}
