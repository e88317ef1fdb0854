/// A pattern of compatibility tags, `PYTHON-ABI-PLATFORM`, in which `*` is any text.
package struct TagPattern: Hashable, Sendable {
  package var python: String
  package var abi: String
  package var platform: String

  /// Nil when it has not three parts.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { String($0).lowercased() }
    guard parts.count == 3 else { return nil }
    python = parts[0]
    abi = parts[1]
    platform = parts[2]
  }

  /// Whether it is about a Python, whatever the system.
  var isAnyPlatform: Bool { platform.utf8.allSatisfy { $0 == UInt8(ascii: "*") } }

  func matches(_ tag: PythonTag) -> Bool { Self.matches(python, tag.python) && Self.matches(abi, tag.abi) }

  /// In time proportional to the product of both lengths at worst: after a mismatch only the last `*` takes more.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    if pattern == "*" { return true }
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    var (index, position) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < text.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        star = (index, position)
        index += 1
      } else if index < pattern.count, pattern[index] == text[position] {
        index += 1
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
