import Diagnostics

/// A command with all that starts it: tells the program that runs in the end, and what that tests.
struct CommandReading {
  private static let shells: Set<String> = ["bash", "sh", "dash", "zsh", "ksh", "ash"]
  /// Programs that get the tests to run from elsewhere.
  private static let choosers: Set<String> = ["xargs", "parallel"]

  let words: [CommandWord]
  /// `NAME=value` before it.
  private var settings: [CommandWord]
  /// A here-document.
  private let input: String?
  private let state: ScriptReading.State
  private let outer: (String) -> CommandWord?
  /// Where what is read so far runs the rest.
  private var host: TestHost
  /// What of it runs the rest where nobody can tell.
  private var stranger: String?

  init(
    _ words: [CommandWord], settings: [CommandWord] = [], input: String? = nil, _ state: ScriptReading.State,
    in reading: ScriptReading
  ) {
    self.words = words
    self.settings = settings
    self.input = input
    self.state = state
    outer = reading.setting.variable
    host = TestHost()
  }

  /// - Parameter reading: takes in the commands on the way.
  mutating func tests(in reading: inout ScriptReading, _ flow: ScriptReading.Flow) -> TestRun {
    var run = found(in: &reading, flow)
    run.host = run.host.within(host)
    if let stranger { run = run.unknown("where '\(stranger)' runs it, and by what, is known only then") }
    guard let folder = state.folder, run.extent == .whole else { return run }
    if state.foreign.contains(where: { folder.split(separator: "/").first.map(String.init) == $0 }) {
      run.extent = .unknown("'\(run.words)' tests what is cloned to '\(folder)'")
    } else if TestPath.isPart(ofProject: folder) {
      run.extent = .part
    }
    return run
  }

  /// The value that a variable has for the program; nil where it has none that is known.
  private func variable(_ name: String) -> CommandWord? {
    if let word = settings.last(where: { $0.assignment?.name == name }), let value = word.assignment?.value {
      return CommandWord(text: value, isOpen: word.isOpen)
    }
    guard let words = state.variables[name] else { return outer(name) }
    return CommandWord(text: words.map { $0.text }.joined(separator: " "), isOpen: words.contains(where: \.isOpen))
  }

  private mutating func found(in reading: inout ScriptReading, _ flow: ScriptReading.Flow) -> TestRun {
    var words = words
    for _ in 0..<24 {
      while let first = words.first, first.assignment != nil { settings.append(words.removeFirst()) }
      guard let first = words.first else { return .none }
      reading.record(words, flow)
      let name = ShellWords.programName(first.text[...])
      if Self.shells.contains(name) { return shell(words, in: &reading, flow) }
      if Self.choosers.contains(name) {
        var chosen = CommandReading(Array(words.dropFirst().drop { $0.text.hasPrefix("-") }), state, in: reading)
        var run = chosen.tests(in: &reading, flow)
        if run.extent == .whole { run.extent = .part }
        return run
      }
      if let inner = wrapped(name, words) {
        readHost(of: inner, name)
        guard case .words(let command) = inner.command else {
          guard case .text(let text) = inner.command else { return .none }
          return reading.run(script: text.text, Shell(exitsOnError: false), flow, state)
        }
        words = Array(command)
        if let run = task(name, words) { return run }
        continue
      }
      if PythonCommand.isPython(name, first) {
        host.interpreter = InterpreterName.other(in: name) ?? host.interpreter
        let python = PythonCommand(words, environment: variable)
        if let module = python.wrappedModule {
          words = module
          continue
        }
        return python.tests
      }
      return TestRunner.known(name, words, environment: variable) ?? other(words, in: &reading, flow)
    }
    return .none
  }

  /// Takes in where a program runs another, and which Python it is told to take.
  private mutating func readHost(of inner: CommandWrapper.Inner, _ name: String) {
    settings += inner.own.filter { $0.assignment != nil }
    switch inner.place {
    case .here: break
    case .elsewhere: stranger = stranger ?? [CommandWord(text: name)].line
    case .container: host = TestHost(container: inner.own.map { $0.text }).within(host)
    case .translated(let architecture):
      host.architecture = architecture
      host.isEmulated = true
    case .processor(let architecture): host.architecture = architecture
    case .system(let os): host.os = os
    }
    guard let variable = CommandWrapper.pythonVariables[name] else { return }
    var asked = self.variable(variable)
    for (index, word) in inner.own.enumerated() {
      let parts = word.text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = parts.first, ["-p", "--python", "-py", "+py", "+python"].contains(option) else { continue }
      let next = inner.own.dropFirst(index + 1).first
      asked = parts.count > 1 ? CommandWord(text: parts[1], isOpen: word.isOpen) : next
    }
    guard let asked else { return }
    if asked.isOpen { stranger = stranger ?? name }
    host.interpreter = InterpreterName.asked(asked.text)
  }

  private func wrapped(_ name: String, _ words: [CommandWord]) -> CommandWrapper.Inner? {
    func inner(_ command: CommandWrapper.Command) -> CommandWrapper.Inner {
      CommandWrapper.Inner(own: [], command: command, place: .here)
    }
    switch name {
    case "cmd", "powershell", "pwsh":
      guard let index = words.firstIndex(where: { ["/c", "//c", "-c", "-command"].contains($0.text.lowercased()) }),
        index + 1 < words.count
      else { return nil }
      return inner(.text(CommandWord(text: words[(index + 1)...].map { $0.text }.joined(separator: " "))))
    case "command":
      return words.dropFirst().first?.text.hasPrefix("-") == false ? inner(.words(words.dropFirst())) : nil
    case "busybox": return inner(.words(words.dropFirst()))
    case "arch":
      let asked = words.dropFirst().first { $0.text.hasPrefix("-") }.flatMap { Architecture.known($0.text.dropFirst()) }
      return CommandWrapper(asked.map { .processor($0) } ?? .elsewhere).inner(words)
    default:
      if name.hasPrefix("qemu-") {
        let machine = name.split(separator: "-").dropFirst().first.flatMap { Architecture.known($0) }
        return CommandWrapper(machine.map { .translated($0) } ?? .elsewhere, values: "-L -cpu -E").inner(words)
      }
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
    if let run = TestRunner.known(name, words, environment: { _ in nil }) { return run }
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
  private mutating func task(_ wrapper: String, _ words: [CommandWord]) -> TestRun? {
    guard CommandWrapper.all[wrapper]?.contains(where: \.isTask) == true else { return nil }
    guard let first = words.first else { return nil }
    host.interpreter = InterpreterName.other(in: first.text) ?? host.interpreter
    let script = first.text.split(separator: ":").last.map(String.init) ?? first.text
    let program = ShellWords.programName(script[...])
    if first.text.contains(":"), TestRunner.all[program] != nil {
      var inner = words
      inner[0].text = program
      return TestRunner.known(program, inner, environment: variable)
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
    guard case .command(let simple)? = statement else { return .none }
    var reading = ScriptReading("")
    let state = State(exitsOnError: true, hasPipefail: false)
    let words = simple.words.flatMap { reading.expand($0, state) }
    var command = CommandReading(words, state, in: reading)
    return command.tests(in: &reading, Flow())
  }
}
