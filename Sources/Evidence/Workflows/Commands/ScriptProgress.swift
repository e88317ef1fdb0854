/// How certain it is that a script is still running, where something has been read that may end it.
struct ScriptProgress: Hashable {
  enum Reach: Int, Comparable {
    case certain
    case perhaps
    /// It has ended, and not with a failure.
    case ended
    /// It has ended with a failure, which shows.
    case failed

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// That of several ways of which one is taken. On one that ends with a failure nothing passes.
    static func merged(_ ways: [Reach]) -> Reach {
      let passing = ways.filter { $0 != .failed }
      guard let first = passing.first else { return ways.isEmpty ? .certain : .failed }
      return passing.allSatisfy { $0 == first } ? first : .perhaps
    }
  }

  /// What `exit`, `return` and `break` end.
  enum Part {
    case script, function, loop
  }

  private var script = Reach.certain
  private var function = Reach.certain
  private var loop = Reach.certain

  /// Whether what comes next runs.
  var reach: Reach { max(script, function, loop) }

  /// Whether the script is certain to have ended with a failure.
  var isFailed: Bool { script == .failed }

  mutating func end(_ part: Part, _ reach: Reach) {
    switch part {
    case .script: script = max(script, reach)
    case .function: function = max(function, reach)
    case .loop: loop = max(loop, reach)
    }
  }

  static func merged(_ ways: [ScriptProgress]) -> ScriptProgress {
    var merged = ScriptProgress()
    // A way that fails in any part leads to nothing.
    let passing = ways.filter { $0.reach != .failed }
    let counted = passing.isEmpty ? ways : passing
    merged.script = .merged(counted.map { $0.script })
    merged.function = .merged(counted.map { $0.function })
    merged.loop = .merged(counted.map { $0.loop })
    return merged
  }

  /// That of what called a function, behind it.
  func behindCall(from caller: ScriptProgress, failureEndsScript: Bool) -> ScriptProgress {
    var progress = caller
    progress.script = max(caller.script, script)
    if function == .failed, failureEndsScript { progress.script = .failed }
    return progress
  }

  /// That behind a loop, and in its next round.
  func behindLoop(from outside: ScriptProgress) -> ScriptProgress {
    var progress = self
    progress.loop = outside.loop
    return progress
  }
}

extension ScriptReading.State {
  /// Takes in `exit`, `return`, `break` and `continue`.
  ///
  /// - Parameter followsFailure: whether only a failure leads there, which a bare one passes on.
  mutating func leave(_ words: [CommandWord], followsFailure: Bool) {
    guard let first = words.first?.text.lowercased() else { return }
    let status = words.dropFirst().first { !$0.text.hasPrefix("/") }?.text
    let number = status.flatMap { Int($0) }
    let isFailure = number.map { $0 != 0 } ?? followsFailure
    switch first {
    case "exit": progress.end(.script, isFailure ? .failed : .ended)
    case "return": progress.end(.function, isFailure ? .failed : .ended)
    default: progress.end(.loop, .ended)
    }
  }

  /// Whether a text that runs at the end of a script, or after a failure, makes the failure good.
  func forgives(_ text: String, depth: Int = 0) -> Bool {
    forgives(ShellParser.read(text), depth: depth)
  }

  private func forgives(_ items: [ShellItem], depth: Int) -> Bool {
    guard depth < 8 else { return true }
    return items.contains { item in
      item.links.contains { link in
        link.pipeline.statements.contains { statement in
          switch statement {
          case .command(let command):
            guard let first = command.words.first?.spelling else { return false }
            if first == "exit" { return command.words.dropFirst().first?.spelling == "0" }
            return functions[first].map { forgives($0, depth: depth + 1) } ?? false
          case .group(let items, _), .loop(_, _, let items), .repetition(_, let items):
            return forgives(items, depth: depth + 1)
          case .branches(let branches, let otherwise):
            return (branches.map { $0.body } + [otherwise ?? []]).contains { forgives($0, depth: depth + 1) }
          case .cases(let lists): return lists.contains { forgives($0, depth: depth + 1) }
          case .function: return false
          }
        }
      }
    }
  }
}
