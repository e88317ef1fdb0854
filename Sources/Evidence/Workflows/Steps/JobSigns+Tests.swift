extension JobSigns {
  /// Tests with what the job's steps before them say of where they run, and by what.
  func placed(_ run: TestRun, in place: Place) -> TestRun {
    var run = run
    let isAndroid = run.host.os == "android"
    switch place {
    case .job: break
    case .container: run.host = run.host.within(TestHost(os: "linux", isContainer: true))
    case .guest: if let guest { run.host = run.host.within(host(of: guest)) }
    case .nowhere(let name):
      if !isAndroid { run = run.unknown("what '\(run.words)' runs on is not known behind '\(name)'") }
    }
    if isAndroid, let guest, guest.os == "android" { run.host = run.host.within(host(of: guest)) }
    guard run.host.interpreter == nil else { return run }
    if let otherInterpreter {
      return run.unknown("which Python runs '\(run.words)' cannot be told behind '\(otherInterpreter)'")
    }
    if let otherMachine, run.host.architecture == nil {
      return run.unknown("what '\(run.words)' tests is built with '\(otherMachine)', perhaps for another machine")
    }
    run.host.interpreter = interpreter == "cpython" ? nil : interpreter
    return run
  }

  private func host(of guest: Guest) -> TestHost {
    TestHost(os: guest.os, architecture: guest.architecture.map { Architecture.canonical($0) })
  }

  /// Takes in what a command that tests nothing says of those behind it.
  mutating func note(_ words: [Substring], _ tests: TestRun) {
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      let parts = word.split(separator: "=", maxSplits: 1)
      let isToolchain =
        word.hasPrefix("-DCMAKE_TOOLCHAIN_FILE") || word.hasPrefix("--cross-file")
        || word.hasPrefix("-DCMAKE_SYSTEM_NAME")
        || word == "-m32" || parts.count > 1 && parts[1].split(separator: " ").contains("-m32")
        || word == "-A" && ["Win32", "ARM64", "ARM"].contains(next) || parts.first == "--host" && parts.count > 1
      if isToolchain { otherMachine = otherMachine ?? String(word) }
    }
    guard let program = words.first.map({ ShellWords.programName($0) }) else { return }
    let names = words.joined(separator: " ")
    guard InterpreterName.other(in: names) != nil, tests.extent == .none || tests.host.interpreter == nil else {
      return
    }
    let installers = ["uv", "pyenv", "conda", "mamba", "micromamba", "virtualenv", "pdm", "rye", "hatch", "pixi", "ln"]
    let makesEnvironment = installers.contains(program) || words.dropFirst().starts(with: ["-m", "venv"])
    if makesEnvironment { otherInterpreter = otherInterpreter ?? names }
  }
}
