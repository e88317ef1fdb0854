/// Text for a person, each part with its look on a terminal. Whatever is put into it, a document's text included, is made
/// harmless (`VisibleText`) as it comes in.
package struct StyledText: Hashable, Sendable {
  /// What a part means; a terminal shows it as a colour, and all else as plain text.
  package enum Look: Hashable, Sendable {
    case strong
    /// What only frames the rest: gutters, places.
    case quiet
    case good
    case severity(Severity)
  }

  struct Piece: Hashable, Sendable {
    var text: String
    var look: Look?
    /// Where a link on it leads.
    var uri: String?
  }

  private(set) var pieces: [Piece] = []

  package init(_ text: some StringProtocol, _ look: Look? = nil, uri: String? = nil) {
    add(text, look, uri: uri)
  }

  package var isEmpty: Bool { pieces.allSatisfy { $0.text.isEmpty } }

  /// How many columns it takes in one line.
  package var columns: Int { pieces.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  fileprivate mutating func add(_ text: some StringProtocol, _ look: Look?, uri: String? = nil) {
    pieces.append(Piece(text: VisibleText.of(text), look: look, uri: uri))
  }

  package static func + (left: Self, right: Self) -> Self {
    var all = left
    all.pieces += right.pieces
    return all
  }

  var withoutBlanksAtEnd: StyledText {
    var all = self
    while let last = all.pieces.last, last.text.last == " " || last.text.isEmpty {
      if last.text.isEmpty { all.pieces.removeLast() } else { all.pieces[all.pieces.count - 1].text.removeLast() }
    }
    return all
  }

  /// The parts between spaces. An empty one stands where two spaces meet, so that words joined again give the text.
  var words: [StyledText] {
    var words = [StyledText(pieces: [])]
    for piece in pieces {
      var isFirst = true
      for part in piece.text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst { words.append(StyledText(pieces: [])) }
        isFirst = false
        if !part.isEmpty {
          words[words.count - 1].pieces.append(Piece(text: String(part), look: piece.look, uri: piece.uri))
        }
      }
    }
    return words
  }

  /// Adds a word behind a space, which looks like the words around it where they look alike.
  mutating func append(word: StyledText) {
    guard let last = pieces.last, let first = word.pieces.first, last.look == first.look, last.uri == first.uri else {
      self = self + " " + word
      return
    }
    pieces[pieces.count - 1].text += " " + first.text
    pieces += word.pieces.dropFirst()
  }

  private init(pieces: [Piece]) {
    self.pieces = pieces
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.text
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText(pieces: [])

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { text.add(literal, nil) }
    }

    package mutating func appendInterpolation(_ part: some StringProtocol, _ look: Look? = nil, uri: String? = nil) {
      text.add(part, look, uri: uri)
    }

    package mutating func appendInterpolation(_ number: Int) {
      text.add(String(number), nil)
    }

    package mutating func appendInterpolation(_ part: StyledText) {
      text = text + part
    }
  }
}
