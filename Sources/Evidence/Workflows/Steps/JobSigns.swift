package import Diagnostics

/// What the steps of a run show of where and how its code is built and run.
struct JobSigns {
  /// Runs of cibuildwheel.
  var wheelBuilds: [WheelBuild] = []
  /// An architecture that a container is for: of its image's name, or of `--platform`.
  var containers: [Located<String>] = []
  /// Whether a container's C library is musl.
  var usesMusl = false
  /// What sets up emulation: `docker/setup-qemu-action`.
  var emulation: Located<String>?
  /// An operating system that steps bring along, with the architecture where it is given.
  var guest: Guest?
  /// `architecture` of the Python that is set up.
  var pythonArchitecture: Located<String>?
  /// Versions of the Pythons that are set up.
  var pythons: [Located<String>] = []
  /// What scripts test, one for each that does.
  var tests: [Located<TestRun>] = []
  /// Actions of the repository's own, and scripts of it, which may do anything.
  var unresolved: [Located<String>] = []
  /// A step that builds or tests, and whose failure does not fail the job.
  var ignoredFailure: SourceRange?
  /// A step that builds or tests, and of which it is known only when it runs whether a failure counts.
  var openFailure: SourceRange?

  struct Guest {
    var os: String
    var architecture: String?
    var action: Located<String>
    /// Whether the scripts of other steps run beside it.
    var isApart: Bool { !["cygwin", "emscripten"].contains(os) }
  }

  private let file: SourceFile
  /// The interpreter that the last step which sets one up has set up.
  var interpreter: String?
  /// What names another interpreter, so that nobody can tell which one later commands find.
  var otherInterpreter: String?
  /// What builds for another machine than the job's own: `-DCMAKE_TOOLCHAIN_FILE=…`.
  var otherMachine: String?
  /// What steps leave for those behind them.
  private var exported: [String: CommandWord] = [:]
  /// Whether a step is certain to fail, so that those behind it do not run.
  private var hasFailed = false

  init(of run: JobRun) {
    file = run.workflow.file
    if let image = run.container { addImage(image.value, in: image.range) }
    if let options = run.containerOptions { addPlatforms(Self.words(options.value), in: options.range) }
    if let reusable = run.job.reusable { unresolved.append(reusable) }
    for step in run.steps where !hasFailed || step.runsAfterFailure { add(step, in: run) }
  }

  private static func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace || $0 == "\"" || $0 == "'" } }

  private mutating func add(_ step: JobRun.Step, in run: JobRun) {
    let before = (tests: tests.count, builds: wheelBuilds.count)
    if let uses = step.step.uses { addAction(uses, step, in: run) }
    if let script = step.script { addScript(script, step, in: run, place: place(ofShell: step.shell(in: run))) }
    guard tests.count + wheelBuilds.count > before.tests + before.builds else { return }
    switch step.ignoresFailure {
    case true?: ignoredFailure = ignoredFailure ?? step.step.continueOnError?.range
    case false?: break
    case nil: openFailure = openFailure ?? step.step.continueOnError?.range
    }
    let isHeeded = step.ignoresFailure == false
    for index in tests.indices[before.tests...] {
      let test = isHeeded ? tests[index].value : tests[index].value.swallowed
      tests[index] = Located(value: step.certainty == nil ? test.perhaps : test, range: tests[index].range)
    }
    for index in wheelBuilds.indices[before.builds...] {
      if !isHeeded { wheelBuilds[index].doubt = "a failure of its step does not fail the job" }
      if step.certainty == nil { wheelBuilds[index].doubt = "its step runs on a condition" }
    }
  }

  /// Where scripts of a shell run that an action has brought along.
  private func place(ofShell shell: String?) -> Place {
    guard let words = shell?.split(whereSeparator: { $0 == " " || $0 == "/" }), let first = words.first else {
      return .job
    }
    if words.contains("alpine.sh") { return .container }
    if first.hasPrefix("wsl") || first == "ssh" { return .nowhere(String(first)) }
    return first == "cpa.sh" || first == guest.map { Substring($0.os) } ?? "" ? .guest : .job
  }

  /// Where a script runs.
  enum Place {
    case job, container, guest
    /// It can be told by nobody.
    case nowhere(String)
  }

  private mutating func addAction(_ uses: Located<String>, _ step: JobRun.Step, in run: JobRun) {
    let action = uses.value.prefix { $0 != "@" }.lowercased()
    if action.hasSuffix("/setup-python") {
      pythonArchitecture = step.input("architecture") ?? pythonArchitecture
      if let version = step.input("python-version") { pythons.append(version) }
    }
    if let version = step.input("python-version")?.value {
      // The last one is found under the plain name.
      let last = version.split(whereSeparator: \.isNewline).last { !$0.allSatisfy { $0.isWhitespace } } ?? ""
      interpreter = InterpreterName.asked(last.drop { " '\"[".contains($0) })
      otherInterpreter = nil
    }
    switch action {
    case "pypa/cibuildwheel": if let build = WheelBuild(step, in: run) { wheelBuilds.append(build) }
    case "docker/setup-qemu-action": emulation = emulation ?? uses
    case "uraimo/run-on-arch-action":
      emulation = emulation ?? uses
      if let architecture = step.input("arch"), architecture.value != "none" {
        addArchitecture(architecture.value, in: architecture.range)
      }
      if let image = step.input("base_image") {
        let words = Self.words(image.value)
        addPlatforms(words, in: image.range)
        for word in words { addImage(String(word), in: image.range) }
      }
      usesMusl = usesMusl || step.input("distro")?.value.hasPrefix("alpine") ?? false
      addScript(under: "run", step, in: run, place: .container)
    case "jirutka/setup-alpine":
      usesMusl = true
      if let architecture = step.input("arch") {
        emulation = emulation ?? uses
        addArchitecture(architecture.value, in: architecture.range)
      }
    case "egor-tensin/setup-cygwin", "cygwin/cygwin-install-action": guest = Guest(os: "cygwin", action: uses)
    case "mymindstorm/setup-emsdk", "emscripten-core/setup-emsdk":
      guest = Guest(os: "emscripten", architecture: "wasm32", action: uses)
    case "reactivecircus/android-emulator-runner":
      guest = Guest(os: "android", architecture: step.input("arch")?.value, action: uses)
      // It runs beside the emulator, and reaches it by `adb shell`.
      addScript(under: "script", step, in: run, place: .nowhere("reactivecircus/android-emulator-runner"))
    case "cross-platform-actions/action":
      guest = Guest(
        os: step.input("operating_system")?.value ?? "unknown", architecture: step.input("architecture")?.value,
        action: uses)
      addScript(under: "run", step, in: run, place: .guest)
    default:
      if action.hasPrefix("vmactions/"), action.hasSuffix("-vm") {
        let os = action.dropFirst("vmactions/".count).dropLast("-vm".count)
        guest = Guest(os: String(os), architecture: step.input("arch")?.value, action: uses)
        addScript(under: "run", step, in: run, place: .guest)
      } else if action.hasPrefix("./") {
        unresolved.append(uses)
      }
    }
  }

  /// The script that an action is given to run.
  private mutating func addScript(under input: String, _ step: JobRun.Step, in run: JobRun, place: Place) {
    if let script = step.input(input) { addScript(script, step, in: run, place: place) }
  }

  private mutating func addScript(_ script: Located<String>, _ step: JobRun.Step, in run: JobRun, place: Place) {
    let reading = ScriptReading(script.value, step.setting(in: run, exported: exported))
    if reading.tests.extent != .none {
      tests.append(Located(value: placed(reading.tests, in: place), range: script.range))
    }
    if reading.forgiven != nil {
      ignoredFailure = ignoredFailure ?? file.range(of: "||", in: script.range) ?? script.range
    }
    if reading.isFailure, step.certainty == true, step.ignoresFailure == false { hasFailed = true }
    exported.merge(StepExports.variables(of: script.value)) { _, new in new }
    for command in reading.commands {
      let words = command.words.map { Substring($0.text) }
      if words.contains(where: { $0.hasPrefix("tonistiigi/binfmt") || $0.hasPrefix("qemu-user") }) {
        emulation = emulation ?? Located(value: "tonistiigi/binfmt", range: script.range)
      }
      note(words, reading.tests)
      switch ShellWords.programName(words[0]) {
      case "docker", "podman":
        guard words.contains("run") else { continue }
        addPlatforms(words, in: script.range)
        for word in words { addImage(String(word), in: script.range) }
      case "cibuildwheel":
        if let build = WheelBuild(step, in: run, arguments: command.words) { wheelBuilds.append(build) }
      default: break
      }
    }
  }

  /// `--platform linux/arm64` and `--platform=linux/arm64`
  private mutating func addPlatforms(_ words: [Substring], in range: SourceRange) {
    for (index, word) in words.enumerated() where word.hasPrefix("--platform") {
      let value = word.dropFirst("--platform".count)
      let text = value.hasPrefix("=") ? value.dropFirst() : index + 1 < words.count ? words[index + 1] : ""
      if text.hasPrefix("linux/") { addArchitecture(text.dropFirst("linux/".count), saidBy: "--platform", in: range) }
    }
  }

  private mutating func addImage(_ image: String, in range: SourceRange) {
    guard let told = ContainerImage(image) else { return }
    if let architecture = told.architecture { addArchitecture(architecture, saidBy: image, in: range) }
    usesMusl = usesMusl || told.usesMusl
  }

  /// - Parameter word: what says so, where that stands in the range as it is.
  private mutating func addArchitecture(
    _ name: some StringProtocol, saidBy word: String = "", in range: SourceRange
  ) {
    let architecture = Architecture.canonical(name)
    guard !containers.contains(where: { $0.value == architecture }) else { return }
    containers.append(Located(value: architecture, range: file.range(of: word, in: range) ?? range))
  }
}

extension SourceFile {
  /// Where a text stands first within a range; nil where it does not, and for an empty text.
  package func range(of text: String, in range: SourceRange) -> SourceRange? {
    let wanted = Array(text.utf8)
    let offsets = offsets(of: range)
    guard let first = wanted.first, wanted.count <= offsets.count else { return nil }
    for start in offsets.lowerBound...(offsets.upperBound - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return self.range(start..<start + wanted.count)
    }
    return nil
  }
}
