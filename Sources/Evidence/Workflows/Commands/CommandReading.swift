import Diagnostics

/// A command with all that starts it: tells the program that runs in the end, and what that tests.
struct CommandReading {
  private static let shells: Set<String> = ["bash", "sh", "dash", "zsh", "ksh", "ash"]
  /// Programs that get the tests to run from elsewhere.
  private static let choosers: Set<String> = ["xargs", "parallel"]

  var words: [CommandWord]
  /// `NAME=value` before it.
  var assignments: [CommandWord]
  /// A here-document.
  var input: String?
  var state: ScriptReading.State

  /// - Parameter reading: takes in the commands on the way.
  func tests(in reading: inout ScriptReading, _ flow: ScriptReading.Flow) -> TestRun {
    var run = found(in: &reading, flow)
    guard let folder = state.folder, run.extent == .whole else { return run }
    if state.foreign.contains(where: { folder.split(separator: "/").first.map(String.init) == $0 }) {
      run.extent = .unknown("'\(run.words)' tests what is cloned to '\(folder)'")
    } else if TestPath.isPart(ofProject: folder) {
      run.extent = .part
    }
    return run
  }

  private func found(in reading: inout ScriptReading, _ flow: ScriptReading.Flow) -> TestRun {
    var words = words
    var settings = assignments
    for _ in 0..<24 {
      while let first = words.first, first.assignment != nil { settings.append(words.removeFirst()) }
      guard let first = words.first else { return .none }
      reading.record(words, flow)
      let name = ShellWords.programName(first.text[...])
      if Self.shells.contains(name) { return shell(words, in: &reading, flow) }
      if Self.choosers.contains(name) {
        let chosen = CommandReading(
          words: Array(words.dropFirst().drop { $0.text.hasPrefix("-") }), assignments: [], state: state)
        let run = chosen.found(in: &reading, flow)
        return run.extent == .whole ? TestRun(extent: .part, words: run.words) : run
      }
      switch wrapped(name, words, in: reading) {
      case .words(let inner)?:
        words = Array(inner)
        if let run = task(name, words) { return run }
        continue
      case .text(let text)?:
        return reading.run(script: text.text, Shell(exitsOnError: false), flow, state)
      case nil: break
      }
      if PythonCommand.isPython(name, first) {
        let python = PythonCommand(words, settings: settings, environment: reading.setting.variable)
        if let module = python.wrappedModule {
          words = module
          continue
        }
        return python.tests
      }
      let known = TestRunner.known(name, words, settings: settings, environment: reading.setting.variable)
      return known ?? other(words, in: &reading, flow)
    }
    return .none
  }

  private func wrapped(_ name: String, _ words: [CommandWord], in reading: ScriptReading) -> CommandWrapper.Inner? {
    switch name {
    case "cmd", "powershell", "pwsh":
      guard let index = words.firstIndex(where: { ["/c", "//c", "-c", "-command"].contains($0.text.lowercased()) }),
        index + 1 < words.count
      else { return nil }
      return .text(CommandWord(text: words[(index + 1)...].map { $0.text }.joined(separator: " ")))
    case "command":
      return words.dropFirst().first?.text.hasPrefix("-") == false ? .words(words.dropFirst()) : nil
    case "busybox": return .words(words.dropFirst())
    default:
      if name.hasPrefix("qemu-") { return CommandWrapper(values: "-L -cpu -E").inner(words) }
      return CommandWrapper.all[name]?.lazy.compactMap { $0.inner(words) }.first
    }
  }

  /// A shell with the text of a command, a file, or a here-document.
  private func shell(
    _ words: [CommandWord], in reading: inout ScriptReading, _ flow: ScriptReading.Flow
  ) -> TestRun {
    var shell = Shell(exitsOnError: false)
    var isCommand = false
    for (index, word) in words.enumerated().dropFirst() {
      if word.text.hasPrefix("-"), !word.text.hasPrefix("--") {
        isCommand = isCommand || word.text.contains("c")
        shell.read(options: [word.text])
      } else if word.text == "pipefail" {
        shell.hasPipefail = true
      } else if !word.text.hasPrefix("-") {
        guard isCommand else { return reading.run(file: words[index...], shell, flow, state) }
        return reading.run(script: word.text, shell, flow, state)
      }
    }
    return input.map { reading.run(script: $0, shell, flow, state) } ?? .none
  }

  /// A script that is not given: its name may say that it tests.
  static func file(_ word: CommandWord, _ words: [CommandWord]) -> TestRun {
    let name = ShellWords.programName(word.text[...])
    if let run = TestRunner.known(name, words, settings: [], environment: { _ in nil }) { return run }
    let tokens = name.split { !$0.isLetter }
    guard tokens.contains(where: { ["test", "tests", "ci", "check", "runtests"].contains($0) }) else { return .none }
    return TestRun(extent: .unknown("'\(word.text)' is not looked into"), words: words.line)
  }

  /// A program of which nothing is known, perhaps a script of the project's.
  private func other(
    _ words: [CommandWord], in reading: inout ScriptReading, _ flow: ScriptReading.Flow
  ) -> TestRun {
    guard let first = words.first else { return .none }
    if first.isOpen, !first.text.contains("/"), first.text.lowercased().hasBytes("test") {
      return TestRun(extent: .unknown("what '\(first.text)' runs is known only then"), words: words.line)
    }
    guard first.text.contains("/") || first.text.contains("\\") || first.text.hasSuffix(".sh") else { return .none }
    return reading.run(file: words[...], nil, flow, state)
  }

  /// What stands behind `hatch run` and its like names something of the project's settings, where it is no program.
  private func task(_ wrapper: String, _ words: [CommandWord]) -> TestRun? {
    guard CommandWrapper.all[wrapper]?.contains(where: { $0.isTask }) == true else { return nil }
    let words = Array(words.drop { $0.text.hasPrefix("+") && $0.text.contains("=") })
    guard let first = words.first else { return nil }
    let script = first.text.split(separator: ":").last.map(String.init) ?? first.text
    let program = ShellWords.programName(script[...])
    if first.text.contains(":"), TestRunner.all[program] != nil {
      var inner = words
      inner[0].text = program
      return TestRunner.known(program, inner, settings: assignments, environment: { _ in nil })
    }
    guard TestRunner.all[program] == nil, CommandWrapper.all[program] == nil, !Self.shells.contains(program),
      !PythonCommand.isPython(program, first), !first.text.contains("/")
    else { return nil }
    let extent = TargetName.extent(first.text, isOpen: first.isOpen, whole: ["cov"])
    return TestRunner.arguments(words.dropFirst(), of: .task, extent: extent, words: words)
  }
}

extension ScriptReading {
  /// What a command does that stands alone.
  static func tests(of pipeline: ShellPipeline) -> TestRun {
    let statement = pipeline.statements.first
    guard case .command(let command)? = statement else { return .none }
    var reading = ScriptReading("")
    let state = State(exitsOnError: true, hasPipefail: false)
    let words = command.words.flatMap { reading.expand($0, state) }
    return CommandReading(words: words, assignments: [], state: state).tests(in: &reading, Flow())
  }
}
