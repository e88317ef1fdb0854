import Diagnostics

/// A program that runs tests: which of its words choose some of them.
struct TestRunner {
  /// What words mean that are no options.
  enum Rest {
    /// They say nothing of which tests run.
    case ignored
    /// Files and folders.
    case paths
    /// Each chooses.
    case chosen
    /// These are all of the tests, others some; what it is without any.
    case only(Set<String>, missing: TestRun.Extent)
    /// Names of what is to be done, such as those of `make`; without any it builds.
    case targets(whole: Set<String>)
  }

  /// What must stand first, one of these: `test` of `cargo test`. Empty where nothing has to.
  var verbs: [[String]] = []
  /// What may stand first and be left out: `run` of `tox run`.
  var optionalVerbs: Set<String> = []
  /// Verbs behind which the name of a script of the project stands: `run` of `npm run`.
  var scripts: Set<String> = []
  /// Options that take the next word.
  var values: Set<String> = []
  /// Options that choose some of the tests, or leave some out.
  var part: Set<String> = []
  /// Options with which no test runs.
  var none: Set<String> = []
  /// Options with which a failure is no failure, or nothing may run.
  var forgiving: Set<String> = []
  /// Options that name an environment, a session or a script, or several of them.
  var names: Set<String> = []
  /// Options that name the folder, or a file in it, that all is about.
  var folders: Set<String> = []
  /// The variable that names environments or sessions.
  var nameVariable: String?
  /// Options that name a file with settings in place of the project's own.
  var configurations: Set<String> = []
  /// Options that say one of these settings otherwise.
  var overrides: Set<String> = []
  /// Values of options that choose which choose everything: `full` of `spin test -m full`.
  var everything: Set<String> = []
  /// Whether `-race` is one option, and not four.
  var hasLongNames = false
  var rest = Rest.chosen
  /// The runner whose words stand behind `--`, nil for one that is not known.
  var inner: String?
  /// The variable with more of its words.
  var variable: String?
  /// What of its words says what it builds for, or which Python it takes.
  var hosts = HostWords()

  struct HostWords {
    /// Options with a target triple, and the variable that has one where no option does.
    var triples: Set<String> = []
    var tripleVariable: String?
    /// Options with an architecture.
    var architectures: Set<String> = []
    /// Options with a version of Python, or a name of one.
    var pythons: Set<String> = []
    /// Whether `GOOS` and `GOARCH` say what it builds for.
    var areGo = false
    /// Whether it brings along what runs code of another architecture.
    var isEmulating = false
  }

  static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  /// What a command tests; nil for a program that is no runner.
  ///
  /// - Parameter environment: the value of a variable, nil where it has none that is known.
  static func known(
    _ name: String, _ words: [CommandWord], environment: (String) -> CommandWord?
  ) -> TestRun? {
    if let run = SpecialRunner.tests(of: name, words) { return run }
    guard let runner = all[name] else { return nil }
    var reading = RunnerReading(runner)
    reading.defaultNames = runner.nameVariable.flatMap(environment)
    var extent = reading.extent(of: words[...].dropFirst())
    for runner in [runner, runner.inner.flatMap { all[$0] }].compactMap({ $0 }) {
      extent = extent.limited(by: runner.extentOfVariable(environment))
    }
    let host = reading.host(environment)
    return TestRun(extent: extent.limited(by: reading.hostExtent), words: words.line, host: host)
  }

  /// What is left of all tests by the words that a variable adds.
  func extentOfVariable(_ environment: (String) -> CommandWord?) -> TestRun.Extent {
    guard let variable, let value = environment(variable), !value.text.isEmpty else { return .whole }
    if value.isOpen { return .unknown("what '\(variable)' holds is known only then") }
    var reading = RunnerReading(self)
    return reading.extent(of: CommandWord.split(value.text)[...])
  }

  static func extent(of name: String, _ arguments: [CommandWord]) -> TestRun.Extent? {
    all[name].map { runner in
      var reading = RunnerReading(runner)
      return reading.extent(of: arguments[...])
    }
  }

  /// What is left of an extent with words that may choose.
  static func arguments(
    _ arguments: ArraySlice<CommandWord>, of runner: TestRunner, extent: TestRun.Extent, words: [CommandWord]
  ) -> TestRun {
    var reading = RunnerReading(runner)
    let rest = reading.extent(of: arguments.drop { $0.text == "--" })
    return TestRun(extent: extent.limited(by: rest), words: words.line)
  }
}

extension TestRun.Extent {
  /// That of what the words of one command say of it: the least that any says.
  func limited(by other: Self) -> Self {
    switch (self, other) {
    case (.none, _), (_, .none): .none
    case (.unknown, _): self
    case (_, .unknown): other
    default: self == .part || other == .part ? .part : .whole
    }
  }
}
