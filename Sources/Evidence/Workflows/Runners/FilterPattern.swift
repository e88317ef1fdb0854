import Diagnostics

/// A pattern of `branches`, `tags` or `paths`, by GitHub's "Filter pattern cheat sheet".
package struct FilterPattern: Hashable, Sendable {
  /// Whether it takes away what patterns above it let in.
  let isNegated: Bool
  /// Nil for a pattern that is longer than the name of any branch or path.
  private let wildcard: Wildcard?

  private static let lengthLimit = 1000

  package init(_ text: String) {
    isNegated = text.hasPrefix("!")
    let pattern = text.dropFirst(isNegated ? 1 : 0)
    wildcard = pattern.utf8.count > Self.lengthLimit ? nil : Wildcard(Self.steps(pattern))
  }

  /// Whether all of a text matches.
  package func matches(_ text: String) -> Bool { wildcard?.matches(text) ?? false }

  /// `*` is anything but a slash, `**` anything, `[a-z]` one of these; `?` lets the part before it be missing, and `+`
  /// repeats it.
  private static func steps(_ pattern: Substring) -> [Wildcard.Step] {
    var rest = pattern.unicodeScalars[...]
    var steps: [Wildcard.Step] = []
    while let character = rest.popFirst() {
      switch character {
      case "*":
        let isDouble = rest.first == "*"
        rest = rest.drop { $0 == "*" }
        steps.append(.read(isDouble ? .any : .anyBut("/"), .anyNumber))
      case "?", "+": steps.append(steps.popLast()?.followed(by: character) ?? .read(.only(character)))
      case "[":
        let set = rest.firstIndex(of: "]").map { end -> Wildcard.Characters in
          defer { rest = rest[rest.index(after: end)...] }
          return .among(Wildcard.ranges(of: rest[..<end]))
        }
        steps.append(.read(set ?? .only(character)))
      case "\\": steps.append(.read(.only(rest.popFirst() ?? character)))
      default: steps.append(.read(.only(character)))
      }
    }
    return steps
  }
}

extension Wildcard.Step {
  /// A part that may be missing stays as it is, whatever follows it.
  fileprivate func followed(by sign: Unicode.Scalar) -> Self {
    guard case .read(let characters, let times) = self, times != .onceOrNever else { return self }
    return .read(characters, sign == "?" ? .onceOrNever : .onceOrMore)
  }
}

extension [FilterPattern] {
  /// The last pattern that matches decides; nil where none does.
  func verdict(on text: String) -> Bool? {
    last { $0.matches(text) }.map { !$0.isNegated }
  }
}
