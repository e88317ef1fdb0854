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
  /// Where it runs.
  var host = TestHost()

  static let none = TestRun(extent: .none)

  /// That of commands of which each runs: the whole is there when one runs it, what may be the whole hides a part, and what
  /// runs on the job's own machine hides the same elsewhere.
  static func + (left: TestRun, right: TestRun) -> TestRun {
    let isNearer = left.extent.rank == right.extent.rank && left.host.isElsewhere && !right.host.isElsewhere
    return right.extent.rank > left.extent.rank || isNearer && right.extent != .none ? right : left
  }

  /// That of branches of which one runs.
  static func either(_ runs: [TestRun]) -> TestRun {
    guard let first = runs.first, let last = runs.max(by: { $0.extent.rank < $1.extent.rank }) else { return .none }
    let isSame = runs.allSatisfy { $0.extent.rank == first.extent.rank && $0.host == first.host }
    if isSame || last.extent == .none { return first }
    if case .unknown = last.extent { return last }
    return last.unknown("which of its branches runs is known only then")
  }

  /// The same where it cannot be told: why, as `Extent.unknown` has it.
  func unknown(_ reason: String) -> TestRun {
    switch extent {
    case .none, .unknown: return self
    case .part, .whole:
      var run = self
      run.extent = .unknown(reason)
      return run
    }
  }

  /// The same where it may be left out.
  var perhaps: TestRun { unknown("'\(words)' runs on a condition") }

  /// The same where nothing looks at a failure.
  var swallowed: TestRun {
    var run = self
    if extent != .none { run.extent = .unknown("a failure of '\(words)' does not fail its step") }
    return run
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
