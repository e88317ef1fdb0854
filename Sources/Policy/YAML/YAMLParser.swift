import CYAML

/// libyaml's event stream over a text. It owns the C parser and every event it makes, and frees them.
///
/// The encoding is never set by hand: libyaml would then count a byte order mark as text and lose a line.
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool
  private var cursor: CharacterCursor

  /// - Parameter text: outlives the parser; UTF-8 without a byte order mark, without what libyaml calls control characters.
  init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    cursor = CharacterCursor(text: text, isASCII: isASCII)
    if isReady { yaml_parser_set_input_string(parser, text.baseAddress, text.count) }
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// The next event; after `.streamEnd` or `.failure` there is none.
  mutating func next() -> YAMLEvent {
    guard isReady else { return YAMLEvent(.failure(.outOfMemory), 0..<0) }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return failure() }
    defer { yaml_event_delete(&event) }
    let start = cursor.offset(ofCharacter: event.start_mark.index)
    let end = cursor.offset(ofCharacter: event.end_mark.index)
    var result = YAMLEvent(Self.kind(of: event), start..<max(start, end))
    result.tag = Self.tag(of: event)
    result.anchor = Self.anchor(of: event)
    return result
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_ALIAS_EVENT: .alias(string(event.data.alias.anchor))
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    default: .other
    }
  }

  private static func scalar(_ event: yaml_event_t) -> YAMLEvent.Kind {
    let scalar = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    return switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .scalar(text, .singleQuoted)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .scalar(text, .doubleQuoted)
    case YAML_LITERAL_SCALAR_STYLE: .scalar(text, .literal)
    case YAML_FOLDED_SCALAR_STYLE: .scalar(text, .folded)
    default: .scalar(text, .plain)
    }
  }

  private static func tag(of event: yaml_event_t) -> String? {
    let tag: UnsafeMutablePointer<yaml_char_t>? =
      switch event.type {
      case YAML_SCALAR_EVENT: event.data.scalar.tag
      case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.tag
      case YAML_MAPPING_START_EVENT: event.data.mapping_start.tag
      default: nil
      }
    return tag.map { string($0) }
  }

  private static func anchor(of event: yaml_event_t) -> String? {
    let anchor: UnsafeMutablePointer<yaml_char_t>? =
      switch event.type {
      case YAML_SCALAR_EVENT: event.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
      default: nil
      }
    return anchor.map { string($0) }
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String {
    text.map { String(decoding: UnsafeBufferPointer(start: $0, count: strlen($0)), as: UTF8.self) } ?? ""
  }

  private static func strlen(_ text: UnsafeMutablePointer<yaml_char_t>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private mutating func failure() -> YAMLEvent {
    guard parser.pointee.error != YAML_MEMORY_ERROR, let problem = parser.pointee.problem else {
      return YAMLEvent(.failure(.outOfMemory), 0..<0)
    }
    let start = cursor.offset(ofCharacter: parser.pointee.problem_mark.index)
    let context = parser.pointee.context.map { context in
      let offset = cursor.offset(ofCharacter: parser.pointee.context_mark.index)
      return YAMLEvent.Context(message: String(cString: context), offset: offset)
    }
    return YAMLEvent(.failure(.syntax(String(cString: problem), context: context)), start..<start)
  }
}

/// What libyaml found, and where, in bytes of the text.
struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case alias(String)
    case scalar(String, YAMLNode.Style)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case failure(Failure)
    /// The stream's start and a document's end.
    case other
  }

  enum Failure {
    case syntax(String, context: Context?)
    case outOfMemory
  }

  /// What libyaml was reading when it failed.
  struct Context {
    var message: String
    var offset: Int
  }

  var kind: Kind
  var offsets: Range<Int>
  var tag: String?
  var anchor: String?

  init(_ kind: Kind, _ offsets: Range<Int>) {
    self.kind = kind
    self.offsets = offsets
  }
}

/// Turns libyaml's character counts into byte offsets. It moves from the last place asked for, and libyaml's marks go
/// forward, so all of them together cost one walk over the text.
private struct CharacterCursor {
  let text: UnsafeBufferPointer<UInt8>
  let isASCII: Bool
  private var character = 0
  private var offset = 0

  init(text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.text = text
    self.isASCII = isASCII
  }

  mutating func offset(ofCharacter target: Int) -> Int {
    if isASCII { return min(target, text.count) }
    while character < target, offset < text.count {
      offset += 1
      while offset < text.count, isContinuation(offset) { offset += 1 }
      character += 1
    }
    while character > target, offset > 0 {
      offset -= 1
      while offset > 0, isContinuation(offset) { offset -= 1 }
      character -= 1
    }
    return offset
  }

  private func isContinuation(_ offset: Int) -> Bool { text[offset] & 0xC0 == 0x80 }
}
