import Diagnostics

/// A list of patterns as cibuildwheel's options have it: `*-musllinux_* cp31?-*`, `*-*linux_{aarch64,ppc64le}`.
struct BuildPattern {
  /// More than any list of Pythons and platforms has; those from there on count for nothing.
  private static let limit = 128

  private let patterns: [Wildcard]

  init(_ list: String) {
    patterns = Self.split(list).prefix(Self.limit).map { Wildcard(Self.steps($0)) }
  }

  func matches(_ identifier: String) -> Bool { patterns.contains { $0.matches(identifier) } }

  /// As Python's `fnmatch` has them: `*`, `?`, and sets as `[0-9]` and `[!t]`.
  private static func steps(_ pattern: String) -> [Wildcard.Step] {
    var rest = pattern.unicodeScalars[...]
    var steps: [Wildcard.Step] = []
    while let character = rest.popFirst() {
      switch character {
      case "*": steps.append(.read(.any, .anyNumber))
      case "?": steps.append(.read(.any))
      case "[":
        // A bracket right behind the first one is one of the set.
        guard let end = rest.dropFirst().firstIndex(of: "]") else {
          steps.append(.read(.only(character)))
          continue
        }
        let isNegated = rest.first == "!"
        let ranges = Wildcard.ranges(of: rest[..<end].dropFirst(isNegated ? 1 : 0))
        steps.append(.read(isNegated ? .notAmong(ranges) : .among(ranges)))
        rest = rest[end...].dropFirst()
      default: steps.append(.read(.only(character)))
      }
    }
    return steps
  }

  /// The patterns of a list, with braces written out.
  static func split(_ patterns: String) -> [String] {
    var found: [String] = []
    var depth = 0
    var current = ""
    for character in patterns {
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      case " ", "\n", "\t", ",":
        guard depth <= 0 else { break }
        if !current.isEmpty { found += expanded(current) }
        current = ""
        continue
      default: break
      }
      current.append(character)
    }
    if !current.isEmpty { found += expanded(current) }
    return found
  }

  /// `a{b,c}d` as `abd` and `acd`; what has more than a few hundred forms stays as it is.
  private static func expanded(_ pattern: String) -> [String] {
    var done: [String] = []
    var pending = [pattern]
    while let next = pending.popLast() {
      guard let close = next.firstIndex(of: "}"), let open = next[..<close].lastIndex(of: "{") else {
        done.append(next)
        continue
      }
      let inside = next[next.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
      pending += inside.reversed().map { next[..<open] + $0 + next[next.index(after: close)...] }.map(String.init)
      guard done.count + pending.count <= limit else { return [pattern] }
    }
    return done
  }
}
