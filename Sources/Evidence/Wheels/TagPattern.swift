import Diagnostics

/// A pattern of compatibility tags, `PYTHON-ABI-PLATFORM`, in which `*` is any text.
package struct TagPattern: Hashable, Sendable {
  package let platform: String
  private let pythons: Wildcard
  private let abis: Wildcard
  private let platforms: Wildcard

  /// Nil when it has not three parts.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { String($0).lowercased() }
    guard parts.count == 3 else { return nil }
    platform = parts[2]
    (pythons, abis, platforms) = (Wildcard(stars: parts[0]), Wildcard(stars: parts[1]), Wildcard(stars: parts[2]))
  }

  /// Whether it is about a Python, whatever the system.
  var isAnyPlatform: Bool { platform.utf8.allSatisfy { $0 == UInt8(ascii: "*") } }

  func matches(_ tag: PythonTag) -> Bool { pythons.matches(tag.python) && abis.matches(tag.abi) }

  func matches(platform tag: String) -> Bool { platforms.matches(tag) }

  /// Whether some text fits both patterns.
  static func overlap(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let star = UInt8(ascii: "*")
    /// For the part of `left` so far: whether it can meet the first so many bytes of `right`.
    var row = [Bool](repeating: false, count: right.count + 1)
    row[0] = true
    for column in right.indices where right[column] == star { row[column + 1] = row[column] }
    for byte in left {
      var next = [Bool](repeating: false, count: right.count + 1)
      next[0] = byte == star && row[0]
      for column in right.indices {
        // A star takes nothing, or one byte more of the other pattern.
        next[column + 1] =
          byte == star || right[column] == star
          ? row[column + 1] || next[column] : byte == right[column] && row[column]
      }
      row = next
    }
    return row[right.count]
  }
}
