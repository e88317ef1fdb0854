import Documents

/// What a paragraph of reStructuredText is made of.
enum RSTInline {
  case element(InlineElement)
  /// A link to another document of the same project, which Sphinx has a role for.
  ///
  /// - name: its path without an ending, as seen from this one, of characters that need no escape.
  case document(text: String, name: String)
}

/// Writes a cell's content as the words of one reStructuredText paragraph.
struct RSTCell {
  private var words: [RSTWord] = []
  private var current: [UInt8] = []
  private var isCurrentJoined = false
  /// The character that the output ends with, nil at its start.
  private var last: Unicode.Scalar?
  private var startsWithMarkup = false

  /// - Parameter targets: gets the names that the links need.
  static func words(of content: CellContent, targets: inout LinkTargets) -> [RSTWord] {
    words(of: writable(content, targets).elements.map(RSTInline.element), targets: &targets)
  }

  static func words(of inlines: [RSTInline], targets: inout LinkTargets) -> [RSTWord] {
    var cell = RSTCell()
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      switch inline {
      case .element(let element): cell.append(element, next: next, targets: &targets)
      case .document(let text, let name):
        let written = ":doc:`\(RSTEscaping.escapedInRole(text)) <\(name)>`"
        cell.markup(next: next, first: ":") { $0.append(written, isJoined: true) }
      }
    }
    cell.endWord()
    if !cell.startsWithMarkup, let first = cell.words.first {
      cell.words[0] = RSTWord(RSTEscaping.escapedAtStart(first.bytes), isJoined: false)
    }
    return cell.words
  }

  /// The content with text in the place of what there is no markup for: a literal has no escapes, and a name that leads
  /// nowhere is no reference.
  private static func writable(_ content: CellContent, _ targets: LinkTargets) -> CellContent {
    let mayChange = content.elements.contains {
      switch $0 {
      case .code(let code): code.contains("`")
      case .reference, .lineBreak: true
      case .text, .emphasis, .strong, .link: false
      }
    }
    guard mayChange else { return content }
    var added: Set<String> = []
    return CellContent(
      content.elements.map { element in
        switch element {
        case .code(let code) where code.contains("`"): return .text(code)
        case .lineBreak: return .text(" ")
        case .reference(let name) where !targets.contains(name) && !added.contains(name.lowercased()):
          return .text(name)
        case .link(let text, _): added.insert(text.lowercased())
        default: break
        }
        return element
      })
  }

  private mutating func append(_ element: InlineElement, next: RSTInline?, targets: inout LinkTargets) {
    switch element {
    case .text(let text):
      append(RSTEscaping.escaped(text, isLast: next == nil), isJoined: false)
    case .code(let code):
      markup(next: next, first: code.unicodeScalars.first) { $0.appendCode("``" + code + "``") }
    case .emphasis(let text): append(emphasis: text, mark: "*", next)
    case .strong(let text): append(emphasis: text, mark: "**", next)
    case .lineBreak: append(" ", isJoined: false)
    case .link(let text, let uri):
      let isNamed = targets.define(text, as: uri)
      let written =
        isNamed ? Self.reference(text) : "`\(RSTEscaping.escapedInPhrase(text)) <\(Self.embedded(uri))>`__"
      markup(next: next, first: text.unicodeScalars.first) { $0.append(written, isJoined: true) }
    case .reference(let name):
      markup(next: next, first: name.unicodeScalars.first) {
        $0.append(Self.reference(name), isJoined: true)
      }
    }
  }

  private mutating func append(emphasis text: String, mark: String, _ next: RSTInline?) {
    let written = mark + RSTEscaping.escaped(text, isLast: false) + mark
    markup(next: next, first: text.unicodeScalars.first) { $0.append(written, isJoined: true) }
  }

  static func reference(_ name: String) -> String {
    isSimpleName(name) ? name + "_" : "`" + RSTEscaping.escapedInPhrase(name) + "`_"
  }

  /// Letters and digits with single punctuation between them need no backquotes.
  static func isSimpleName(_ name: String) -> Bool {
    var isSeparated = true
    for scalar in name.unicodeScalars {
      if RSTEscaping.isWordCharacter(scalar) {
        isSeparated = false
      } else {
        guard !isSeparated, "-._+".unicodeScalars.contains(scalar) else { return false }
        isSeparated = true
      }
    }
    return !isSeparated
  }

  /// At its end, an underscore would make a name of the URI.
  static func embedded(_ uri: String) -> String {
    uri.hasSuffix("_") ? uri.dropLast() + "\\_" : uri
  }

  /// Writes markup so that it is recognised beside any text: an escaped space separates and is not shown.
  private mutating func markup(
    next: RSTInline?, first: Unicode.Scalar?, _ write: (inout RSTCell) -> Void
  ) {
    let isSeparate = last.map { $0 == " " || $0 == "(" && first != ")" } ?? true
    if !isSeparate { separate() }
    if last == nil { startsWithMarkup = true }
    write(&self)
    switch next {
    case nil: break
    case .element(.text(let text)):
      guard let scalar = text.unicodeScalars.first else { return }
      if !" .,;:!?)".unicodeScalars.contains(scalar) { separate() }
    default: separate()
    }
  }

  private mutating func separate() {
    current += "\\ ".utf8
    last = " "
  }

  private mutating func append(_ text: String, isJoined: Bool) {
    for (index, part) in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        endWord()
        isCurrentJoined = isJoined
      }
      if current.isEmpty, RSTEscaping.isTableBorder(part) { current.append(UInt8(ascii: "\\")) }
      current += part
    }
    last = text.unicodeScalars.last ?? last
  }

  private mutating func appendCode(_ text: String) {
    current += text.utf8
    last = "`"
  }

  private mutating func endWord() {
    if !current.isEmpty { words.append(RSTWord(current, isJoined: isCurrentJoined)) }
    current = []
    isCurrentJoined = false
  }
}

extension LinkTargets.Definition {
  /// `.. _name: uri`
  package var restructuredText: String {
    let isPlain = name.unicodeScalars.allSatisfy {
      RSTEscaping.isWordCharacter($0) || " -.+/()".unicodeScalars.contains($0)
    }
    let written = isPlain && !name.isEmpty ? name : "`" + RSTEscaping.escapedInPhrase(name) + "`"
    return ".. _\(written): \(RSTCell.embedded(uri))"
  }
}
