import Diagnostics

/// A listing in HTML (PEP 503): an anchor a file, with its name as text, and withdrawn by `data-yanked` (PEP 592).
///
/// Enough of HTML to read what the specification allows there: tags, attributes with and without quotes, comments and
/// character references. It has no times of upload.
enum IndexHTML {
  static func read(_ file: SourceFile, _ log: inout IndexLog) -> IndexListing? {
    var scanner = HTMLScanner(file.bytes)
    var isInAnchor: HTMLTag?
    var isClosed = false
    var files = 0
    while let token = scanner.next() {
      switch token {
      case .tag(let tag) where tag.name == "a":
        isInAnchor = tag
      case .tag(let tag):
        if tag.name == "/a" { isInAnchor = nil }
        if tag.name == "/html" || tag.name == "/body" { isClosed = true }
      case .text(let offsets):
        guard let anchor = isInAnchor else { continue }
        let name = HTMLScanner.text(file.bytes[offsets])
        guard !name.isEmpty else { continue }
        files += 1
        log.add(name, at: offsets, isYanked: anchor.hasAttribute("data-yanked"), uploaded: nil)
        isInAnchor = nil
      }
    }
    let isComplete = isClosed && !scanner.isBrokenOff
    if !isComplete {
      let end = file.bytes.count
      log.report(
        .brokenEvidence, "the listing breaks off here; what it lacks may be on the index all the same", at: end..<end,
        help: "fetch it again; docs/audit.md has the command")
    }
    log.finish()
    guard files > 0 || isComplete else { return nil }
    let project = Set(log.files.compactMap { $0.wheel?.project })
    return IndexListing(
      file: file, project: project.count == 1 ? project.first?.normalized : nil, files: log.files,
      isComplete: isComplete)
  }
}

/// A tag with its attributes' names, in lower case; an end tag's name begins with `/`.
struct HTMLTag {
  var name: String
  var attributes: [String]

  func hasAttribute(_ name: String) -> Bool { attributes.contains(name) }
}

/// Takes HTML apart into tags and the text between them.
struct HTMLScanner {
  enum Token {
    case tag(HTMLTag)
    /// Without the white space around it.
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private var offset = 0
  /// Whether the text ends within a tag.
  private(set) var isBrokenOff = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "<") {
        if let tag = tag() { return .tag(tag) }
      } else if let text = text() {
        return .text(text)
      }
    }
    return nil
  }

  private mutating func text() -> Range<Int>? {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    var range = offset..<end
    offset = end
    while let first = range.first, bytes[first] <= 0x20 { range = range.dropFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range = range.dropLast() }
    return range.isEmpty ? nil : range
  }

  /// Nil for a comment or declaration, and at the end of a text that breaks off.
  private mutating func tag() -> HTMLTag? {
    offset += 1
    if starts(with: "!--") { return passComment() }
    let isDeclaration = peek == UInt8(ascii: "!") || peek == UInt8(ascii: "?")
    var words: [String] = []
    while let byte = peek, byte != UInt8(ascii: ">") {
      if byte <= 0x20 {
        offset += 1
      } else if byte == UInt8(ascii: "=") {
        passValue()
      } else {
        words.append(word())
      }
    }
    guard peek != nil else {
      isBrokenOff = true
      return nil
    }
    offset += 1
    guard !isDeclaration, let name = words.first else { return nil }
    return HTMLTag(name: name, attributes: Array(words.dropFirst()))
  }

  private mutating func passComment() -> HTMLTag? {
    offset += 3
    while offset < bytes.count, !starts(with: "-->") { offset += 1 }
    isBrokenOff = offset >= bytes.count
    offset = min(offset + 3, bytes.count)
    return nil
  }

  /// Passes `=` and the value behind it, quoted or not.
  private mutating func passValue() {
    offset += 1
    while let byte = peek, byte <= 0x20 { offset += 1 }
    guard let quote = peek else { return }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      while let byte = peek, byte != quote { _ = byte; offset += 1 }
      offset = min(offset + 1, bytes.count)
    } else {
      while let byte = peek, byte > 0x20, byte != UInt8(ascii: ">") { offset += 1 }
    }
  }

  /// A name of a tag or an attribute, or anything else up to what may end one.
  private mutating func word() -> String {
    let start = offset
    offset += 1
    while let byte = peek, byte > 0x20, byte != UInt8(ascii: "="), byte != UInt8(ascii: ">") { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func starts(with text: StaticString) -> Bool {
    bytes[offset...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The text with its character references resolved, as far as a file's name can have them.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    for (index, part) in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated() {
      let words = String(decoding: part, as: UTF8.self)
      if index == 0 {
        text += words
      } else if let end = words.firstIndex(of: ";"), let character = references[String(words[..<end])] {
        text += character + words[words.index(after: end)...]
      } else {
        text += "&" + words
      }
    }
    return text
  }

  private static let references = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#34": "\"", "#x27": "'", "#39": "'", "#43": "+", "#x2b": "+",
    "#x2B": "+",
  ]
}
