/// Goes through a script as a shell would, and tells what it runs of a project's tests: which commands run for certain, and
/// whether a failure of each fails the script.
struct ScriptReading {
  /// What a script is run with.
  struct Setting {
    var shell = Shell.unnamed
    /// Where it starts, in the repository; nil for the repository itself.
    var folder: String?
    /// The value of a variable; nil where nobody is seen to set it.
    var variable: (String) -> CommandWord? = { _ in nil }
    /// The text of a script of the repository; nil where it is not given.
    var file: (String) -> String? = { _ in nil }
  }

  /// A command that runs: behind what only starts it, such as `sudo` and `uv run`, each of them in turn.
  struct Command {
    var words: [CommandWord]
    /// Whether a failure of it fails the script.
    var counts: Bool
  }

  /// What a shell remembers.
  struct State {
    var exitsOnError: Bool
    var hasPipefail: Bool
    var folder: String?
    var variables: [String: [CommandWord]] = [:]
    var functions: [String: [ShellItem]] = [:]
    /// Folders that hold another project.
    var foreign: Set<String> = []
    var progress = ScriptProgress()
    /// Whether what runs at its end makes failures good: `trap 'exit 0' EXIT`.
    var isForgiving = false
  }

  /// How what is read stands to the script.
  struct Flow {
    /// Whether the script fails when it ends with a failure.
    var counts = true
    /// Whether the status of each part of a pipe is looked at behind it.
    var checksPipes = false
    /// Whether only a failure leads there.
    var followsFailure = false
  }

  static let depthLimit = 24
  /// Commands looked at in one script, so that loops within loops end.
  private static let workLimit = 20_000
  /// Bytes of scripts within a script, so that those that call each other end.
  private static let byteLimit = 1 << 20

  let setting: Setting
  fileprivate(set) var tests = TestRun.none
  private(set) var commands: [Command] = []
  /// The first command that tests or builds, and whose failure is made good.
  var forgiven: TestRun?
  /// Whether the script is certain to fail, whatever its tests do.
  private(set) var isFailure = false
  var depth = 0
  private var work = 0
  private var bytes = 0

  init(_ script: String, _ setting: Setting = Setting()) {
    self.setting = setting
    var state = State(
      exitsOnError: setting.shell.exitsOnError, hasPipefail: setting.shell.hasPipefail, folder: setting.folder)
    tests = run(ShellParser.read(script, setting.shell.dialect), Flow(), &state)
    isFailure = state.progress.isFailed
  }

  mutating func record(_ words: [CommandWord], _ flow: Flow) {
    commands.append(Command(words: words, counts: flow.counts))
  }

  /// Runs a text as a script of its own.
  mutating func run(script: String, _ shell: Shell, _ flow: Flow, _ state: State) -> TestRun {
    bytes += script.utf8.count
    guard depth < Self.depthLimit, bytes < Self.byteLimit else { return .none }
    depth += 1
    defer { depth -= 1 }
    var inner = state
    (inner.exitsOnError, inner.hasPipefail) = (shell.exitsOnError, shell.hasPipefail)
    return run(ShellParser.read(script, shell.dialect), flow, &inner)
  }

  /// Runs a script of the repository with its words, where it is given and read by a shell; else its name may say that it
  /// tests.
  mutating func run(file words: ArraySlice<CommandWord>, _ shell: Shell?, _ flow: Flow, _ state: State) -> TestRun {
    guard let first = words.first else { return .none }
    var path = first.text
    for root in ["{project}/", "{package}/", "$GITHUB_WORKSPACE/", "${GITHUB_WORKSPACE}/", "${{ github.workspace }}/"]
    where path.hasPrefix(root) { path.removeFirst(root.count) }
    if path == first.text, let folder = state.folder, !folder.hasPrefix("{") { path = "\(folder)/\(path)" }
    guard let text = setting.file(path), let shell = shell ?? Shell(ofScript: text) else {
      return CommandReading.file(first, Array(words))
    }
    var inner = state
    for (index, word) in words.enumerated() { inner.variables[String(index)] = [word] }
    return run(script: text, shell, flow, inner)
  }

  mutating func run(_ items: [ShellItem], _ flow: Flow, _ state: inout State) -> TestRun {
    var found = TestRun.none
    let last = items.lastIndex { !$0.isWithoutStatus(setting.shell.dialect) } ?? items.count - 1
    for (index, item) in items.enumerated() {
      let reach = state.progress.reach
      guard reach <= .perhaps else { break }
      // No check of a status is farther away.
      let following = items[(index + 1)...].prefix(100)
      if let status = item.exit {
        // What came before is made good, but for what has ended the script already.
        if status == .success { found = forgive(found) }
        state.leave((item.command?.words ?? []).flatMap { expand($0, state) }, followsFailure: false)
        break
      }
      var inner = flow
      inner.followsFailure = false
      inner.checksPipes = following.first?.looksAtPipes == true
      inner.counts = flow.counts && (state.exitsOnError || index >= last || following.checksStatus(after: item))
      let isLast = index >= last || following.checksStatus(after: item)
      let run = run(item, inner, endsList: flow.counts && isLast, checkedBy: following, &state)
      found = found + (reach == .perhaps ? run.perhaps : run)
      if item.isCertainToFail, state.exitsOnError, flow.counts { state.progress.end(.script, .failed) }
    }
    return found
  }

  private mutating func forgive(_ run: TestRun) -> TestRun {
    guard run.extent != .none else { return run }
    forgiven = forgiven ?? run
    return run.swallowed
  }

  /// - Parameter endsList: whether its status is that of what it stands in.
  private mutating func run(
    _ item: ShellItem, _ flow: Flow, endsList: Bool, checkedBy following: ArraySlice<ShellItem>, _ state: inout State
  ) -> TestRun {
    var found = TestRun.none
    var previous: TestRun?
    var isCertain = true
    // Where a failure of each leads to.
    let rescues = item.links.indices.filter { item.links[$0].isAlternative }
    let areFailures = rescues.map { item.links[$0].fails(checkedBy: following) }
    var next = 0
    for (index, link) in item.links.enumerated() {
      while next < rescues.count, rescues[next] <= index { next += 1 }
      let isLast = index + 1 == item.links.count
      var inner = flow
      if item.isBackground {
        inner.counts = false
      } else if next < rescues.count {
        inner.counts = flow.counts && areFailures[next]
      } else if !isLast {
        // A shell that exits on errors does not where `&&` follows.
        inner.counts = endsList
      }
      if link.isAlternative {
        // A second try of the tests that have failed shows no more than the first.
        if let previous, previous.extent != .none { break }
        if item.links[..<index].last?.pipeline.decision == true { continue }
        isCertain = isCertain && item.links[..<index].last?.pipeline.decision == false
      } else if index > 0, item.links[index - 1].pipeline.decision == false {
        break
      } else if index > 0, item.links[index - 1].pipeline.decision == nil {
        // What fails before `&&` is passed over, unless something looks at the status of all.
        let isLookedAt = next < rescues.count ? areFailures[next] : endsList
        let previous = item.links[index - 1].pipeline
        isCertain = isCertain && !previous.isGuard && (isLookedAt || previous.isHarmless)
      }
      let (outer, before) = (state.exitsOnError, state.progress)
      if !isLast { state.exitsOnError = false }
      inner.followsFailure = link.isAlternative
      let run = run(link.pipeline, inner, &state)
      if !isLast { state.exitsOnError = outer }
      if index > 0, item.links[index - 1].pipeline.decision != !link.isAlternative {
        state.progress = .merged([before, state.progress])
      }
      found = found + (isCertain ? run : run.perhaps)
      previous = run
      // What only a failure leads to is no way that the script takes.
      if link.isAlternative { isCertain = true }
    }
    return found
  }

  private mutating func run(_ pipeline: ShellPipeline, _ flow: Flow, _ state: inout State) -> TestRun {
    var found = TestRun.none
    for (index, statement) in pipeline.statements.enumerated() {
      var inner = flow
      if pipeline.isNegated || index + 1 < pipeline.statements.count && !state.hasPipefail && !flow.checksPipes {
        inner.counts = false
      }
      found = found + run(statement, inner, &state)
    }
    return found
  }

  private mutating func run(_ statement: ShellStatement, _ flow: Flow, _ state: inout State) -> TestRun {
    guard depth < Self.depthLimit, work < Self.workLimit else { return .none }
    depth += 1
    work += 1
    defer { depth -= 1 }
    switch statement {
    case .command(let command): return run(command, flow, &state)
    case .group(let items, let isSubshell):
      guard isSubshell else { return run(items, flow, &state) }
      var inner = state
      let found = run(items, flow, &inner)
      if inner.progress.isFailed, flow.counts, state.exitsOnError { state.progress.end(.script, .failed) }
      return found
    case .branches(let branches, let otherwise): return run(branches, otherwise, flow, &state)
    case .cases(let lists):
      let before = state.progress
      var ways = [before]
      var found = TestRun.none
      for items in lists {
        state.progress = before
        found = found + run(items, flow, &state).perhaps
        ways.append(state.progress)
      }
      state.progress = .merged(ways)
      return found
    case .loop(let name, let values, let items): return loop(name, values, items, flow, &state)
    case .repetition(let condition, let items):
      let found = run(condition, Flow(counts: false), &state)
      return found + perhaps(items, flow, &state)
    case .function(let name, let items):
      state.functions[name] = items
      return .none
    }
  }

  private mutating func run(
    _ branches: [ShellStatement.Branch], _ otherwise: [ShellItem]?, _ flow: Flow, _ state: inout State
  ) -> TestRun {
    var found = TestRun.none
    var bodies: [TestRun] = []
    var ways: [ScriptProgress] = []
    func body(_ items: [ShellItem]?, _ reading: inout Self, _ state: inout State) {
      let before = state.progress
      let run = items.map { reading.run($0, flow, &state) } ?? .none
      // On a way that ends with a failure nothing passes.
      if state.progress.reach != .failed || !flow.counts { bodies.append(run) }
      ways.append(state.progress)
      state.progress = before
    }
    for branch in branches {
      let isLookedAt =
        flow.counts && (branches.map { $0.body } + [otherwise ?? []]).contains(where: { $0.exitsWithFailure })
      var condition = branch.condition
      if isLookedAt {
        for index in condition.indices {
          for link in condition[index].links.indices { condition[index].links[link].pipeline.isNegated = false }
        }
      }
      found = found + run(condition, Flow(counts: isLookedAt), &state)
      switch branch.condition.decision(expanding: { expand($0, state) }) {
      case true?:
        body(branch.body, &self, &state)
        state.progress = .merged(ways)
        return found + .either(bodies)
      case false?: continue
      case nil: body(branch.body, &self, &state)
      }
    }
    body(otherwise, &self, &state)
    state.progress = .merged(ways)
    return found + .either(bodies)
  }

  /// Items of a loop that may have no round.
  private mutating func perhaps(_ items: [ShellItem], _ flow: Flow, _ state: inout State) -> TestRun {
    let before = state.progress
    let found = run(items, flow, &state).perhaps
    state.progress = .merged([before, state.progress.behindLoop(from: before)])
    return found
  }

  private mutating func loop(
    _ name: String, _ values: [ShellWord]?, _ items: [ShellItem], _ flow: Flow, _ state: inout State
  ) -> TestRun {
    let words = (values ?? []).flatMap { expand($0, state) }
    guard values != nil, !words.isEmpty else { return perhaps(items, flow, &state) }
    let before = state.progress
    var found = TestRun.none
    for (index, word) in words.prefix(16).enumerated() {
      state.variables[name] = [word]
      let counts = flow.counts && (state.exitsOnError || index + 1 == words.count)
      found = found + run(items, Flow(counts: counts), &state)
      state.progress = state.progress.behindLoop(from: before)
    }
    return found
  }
}
