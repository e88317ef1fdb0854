/// A pattern of paths: `docs/**/*.md`, `nep-????-*.{rst,md}`.
///
/// `*` and `?` stand for any characters and any one character but `/`; `**` as a whole part of the path stands for any
/// number of parts, none included; `{a,b}` for either text, which may be patterns themselves. A backslash makes the
/// next character stand for itself. A pattern without `/` matches the last part of a path, wherever it is.
///
/// Matching takes at most the product of the two lengths: it follows all ways to match at once and never goes back.
package struct Glob: Hashable, Sendable {
  package let pattern: String
  private let states: [State]

  /// One step of a match: a character (a Unicode scalar) that is read, or a place where ways part.
  private enum State: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// Any one character but `/`.
    case anyCharacter
    /// Any characters but `/`, then the next state.
    case anyCharacters
    /// Any parts of a path, each with its `/`, then the next state.
    case anyParts
    /// Both ways go on, at these states.
    case fork([Int])
    case jump(Int)
    case end
  }

  /// Nil when a `{` has no `}`, or the other way round.
  package init?(_ pattern: String) {
    self.pattern = pattern
    var compiler = Compiler(pattern)
    guard let states = compiler.compile() else { return nil }
    self.states = states
  }

  package func matches(_ path: some StringProtocol) -> Bool {
    var path = path[...]
    if !pattern.utf8.contains(UInt8(ascii: "/")), let slash = path.lastIndex(of: "/") {
      path = path[path.index(after: slash)...]
    }
    if path.hasPrefix("./") { path = path.dropFirst(2) }
    var current = ActiveStates(count: states.count)
    follow(0, in: &current, isPartStart: true)
    for character in path.unicodeScalars {
      var next = ActiveStates(count: states.count)
      for index in current.indices { step(index, over: character, to: &next) }
      guard !next.indices.isEmpty else { return false }
      current = next
    }
    return current.indices.contains { states[$0] == .end }
  }

  private func step(_ index: Int, over character: Unicode.Scalar, to next: inout ActiveStates) {
    let isSlash = character == "/"
    switch states[index] {
    case .character(let expected):
      if character == expected { follow(index + 1, in: &next, isPartStart: isSlash) }
    case .anyCharacter:
      if !isSlash { follow(index + 1, in: &next, isPartStart: false) }
    case .anyCharacters:
      if !isSlash { follow(index, in: &next, isPartStart: false) }
    case .anyParts: follow(index, in: &next, isPartStart: isSlash)
    case .fork, .jump, .end: break
    }
  }

  /// Adds a state and all that it leads to without a character.
  private func follow(_ start: Int, in active: inout ActiveStates, isPartStart: Bool) {
    var waiting = [start]
    while let index = waiting.popLast() {
      switch states[index] {
      case .fork(let targets): if active.visit(index) { waiting += targets }
      case .jump(let target): if active.visit(index) { waiting.append(target) }
      case .anyCharacters: if active.add(index) { waiting.append(index + 1) }
      case .anyParts:
        // Where a part of the path starts, the parts may end; otherwise they go on to the next '/'.
        if active.add(index), isPartStart { waiting.append(index + 1) }
      case .character, .anyCharacter, .end: _ = active.add(index)
      }
    }
  }

  /// A set of states in the order they were added.
  private struct ActiveStates {
    private(set) var indices: [Int] = []
    private var isKnown: [Bool]

    init(count: Int) { isKnown = [Bool](repeating: false, count: count) }

    mutating func visit(_ index: Int) -> Bool {
      guard !isKnown[index] else { return false }
      isKnown[index] = true
      return true
    }

    mutating func add(_ index: Int) -> Bool {
      guard visit(index) else { return false }
      indices.append(index)
      return true
    }
  }
}

extension Glob {
  /// Turns a pattern's text into states, one pass and no recursion.
  private struct Compiler {
    private let pattern: [Unicode.Scalar]
    private var states: [State] = []
    private var open: [Alternatives] = []

    /// A `{` that is still open: its fork, where each alternative starts, and the jumps from where each ends.
    private struct Alternatives {
      var fork: Int
      var starts: [Int]
      var jumps: [Int] = []
    }

    init(_ pattern: String) {
      self.pattern = Array((pattern.hasPrefix("./") ? pattern.dropFirst(2) : pattern[...]).unicodeScalars)
    }

    mutating func compile() -> [State]? {
      var index = 0
      while index < pattern.count {
        let character = pattern[index]
        index += 1
        switch character {
        case "\\" where index < pattern.count:
          states.append(.character(pattern[index]))
          index += 1
        case "?": states.append(.anyCharacter)
        case "*": index = addStars(from: index - 1)
        case "{":
          open.append(Alternatives(fork: states.count, starts: [states.count + 1]))
          states.append(.fork([]))
        case "," where !open.isEmpty: endAlternative()
        case "}":
          guard closeAlternatives() else { return nil }
        default: states.append(.character(character))
        }
      }
      states.append(.end)
      return open.isEmpty ? states : nil
    }

    /// `**/` and a final `**` as a part of their own are any parts; other stars are any characters.
    private mutating func addStars(from start: Int) -> Int {
      var end = start
      while end < pattern.count, pattern[end] == "*" { end += 1 }
      let startsPart = start == 0 || pattern[start - 1] == "/"
      if end - start == 2, startsPart, end < pattern.count, pattern[end] == "/" {
        states.append(.anyParts)
        return end + 1
      }
      if end - start == 2, startsPart, end == pattern.count {
        states += [.anyParts, .anyCharacters]
        return end
      }
      states.append(.anyCharacters)
      return end
    }

    private mutating func endAlternative() {
      let last = open.count - 1
      open[last].jumps.append(states.count)
      states.append(.jump(0))
      open[last].starts.append(states.count)
    }

    private mutating func closeAlternatives() -> Bool {
      guard let alternatives = open.popLast() else { return false }
      states[alternatives.fork] = .fork(alternatives.starts)
      for jump in alternatives.jumps { states[jump] = .jump(states.count) }
      return true
    }
  }
}
