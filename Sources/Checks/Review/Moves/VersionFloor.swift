import Documents
import Policy

/// A version that a column names: `Windows 10`, `>= 12`, `macOS 10.15+`.
struct VersionFloor {
  /// What is versioned, without signs of comparison; empty for a version alone.
  private let name: String
  private let numbers: [Int]

  /// Nil for a text with no version, or with several.
  init?(_ text: String) {
    let words = text.folded.split { " ,;()<>=≥≤~^+".contains($0) }
    let isVersion = { (word: Substring) in
      word.first?.isNumber ?? false || word.hasPrefix("v") && word.dropFirst().first?.isNumber ?? false
    }
    let versions = words.filter(isVersion)
    guard versions.count == 1, let version = versions.first else { return nil }
    let parts = version.drop { !$0.isNumber }.split(separator: ".")
    numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, !numbers.isEmpty else { return nil }
    name = words.filter { !isVersion($0) }.joined(separator: " ")
  }

  /// Nil where the two cannot be compared, or are one.
  static func direction(from old: String, to new: String) -> ReviewedMove.ColumnChange.Direction? {
    guard let old = VersionFloor(old), let new = VersionFloor(new), old.name == new.name else { return nil }
    let count = max(old.numbers.count, new.numbers.count)
    for index in 0..<count {
      let left = index < old.numbers.count ? old.numbers[index] : 0
      let right = index < new.numbers.count ? new.numbers[index] : 0
      if left != right { return left < right ? .raised : .lowered }
    }
    return nil
  }
}
