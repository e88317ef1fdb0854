/// The words of a runner, read from the first to the last.
struct RunnerReading {
  let runner: TestRunner
  private var extent = TestRun.Extent.whole
  private var words: [CommandWord] = []
  private var names: [CommandWord] = []
  private var isDotted = false
  /// Names in place of those that options give.
  var defaultNames: CommandWord?
  var host = TestHost()
  var hasTriple = false
  /// `unknown` where it is told what to build for, and that cannot be read.
  var hostExtent = TestRun.Extent.whole

  init(_ runner: TestRunner) {
    self.runner = runner
  }

  private mutating func limit(_ other: TestRun.Extent) { extent = extent.limited(by: other) }

  mutating func extent(of arguments: ArraySlice<CommandWord>) -> TestRun.Extent {
    var arguments = arguments
    while let word = arguments.popFirst() {
      if word.text == "--" {
        let inner = runner.inner.flatMap { TestRunner.all[$0] } ?? .task
        var reading = RunnerReading(inner)
        limit(reading.extent(of: arguments))
        break
      } else if word.text.hasPrefix("-"), word.text.count > 1 {
        readOption(word, &arguments)
      } else if word.text.hasPrefix("+"), runner.verbs.contains(["test"]), words.isEmpty {
        continue
      } else {
        words.append(word)
      }
    }
    readVerb()
    readNames()
    if extent != .none { readRest() }
    return extent
  }

  private mutating func readOption(_ word: CommandWord, _ arguments: inout ArraySlice<CommandWord>) {
    let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let value = parts.count > 1 ? CommandWord(text: parts[1], isOpen: word.isOpen) : nil
    if runner.hasLongNames, runner.part.contains(where: { $0.hasSuffix(":") && word.text.hasPrefix($0) }) {
      return limit(.part)
    }
    // `-j$(nproc)`
    let isAttached = word.text.dropFirst().first?.isLetter == true && !word.text.hasPrefix("--")
    if word.isOpen, value == nil, !isAttached { return limit(.unknown("what '\(word.text)' is, is known only then")) }
    if parts[0] == "--pyargs" { isDotted = true }
    guard !isKnown(parts[0]), !word.text.hasPrefix("--"), !runner.hasLongNames else {
      return take(parts[0], value, &arguments)
    }
    // `-vk expression`, `-n4`
    var letters = word.text.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      let takesValue = runner.values.contains(name)
      take(
        name, takesValue && !letters.isEmpty ? CommandWord(text: letters.withoutSign, isOpen: word.isOpen) : nil,
        &arguments)
      if takesValue || !letter.isLetter { return }
    }
  }

  private func isKnown(_ name: String) -> Bool {
    [runner.values, runner.part, runner.none, runner.forgiving, runner.names].contains { $0.contains(name) }
  }

  /// A project's own option, whose name says that it leaves tests out: `--quick`, `--skip-slow`.
  private func isNarrowing(_ name: String) -> Bool {
    guard name.hasPrefix("--"), !isKnown(name), !Self.harmless.contains(name) else { return false }
    return name.split(separator: "-").contains { Self.narrowing.contains($0) }
  }

  private static let harmless: Set<String> = [
    "--fail-fast", "--no-fail-fast", "--fast-ci", "--slow-ci", "--skip-missing-interpreters", "--skip-pkg-install",
    "--only-rerun",
  ]
  private static let narrowing: Set<Substring> = [
    "quick", "fast", "smoke", "unit", "integration", "only", "skip", "exclude", "subset", "sample", "shard", "partial",
    "changed", "affected", "minimal", "short", "filter", "select", "suite", "group", "category",
  ]

  private mutating func take(_ name: String, _ given: CommandWord?, _ arguments: inout ArraySlice<CommandWord>) {
    var value = given
    if value == nil, runner.values.contains(name) { value = arguments.popFirst() }
    if runner.folders.contains(name), let value { limit(Self.extent(ofFolder: value)) }
    if let value { readHost(name, value) }
    limit(extent(ofSetting: name, value))
    if isNarrowing(name) { limit(.unknown("'\(name)' may leave tests out")) }
    if runner.none.contains(name), value?.text != "false" { limit(.none) }
    if runner.forgiving.contains(name), value?.text != "false" {
      limit(.unknown("with '\(name)' a failure of it may not count"))
    }
    if runner.part.contains(name), value.map({ !$0.text.isEmpty && !runner.everything.contains($0.text) }) ?? true {
      limit(.part)
    }
    guard runner.names.contains(name), let value else { return }
    names += value.text.split(separator: ",").map { CommandWord(text: String($0), isOpen: value.isOpen) }
    // `nox -s tests docs`
    while name == "-s" || name.hasPrefix("--session"), let next = arguments.first, !next.text.hasPrefix("-") {
      names.append(arguments.removeFirst())
    }
  }

  private func extent(ofSetting name: String, _ value: CommandWord?) -> TestRun.Extent {
    guard let value else { return .whole }
    let other = TestRun.Extent.unknown("'\(name) \(value.text)' may choose other tests than the project's own settings")
    if runner.configurations.contains(name) {
      let file = value.text.hasPrefix("./") ? String(value.text.dropFirst(2)) : value.text
      return Self.ownSettings.contains(file) ? .whole : other
    }
    guard runner.overrides.contains(name) else { return .whole }
    let parts = value.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts[0] {
    case "addopts" where !value.isOpen && parts.count > 1:
      var reading = RunnerReading(runner)
      return reading.extent(of: CommandWord.split(String(parts[1]))[...])
    case "addopts", "testpaths", "norecursedirs", "collect_imported_tests": return other
    default: return parts[0].hasPrefix("python_") ? other : .whole
    }
  }

  private static let ownSettings: Set<String> = [
    "pyproject.toml", "pytest.ini", ".pytest.ini", "pytest.toml", "tox.ini", "setup.cfg",
  ]

  private static func extent(ofFolder word: CommandWord) -> TestRun.Extent {
    var parts = word.text.split(separator: "/").map(String.init)
    if let last = parts.last, last.dropFirst().contains(".") { parts.removeLast() }
    if word.isOpen { return .unknown("what '\(word.text)' is, is known only then") }
    let folder = parts.joined(separator: "/")
    if TestPath.isPart(ofProject: folder) { return .part }
    return TestPath.isOfAll(folder) ? .whole : .unknown("it may be a part of the tests that '\(folder)' holds")
  }

  private mutating func readVerb() {
    if let first = words.first, runner.scripts.contains(first.text) {
      words.removeFirst()
      guard !words.isEmpty else { return limit(.none) }
      let script = words.removeFirst()
      return limit(TargetName.extent(script.text, isOpen: script.isOpen))
    }
    if !runner.optionalVerbs.isEmpty, let first = words.first {
      if runner.optionalVerbs.contains(first.text) { words.removeFirst() }
      if runner.none.contains(first.text) { limit(.none) }
    }
    guard !runner.verbs.isEmpty else { return }
    let texts = words.map { $0.text }
    guard let verb = runner.verbs.filter({ texts.starts(with: $0) }).max(by: { $0.count < $1.count }) else {
      return limit(.none)
    }
    words.removeFirst(verb.count)
  }

  private mutating func readNames() {
    if names.isEmpty, let defaultNames {
      names = defaultNames.text.split(separator: ",").map { CommandWord(text: String($0), isOpen: defaultNames.isOpen) }
    }
    guard !names.isEmpty else { return }
    let best = Self.best(names.map { TargetName.extent($0.text, isOpen: $0.isOpen) })
    limit(best)
    let pythons = names.filter { TargetName.extent($0.text, isOpen: $0.isOpen) == best }
      .map { InterpreterName.other(in: $0.text) }
    if !pythons.contains(nil) { host.interpreter = pythons.first ?? nil }
  }

  /// Of several that all run.
  private static func best(_ extents: [TestRun.Extent]) -> TestRun.Extent {
    extents.max { $0.rank < $1.rank } ?? .none
  }

  private mutating func readRest() {
    switch runner.rest {
    case .ignored: break
    case .chosen:
      if let open = words.first(where: { $0.isOpen }) {
        limit(.unknown("what '\(open.text)' is, is known only then"))
      } else if !words.isEmpty {
        limit(.part)
      }
    case .paths:
      guard !words.isEmpty else { break }
      let extents = words.map { isDotted ? TestPath.extent(ofPackage: $0) : TestPath.extent($0) }
      // The folder of all tests is enough; of others it is not known what stands in them.
      let hasAll = zip(words, extents).contains { $1 == .whole && TestPath.holdsTests($0.text) }
      limit(hasAll ? .whole : extents.first { $0 != .whole } ?? .whole)
    case .only(let all, let missing):
      if words.isEmpty {
        limit(missing)
      } else if let open = words.first(where: \.isOpen) {
        limit(.unknown("what '\(open.text)' is, is known only then"))
      } else {
        limit(words.contains { all.contains($0.text) } ? .whole : .part)
      }
    case .targets(let whole): readTargets(whole)
    }
  }

  private mutating func readTargets(_ whole: Set<String>) {
    var extents: [TestRun.Extent] = []
    var options: [CommandWord] = []
    for word in words {
      if let (name, value) = word.assignment {
        let isChoice = ["TEST", "ARGS", "ONLY", "SUITE", "SUBDIRS"].contains { name.contains($0) }
        if isChoice || value.hasSuffix(".py") || value.hasSuffix(".t") || value.contains("::") {
          options += value.split(separator: " ").map { CommandWord(text: String($0), isOpen: word.isOpen) }
        }
      } else {
        extents.append(extent(ofTarget: word, whole))
      }
    }
    limit(Self.best(extents))
    guard !options.isEmpty, extent == .whole else { return }
    var reading = RunnerReading(.task)
    limit(reading.extent(of: options[...]))
  }

  private func extent(ofTarget word: CommandWord, _ whole: Set<String>) -> TestRun.Extent {
    // `:core:test` is a project's own.
    let parts = word.text.split(separator: ":")
    if word.text.hasPrefix(":"), parts.count > 1 { return .part }
    let name = word.text.hasPrefix(":") ? String(word.text.dropFirst()) : word.text
    let extent = TargetName.extent(name, isOpen: word.isOpen, whole: whole)
    // A target of which nothing is known is no test.
    if case .unknown = extent, !word.isOpen, !name.contains("test") { return .none }
    return extent
  }
}

extension Substring {
  /// The value in `-k=x`.
  fileprivate var withoutSign: String { String(hasPrefix("=") ? dropFirst() : self) }
}
