import Diagnostics

/// A pattern of paths: `docs/**/*.md`, `nep-????-*.{rst,md}`.
///
/// `*` and `?` stand for any characters and any one character but `/`; `**` as a whole part of the path stands for any
/// number of parts, none included; `{a,b}` for either text, which may be patterns themselves. A backslash makes the
/// next character stand for itself. A pattern without `/` matches the last part of a path, wherever it is.
package struct Glob: Hashable, Sendable {
  package let pattern: String
  private let wildcard: Wildcard

  /// Nil when a `{` has no `}`, or the other way round.
  package init?(_ pattern: String) {
    self.pattern = pattern
    var compiler = Compiler(pattern)
    guard let steps = compiler.compile() else { return nil }
    wildcard = Wildcard(steps)
  }

  package func matches(_ path: some StringProtocol) -> Bool {
    var path = path[...]
    if !pattern.utf8.contains(UInt8(ascii: "/")), let slash = path.lastIndex(of: "/") {
      path = path[path.index(after: slash)...]
    }
    if path.hasPrefix("./") { path = path.dropFirst(2) }
    return wildcard.matches(path)
  }
}

extension Glob {
  /// Turns a pattern's text into steps, in one pass and without recursion.
  private struct Compiler {
    private let pattern: [Unicode.Scalar]
    private var steps: [Wildcard.Step] = []
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

    mutating func compile() -> [Wildcard.Step]? {
      var index = 0
      while index < pattern.count {
        let character = pattern[index]
        index += 1
        switch character {
        case "\\" where index < pattern.count:
          steps.append(.read(.only(pattern[index])))
          index += 1
        case "?": steps.append(.read(.anyBut("/")))
        case "*": index = addStars(from: index - 1)
        case "{":
          open.append(Alternatives(fork: steps.count, starts: [steps.count + 1]))
          steps.append(.fork([]))
        case "," where !open.isEmpty: endAlternative()
        case "}":
          guard closeAlternatives() else { return nil }
        default: steps.append(.read(.only(character)))
        }
      }
      return open.isEmpty ? steps : nil
    }

    /// `**/` and a final `**` as a part of their own are any parts; other stars are any characters.
    private mutating func addStars(from start: Int) -> Int {
      var end = start
      while end < pattern.count, pattern[end] == "*" { end += 1 }
      let isPart = end - start == 2 && (start == 0 || pattern[start - 1] == "/")
      if isPart, end < pattern.count, pattern[end] == "/" {
        let fork = steps.count
        steps += [.fork([fork + 1, fork + 4]), .read(.anyBut("/"), .anyNumber), .read(.only("/")), .fork([fork])]
        return end + 1
      }
      steps.append(.read(isPart && end == pattern.count ? .any : .anyBut("/"), .anyNumber))
      return end
    }

    private mutating func endAlternative() {
      let last = open.count - 1
      open[last].jumps.append(steps.count)
      steps.append(.fork([]))
      open[last].starts.append(steps.count)
    }

    private mutating func closeAlternatives() -> Bool {
      guard let alternatives = open.popLast() else { return false }
      steps[alternatives.fork] = .fork(alternatives.starts)
      for jump in alternatives.jumps { steps[jump] = .fork([steps.count]) }
      return true
    }
  }
}
