/// A list of patterns as cibuildwheel's options have it: `*-musllinux_* cp31?-*`, `*-*linux_{aarch64,ppc64le}`.
struct BuildPattern {
  /// More than any list of Pythons and platforms has; those from there on count for nothing.
  private static let limit = 128

  private let patterns: [[UInt8]]

  init(_ list: String) {
    patterns = Self.split(list).prefix(Self.limit).map { Array($0.utf8) }
  }

  func matches(_ identifier: String) -> Bool {
    let text = Array(identifier.utf8)
    return patterns.contains { Self.matches($0, text) }
  }

  /// As Python's `fnmatch` does it, which takes time in line with the product of both lengths at worst.
  private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (index, position) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < text.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        star = (index, position)
        index += 1
      } else if let length = part(of: pattern, at: index, matching: text[position]) {
        index += length
        position += 1
      } else if let last = star {
        index = last.index + 1
        position = last.position + 1
        star = (last.index, position)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The length of what stands for one byte: itself, `?`, or a set as `[0-9]` and `[!t]`; nil where it is another.
  private static func part(of pattern: [UInt8], at index: Int, matching byte: UInt8) -> Int? {
    guard index < pattern.count else { return nil }
    guard pattern[index] == UInt8(ascii: "["),
      let end = pattern[index...].dropFirst(2).firstIndex(of: UInt8(ascii: "]"))
    else { return pattern[index] == byte || pattern[index] == UInt8(ascii: "?") ? 1 : nil }
    var set = pattern[(index + 1)..<end]
    let isNegated = set.first == UInt8(ascii: "!")
    if isNegated { set = set.dropFirst() }
    var isThere = false
    while let first = set.popFirst() {
      var last = first
      if set.first == UInt8(ascii: "-"), let bound = set.dropFirst().first {
        last = bound
        set = set.dropFirst(2)
      }
      isThere = isThere || first <= byte && byte <= last
    }
    return isThere == isNegated ? nil : end + 1 - index
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
