extension ShellItem {
  enum Exit: Hashable {
    case success
    case failure
  }

  /// What `exit` and `return` end a script with; a status that is kept in a variable may be a failure.
  var exit: Exit? {
    guard let words = command?.words.map({ $0.spelling }), let first = words.first, first == "exit" || first == "return"
    else {
      return nil
    }
    return words.count > 1 && words[1] == "0" ? .success : .failure
  }

  /// `false`, which ends a shell that exits on errors.
  var isCertainToFail: Bool {
    links.count == 1 && !links[0].pipeline.isNegated && links[0].pipeline.decision == false
  }

  /// Whether PowerShell looks past it for the status of the last program: a cmdlet, an assignment.
  func isWithoutStatus(_ dialect: Shell.Dialect) -> Bool {
    guard dialect == .powershell, let word = command?.words.first?.spelling else { return false }
    return word.hasPrefix("$") || ["echo", "cd", "ls", "cat", "cp", "mv", "rm", "mkdir"].contains(word)
      || word.first?.isUppercase == true && word.contains("-")
  }

  /// Whether it looks at the status of each part of the pipe before it, or keeps that.
  var looksAtPipes: Bool { looks(at: "PIPESTATUS") || command?.words.first?.names("PIPESTATUS") == true }

  /// The name of the variable that it keeps the last status in: `RESULT=$?`.
  fileprivate var keptStatus: String? {
    guard let word = command?.words.first, command?.words.count == 1,
      word.names("?") || word.names("PIPESTATUS")
    else { return nil }
    return CommandWord(text: word.spelling).assignment?.name
  }

  /// Whether it looks at a variable, in a way that may end the script: `exit $X`, `[ $X -eq 0 ]`.
  fileprivate func looks(at variable: String) -> Bool {
    links.contains { link in
      link.pipeline.statements.contains { statement in
        switch statement {
        case .command(let command):
          guard let first = command.words.first?.spelling else { return false }
          if first == "exit" || first == "return", variable == "?", command.words.count == 1 { return true }
          return ["exit", "return", "[", "[[", "test"].contains(first)
            && command.words.contains { $0.names(variable) }
        case .branches(let branches, _):
          return branches.contains { $0.condition.contains { $0.looks(at: variable) } }
        case .group(let items, _): return items.contains { $0.looks(at: variable) }
        default: return false
        }
      }
    }
  }
}

extension ArraySlice<ShellItem> {
  /// Whether what follows a command looks at its status, though the shell goes on.
  func checksStatus(after item: ShellItem) -> Bool {
    guard let next = first else { return false }
    if next.looks(at: "?") || next.looks(at: "PIPESTATUS") { return true }
    return next.keptStatus.map { name in dropFirst().contains { $0.looks(at: name) } } ?? false
  }
}

extension [ShellItem] {
  /// Whether it ends the script with a failure somewhere.
  var exitsWithFailure: Bool {
    contains { item in
      item.exit == .failure || item.links.contains { $0.pipeline.command?.words.first?.spelling == "false" }
        || item.links.contains { link in
          link.pipeline.statements.contains { statement in
            if case .group(let items, _) = statement { items.exitsWithFailure } else { false }
          }
        }
        || item.links.dropFirst().contains { $0.pipeline.exit == .failure }
    }
  }

  /// Whether a condition is known to hold, or not to.
  func decision(expanding expand: (ShellWord) -> [CommandWord]) -> Bool? {
    guard count == 1, self[0].links.count == 1 else { return nil }
    let pipeline = self[0].links[0].pipeline
    if let decision = pipeline.decision { return decision }
    guard let words = pipeline.command?.words.flatMap(expand), !words.contains(where: { $0.isOpen }) else { return nil }
    return ShellTest(words.map { $0.text }).decision.map { $0 != pipeline.isNegated }
  }
}

extension ShellPipeline {
  fileprivate var exit: ShellItem.Exit? { ShellItem(links: [ShellItem.Link(pipeline: self)]).exit }

  /// Of commands that say it whatever happens.
  var decision: Bool? {
    guard let name = command?.words.first?.spelling else { return nil }
    return ["true", ":", "echo", "printf"].contains(name) ? !isNegated : name == "false" ? isNegated : nil
  }

  /// Whether it only sets up where the next one runs.
  var isHarmless: Bool {
    let names = [
      "cd", "pushd", "popd", "source", ".", "export", "set", "unset", "conda", "mamba", "micromamba", "mkdir",
    ]
    return command?.words.first.map { names.contains($0.spelling) || CommandWord(text: $0.spelling).assignment != nil }
      ?? false
  }

  /// Whether it only asks something, so that what stands behind `&&` depends on the answer.
  var isGuard: Bool {
    guard let words = command?.words.map({ $0.spelling }), let first = words.first else { return false }
    return ["[", "[[", "test", "which", "type", "hash", "grep"].contains(first)
      || first == "command" && words.dropFirst().first?.hasPrefix("-") == true
  }
}

extension ShellItem.Link {
  /// Whether it is certain to fail where it stands behind `||`: it ends the script, keeps the status for a later look, or is
  /// another try.
  func fails(checkedBy following: ArraySlice<ShellItem>) -> Bool {
    if pipeline.exit == .failure || pipeline.decision == false { return true }
    for case .group(let items, _) in pipeline.statements where items.exitsWithFailure { return true }
    let item = ShellItem(links: [ShellItem.Link(pipeline: pipeline)])
    if let word = pipeline.command?.words.first, pipeline.command?.words.count == 1,
      let (name, value) = CommandWord(text: word.spelling).assignment, value != "0"
    {
      return following.contains { $0.looks(at: name) }
    }
    if item.exit != nil { return false }
    return ScriptReading.tests(of: pipeline).extent != .none
  }
}

/// `[ a = b ]`, where all of it is known.
private struct ShellTest {
  var words: ArraySlice<String>

  init(_ words: [String]) {
    var words = words[...]
    let isBracketed = words.first == "[" && words.last == "]" || words.first == "[[" && words.last == "]]"
    if isBracketed {
      words = words.dropFirst().dropLast()
      self.words = words
    } else {
      self.words = words.first == "test" ? words.dropFirst() : []
    }
  }

  var decision: Bool? {
    let words = Array(words)
    switch words.count {
    case 2 where words[0] == "-n": return !words[1].isEmpty
    case 2 where words[0] == "-z": return words[1].isEmpty
    case 3 where !words[2].contains { "*?[".contains($0) }:
      switch words[1] {
      case "=", "==": return words[0] == words[2]
      case "!=": return words[0] != words[2]
      default: return nil
      }
    default: return nil
    }
  }
}
