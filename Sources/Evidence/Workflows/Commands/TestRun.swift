/// What a command or a script runs of the tests of its project, and the words that show it.
struct TestRun: Hashable, Sendable {
  enum Extent: Hashable, Sendable {
    /// Nothing is known to run a test.
    case none
    /// A chosen part only: files, a keyword, a mark, one of several packages. Tests that are left out since they are slow
    /// make a part of the rest.
    case part
    /// Tests may run, and how many, or whether a failure of them counts, cannot be told: why, to go behind "it cannot be
    /// told what it tests, since".
    case unknown(String)
    /// All that the project's own settings choose.
    case whole
  }

  var extent: Extent
  /// The command, as it is written: `spin test -- numpy/linalg`.
  var words = ""

  static let none = TestRun(extent: .none)

  init(extent: Extent, words: String = "") {
    self.extent = extent
    self.words = words
  }

  /// That of commands of which each runs: the whole is there when one runs it, and what may be the whole hides a part.
  static func + (left: TestRun, right: TestRun) -> TestRun { right.extent.rank > left.extent.rank ? right : left }

  /// That of branches of which one runs.
  static func either(_ runs: [TestRun]) -> TestRun {
    guard let first = runs.first, let last = runs.max(by: { $0.extent.rank < $1.extent.rank }) else { return .none }
    if runs.allSatisfy({ $0.extent.rank == first.extent.rank }) || last.extent == .none { return first }
    if case .unknown = last.extent { return last }
    return TestRun(extent: .unknown("which of its branches runs is known only then"), words: last.words)
  }

  /// The same where it may be left out.
  var perhaps: TestRun {
    switch extent {
    case .none, .unknown: self
    case .part, .whole: TestRun(extent: .unknown("'\(words)' runs on a condition"), words: words)
    }
  }

  /// The same where nothing looks at a failure.
  var swallowed: TestRun {
    switch extent {
    case .none: self
    case .part, .whole, .unknown:
      TestRun(extent: .unknown("a failure of '\(words)' does not fail its step"), words: words)
    }
  }
}

extension TestRun.Extent {
  var rank: Int {
    switch self {
    case .none: 0
    case .part: 1
    case .unknown: 2
    case .whole: 3
    }
  }
}
