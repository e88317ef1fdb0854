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
  var tests: [Located<TestCommand>] = []
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
  }

  private let file: SourceFile

  init(of run: JobRun) {
    file = run.workflow.file
    if let image = run.container { addImage(image.value, in: image.range) }
    if let options = run.containerOptions { addPlatforms(Self.words(options.value), in: options.range) }
    if let reusable = run.job.reusable { unresolved.append(reusable) }
    for step in run.steps { add(step, in: run) }
  }

  private static func words(_ text: String) -> [Substring] { ShellWords.commands(of: text).flatMap(\.self) }

  private mutating func add(_ step: JobRun.Step, in run: JobRun) {
    let before = tests.count + wheelBuilds.count
    if let uses = step.step.uses { addAction(uses, step, in: run) }
    if let script = step.script { addScript(script, step, in: run) }
    guard tests.count + wheelBuilds.count > before else { return }
    switch step.ignoresFailure {
    case true?: ignoredFailure = ignoredFailure ?? step.step.continueOnError?.range
    case false?: break
    case nil: openFailure = openFailure ?? step.step.continueOnError?.range
    }
  }

  private mutating func addAction(_ uses: Located<String>, _ step: JobRun.Step, in run: JobRun) {
    let action = uses.value.prefix { $0 != "@" }.lowercased()
    switch action {
    case "pypa/cibuildwheel": wheelBuilds.append(WheelBuild(step, in: run))
    case "actions/setup-python":
      pythonArchitecture = step.input("architecture") ?? pythonArchitecture
      if let version = step.input("python-version") { pythons.append(version) }
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
      addScript(under: "run", step, in: run)
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
      addScript(under: "script", step, in: run)
    case "cross-platform-actions/action":
      guest = Guest(
        os: step.input("operating_system")?.value ?? "unknown", architecture: step.input("architecture")?.value,
        action: uses)
      addScript(under: "run", step, in: run)
    default:
      if action.hasPrefix("vmactions/"), action.hasSuffix("-vm") {
        let os = action.dropFirst("vmactions/".count).dropLast("-vm".count)
        guest = Guest(os: String(os), architecture: step.input("arch")?.value, action: uses)
        addScript(under: "run", step, in: run)
      } else if action.hasPrefix("./") {
        unresolved.append(uses)
      }
    }
  }

  /// The script that an action is given to run.
  private mutating func addScript(under input: String, _ step: JobRun.Step, in run: JobRun) {
    if let script = step.script(input) { addScript(script, step, in: run) }
  }

  private mutating func addScript(_ script: Located<String>, _ step: JobRun.Step, in run: JobRun) {
    let parts = ShellWords.parts(of: script.value)
    for (index, part) in parts.enumerated() {
      let words = part.words
      if let test = TestCommand(words) {
        tests.append(Located(value: test, range: script.range))
        if index + 1 < parts.count, parts[index + 1].forgives {
          ignoredFailure = ignoredFailure ?? file.range(of: "||", in: script.range) ?? script.range
        }
      }
      if words.contains(where: { $0.hasPrefix("tonistiigi/binfmt") || $0.hasPrefix("qemu-user") }) {
        emulation = emulation ?? Located(value: "tonistiigi/binfmt", range: script.range)
      }
      if words.contains("run"), words.contains(where: { $0 == "docker" || $0 == "podman" }) {
        addPlatforms(words, in: script.range)
        for word in words { addImage(String(word), in: script.range) }
      }
      if words.contains(where: { $0 == "cibuildwheel" || $0.hasPrefix("cibuildwheel==") }), !words.contains("install") {
        wheelBuilds.append(WheelBuild(step, in: run))
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
    let parts = image.split(separator: "/")
    guard parts.count > 1 || image.hasPrefix("alpine") else { return }
    // The official images of an architecture stand under its name.
    if parts.count > 1, let architecture = Architecture.known(parts[0]) {
      addArchitecture(architecture, saidBy: image, in: range)
    }
    let name = parts.last ?? ""
    if name.hasPrefix("alpine") || name.hasPrefix("musllinux") { usesMusl = true }
    guard name.hasPrefix("manylinux") || name.hasPrefix("musllinux") else { return }
    let tagless = name.prefix { $0 != ":" && $0 != "@" }
    for suffix in ["x86_64", "aarch64", "i686", "ppc64le", "s390x", "armv7l", "riscv64"] where tagless.hasSuffix(suffix)
    {
      addArchitecture(suffix, saidBy: image, in: range)
    }
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
