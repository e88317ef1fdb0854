extension RunnerReading {
  /// What the words have said, and the variables where they have not.
  mutating func host(_ environment: (String) -> CommandWord?) -> TestHost {
    let words = runner.hosts
    if let variable = words.tripleVariable, !hasTriple, let value = environment(variable) { readTriple(value) }
    if words.areGo {
      let (system, architecture) = (environment("GOOS"), environment("GOARCH"))
      if let open = [system, architecture].compactMap({ $0 }).first(where: \.isOpen) { cannotTell(open) }
      host = TestHost(goSystem: system?.text, architecture: architecture?.text).within(host)
    }
    if words.isEmulating, host.architecture != nil { host.isEmulated = true }
    return host
  }

  mutating func readHost(_ name: String, _ value: CommandWord) {
    let words = runner.hosts
    if words.triples.contains(name) { readTriple(value) }
    if words.architectures.contains(name) {
      guard !value.isOpen, let known = Architecture.known(value.text) else { return cannotTell(value) }
      host.architecture = known
    }
    if words.pythons.contains(name) {
      if value.isOpen { cannotTell(value) }
      host.interpreter = InterpreterName.asked(value.text)
    }
  }

  private mutating func readTriple(_ value: CommandWord) {
    hasTriple = true
    guard !value.isOpen, let target = TestHost(triple: value.text) else { return cannotTell(value) }
    host = target.within(host)
  }

  private mutating func cannotTell(_ value: CommandWord) {
    hostExtent = .unknown("what '\(value.text)' stands for, which it is to run on, cannot be told")
  }
}
