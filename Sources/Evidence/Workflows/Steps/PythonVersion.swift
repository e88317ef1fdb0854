import Diagnostics
package import Policy

/// A version that `actions/setup-python` is asked for: `3.14`, `3.15-dev`, `3.14t`.
package struct PythonVersion {
  /// When a version became final, by the schedule of its release.
  private struct Release {
    var minor: Int
    var final: String
    var source: String
  }

  private static let releases = [
    Release(minor: 13, final: "2024-10-07", source: "https://peps.python.org/pep-0719/"),
    Release(minor: 14, final: "2025-10-07", source: "https://peps.python.org/pep-0745/"),
    Release(minor: 15, final: "2026-10-01", source: "https://peps.python.org/pep-0790/"),
  ]

  private let text: String
  /// 15 of `3.15-dev`; nil for what is no CPython 3.
  private let minor: Int?

  package init(_ text: String) {
    self.text = text.lowercased()
    let numbers = self.text.drop { !$0.isNumber }
    minor =
      numbers.hasPrefix("3.") && !self.text.hasPrefix("pypy") ? Int(numbers.dropFirst(2).prefix { $0.isNumber }) : nil
  }

  /// A build without the global lock.
  package var isFreeThreaded: Bool {
    let number = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0 == "t" }
    return number.hasSuffix("t")
  }

  /// Whether no final version can be meant on a day: `-dev` is the newest there is, final ones included.
  package func isDevelopment(on day: CalendarDate) -> Bool {
    let isRange = text.contains(" ") || text.hasPrefix("~") || text.hasPrefix(">")
    let namesPreRelease = ["alpha", "beta", "-rc"].contains(where: text.holds)
    if namesPreRelease, !isRange { return true }
    guard namesPreRelease || text.hasSuffix("-dev") || text.hasPrefix("~"), let minor else { return false }
    guard let release = Self.releases.first(where: { $0.minor == minor }) else {
      return minor > Self.releases.last?.minor ?? 0
    }
    return CalendarDate(release.final).map { day < $0 } ?? false
  }
}
