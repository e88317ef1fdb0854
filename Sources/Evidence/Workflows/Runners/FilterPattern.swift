/// A pattern of `branches`, `tags` or `paths`, by GitHub's "Filter pattern cheat sheet".
package struct FilterPattern: Hashable, Sendable {
  /// Whether it takes away what patterns above it let in.
  let isNegated: Bool
  /// Nil for a pattern that is longer than the name of any branch or path.
  private let parts: [Part]?

  private enum Part: Hashable, Sendable {
    case byte(UInt8)
    /// `*`: anything but a slash.
    case star
    /// `**`
    case doubleStar
    /// `[a-z]`, with the characters written out.
    case set(Set<UInt8>)
    /// `?`: the part before it may be missing.
    indirect case optional(Part)
    /// `+`: the part before it once or more.
    indirect case repeated(Part)

    func followed(by sign: UInt8) -> Part {
      switch self {
      case .optional: self
      case .repeated: sign == UInt8(ascii: "?") ? .optional(self) : self
      default: sign == UInt8(ascii: "?") ? .optional(self) : .repeated(self)
      }
    }
  }

  private static let lengthLimit = 1000

  package init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    isNegated = bytes.first == UInt8(ascii: "!")
    if isNegated { bytes.removeFirst() }
    guard bytes.count <= Self.lengthLimit else {
      parts = nil
      return
    }
    var parts: [Part] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        let isDouble = bytes.first == UInt8(ascii: "*")
        while bytes.first == UInt8(ascii: "*") { bytes.removeFirst() }
        parts.append(isDouble ? .doubleStar : .star)
      case UInt8(ascii: "?"), UInt8(ascii: "+"):
        parts.append(parts.popLast().map { $0.followed(by: byte) } ?? .byte(byte))
      case UInt8(ascii: "["): parts.append(Self.set(&bytes) ?? .byte(byte))
      case UInt8(ascii: "\\"): parts.append(.byte(bytes.popFirst() ?? byte))
      default: parts.append(.byte(byte))
      }
    }
    self.parts = parts
  }

  /// Takes the characters up to `]`; nil, and takes nothing, where there is none.
  private static func set(_ bytes: inout ArraySlice<UInt8>) -> Part? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let inside = Array(bytes[..<end])
    bytes = bytes[(end + 1)...]
    var set: Set<UInt8> = []
    var index = 0
    while index < inside.count {
      if index + 2 < inside.count, inside[index + 1] == UInt8(ascii: "-"), inside[index] <= inside[index + 2] {
        set.formUnion(inside[index]...inside[index + 2])
        index += 3
      } else {
        set.insert(inside[index])
        index += 1
      }
    }
    return .set(set)
  }

  /// Whether all of a text matches. Takes time in line with both lengths: all places that the pattern may have come to
  /// are kept together.
  package func matches(_ text: String) -> Bool {
    guard let parts else { return false }
    var states = Self.closure([0], parts)
    for byte in text.utf8 {
      var next: Set<Int> = []
      for state in states where state < parts.count {
        switch parts[state] {
        case .star: if byte != UInt8(ascii: "/") { next.insert(state) }
        case .doubleStar: next.insert(state)
        case .repeated(let part):
          if Self.matches(part, byte) { next.formUnion([state, state + 1]) }
        case .optional(let part), let part: if Self.matches(part, byte) { next.insert(state + 1) }
        }
      }
      guard !next.isEmpty else { return false }
      states = Self.closure(next, parts)
    }
    return states.contains(parts.count)
  }

  private static func closure(_ states: Set<Int>, _ parts: [Part]) -> Set<Int> {
    var closed = states
    var pending = Array(states)
    while let state = pending.popLast() {
      guard state < parts.count else { continue }
      switch parts[state] {
      case .star, .doubleStar, .optional: if closed.insert(state + 1).inserted { pending.append(state + 1) }
      default: break
      }
    }
    return closed
  }

  private static func matches(_ part: Part, _ byte: UInt8) -> Bool {
    switch part {
    case .byte(let wanted): wanted == byte
    case .set(let set): set.contains(byte)
    case .star: byte != UInt8(ascii: "/")
    case .doubleStar: true
    case .optional(let inner), .repeated(let inner): matches(inner, byte)
    }
  }
}

extension [FilterPattern] {
  /// The last pattern that matches decides; nil where none does.
  func verdict(on text: String) -> Bool? {
    last { $0.matches(text) }.map { !$0.isNegated }
  }
}
