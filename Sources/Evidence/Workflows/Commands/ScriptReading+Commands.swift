extension ScriptReading {
  /// A word with the values of its variables, split where they are not quoted.
  func expand(_ word: ShellWord, _ state: State) -> [CommandWord] {
    var words: [CommandWord] = []
    var current: CommandWord?
    func add(_ text: String, isOpen: Bool = false) {
      current = CommandWord(text: (current?.text ?? "") + text, isOpen: current?.isOpen ?? false || isOpen)
    }
    let isAssignment = CommandWord(text: word.spelling).assignment != nil
    for piece in word.pieces {
      switch piece {
      case .text(let text): add(text)
      case .open(let text): add(text, isOpen: true)
      case .variable(let name, let spelling, let isQuoted):
        let known = state.variables[name] ?? setting.variable(name).map { [$0] }
        guard let known, !known.contains(where: \.isOpen), known.reduce(0, { $0 + $1.text.utf8.count }) < 4096 else {
          add(spelling, isOpen: true)
          continue
        }
        let text = known.map { $0.text }.joined(separator: " ")
        // `"$@"` stays in words.
        if isQuoted && name != "@" || isAssignment {
          add(text)
          continue
        }
        let parts = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        for (index, part) in parts.enumerated() {
          if index > 0, let done = current {
            words.append(done)
            current = nil
          }
          add(String(part))
        }
      }
    }
    return words + (current.map { [$0] } ?? [])
  }

  mutating func run(_ command: ShellCommand, _ flow: Flow, _ state: inout State) -> TestRun {
    var words = command.words.flatMap { expand($0, state) }
    let assignments = words.prefix { $0.assignment != nil }
    words.removeFirst(assignments.count)
    guard let first = words.first else {
      for word in assignments { state.assign(word) }
      return .none
    }
    switch first.text {
    case "cd", "pushd", "Set-Location", "chdir":
      state.enter(words.dropFirst().first { !$0.text.hasPrefix("-") && $0.text.lowercased() != "/d" })
      return .none
    case "set":
      var shell = Shell(exitsOnError: state.exitsOnError, hasPipefail: state.hasPipefail)
      shell.read(options: words.dropFirst().map { $0.text })
      (state.exitsOnError, state.hasPipefail) = (shell.exitsOnError, shell.hasPipefail)
      return .none
    case "export", "declare", "local", "readonly":
      for word in words.dropFirst() { state.assign(word) }
      return .none
    case "exit", "return", "break", "continue":
      state.leave(words, followsFailure: flow.followsFailure)
      return .none
    case "trap":
      let isAtEnd = words.dropFirst(2).contains { ["EXIT", "ERR", "0"].contains($0.text) }
      if isAtEnd, state.forgives(words[1].text) { state.isForgiving = true }
      return .none
    case "if" where setting.shell.dialect == .cmd:
      leavePerhaps(words, &state)
      return .none
    case "source", ".":
      return source(words, flow, &state)
    case "git" where words.dropFirst().first?.text == "clone": state.clone(words.dropFirst(2).map { $0.text })
    default: break
    }
    if let body = state.functions[first.text] { return call(body, words, flow, &state) }
    var reading = CommandReading(words, settings: Array(assignments), input: command.input, state, in: self)
    let run = reading.tests(in: &self, flow)
    if first.text == "exec", words.count > 1 { state.progress.end(.script, .ended) }
    guard run.extent != .none, !flow.counts || state.isForgiving else { return run }
    forgiven = forgiven ?? run
    return run.swallowed
  }

  private mutating func call(
    _ body: [ShellItem], _ words: [CommandWord], _ flow: Flow, _ state: inout State
  ) -> TestRun {
    var inner = state
    inner.functions[words[0].text] = nil
    inner.variables["@"] = Array(words.dropFirst())
    for (index, word) in words.enumerated() { inner.variables[String(index)] = [word] }
    let run = run(body, flow, &inner)
    state.progress = inner.progress.behindCall(
      from: state.progress, failureEndsScript: flow.counts && state.exitsOnError)
    state.isForgiving = inner.isForgiving
    return run
  }

  /// A script that is read as if it stood here; what is not given is what sets up an environment, as a rule.
  private mutating func source(_ words: [CommandWord], _ flow: Flow, _ state: inout State) -> TestRun {
    guard words.count > 1, depth < Self.depthLimit, let text = setting.file(words[1].text) else { return .none }
    depth += 1
    defer { depth -= 1 }
    let before = state.progress
    let run = run(ShellParser.read(text), flow, &state)
    state.progress = state.progress.behindCall(from: before, failureEndsScript: flow.counts && state.exitsOnError)
    return run
  }

  /// `if not exist file exit /b 0`
  private func leavePerhaps(_ words: [CommandWord], _ state: inout State) {
    guard let index = words.firstIndex(where: { $0.text.lowercased() == "exit" }) else { return }
    let before = state.progress
    state.leave(Array(words[index...]), followsFailure: words[1].text.lowercased() == "errorlevel")
    state.progress = .merged([before, state.progress])
  }
}

extension ScriptReading.State {
  fileprivate mutating func assign(_ word: CommandWord) {
    guard let (name, value) = word.assignment else { return }
    variables[name] = [CommandWord(text: value, isOpen: word.isOpen)]
  }

  /// What `git clone` makes a folder of.
  fileprivate mutating func clone(_ words: [String]) {
    guard let start = words.firstIndex(where: { $0.contains("/") && !$0.hasPrefix("-") }) else { return }
    let folder =
      words[(start + 1)...].first { !$0.hasPrefix("-") } ?? words[start].split(separator: "/").last.map(String.init)
    guard let folder else { return }
    foreign.insert(folder.hasSuffix(".git") ? String(folder.dropLast(4)) : folder)
  }

  fileprivate mutating func enter(_ target: CommandWord?) {
    guard let target, target.text != "-" else {
      folder = nil
      return
    }
    let isRelative = !target.text.hasPrefix("/") && !target.text.hasPrefix("$")
    folder = isRelative ? folder.map { "\($0)/\(target.text)" } ?? target.text : target.text
  }
}
