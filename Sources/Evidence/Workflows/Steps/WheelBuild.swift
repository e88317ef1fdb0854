import Diagnostics

/// A step that builds wheels with cibuildwheel.
struct WheelBuild {
  /// What it builds: `cp313-manylinux_x86_64`, perhaps with `*`. Empty when it builds all that the machine can.
  var identifiers: [Located<String>] = []
  /// `CIBW_SKIP`
  var skip: Located<String>?
  /// `CIBW_ARCHS`, of all platforms under the empty key; nil values for those that are known only when it runs.
  private var architectures: [String: String?] = [:]
  /// Whether it may build for more than the above: a setting is known only when it runs.
  var isOpen = false
  /// `CIBW_PLATFORM`
  var platform: String?
  /// `CIBW_TEST_COMMAND`, of all platforms under the empty key.
  var testCommands: [String: Located<String>] = [:]
  var testSkips: [String: Located<String>] = [:]
  /// The file with the rest of its settings, in the repository; nil when it is elsewhere.
  var configuration: String?
  /// `v4.2.0`, or the hash of a commit; empty where none is named.
  private var version = ""
  /// What keeps it from showing that its tests pass, as a sentence of its own.
  var doubt: String?
  var range: SourceRange

  private static let platforms = ["", "LINUX", "MACOS", "WINDOWS", "PYODIDE", "ANDROID", "IOS"]

  private static let questions: Set<String> = [
    "--print-build-identifiers", "--help", "-h", "--version", "--clean-cache",
  ]

  /// - Parameter arguments: those of the command line; nil for the action.
  /// - Returns: Nil for a command that builds nothing.
  init?(_ step: JobRun.Step, in run: JobRun, arguments: [CommandWord] = []) {
    let options = Self.options(arguments)
    guard !options.keys.contains(where: Self.questions.contains) else { return nil }
    range = step.step.uses?.range ?? step.step.range
    version = String(step.step.uses?.value.split(separator: "@").dropFirst().first ?? "")
    func setting(_ name: String) -> Located<String>? {
      step.environment(name).map { Located(value: $0, range: step.place(of: name, in: run)) }
    }
    let only = options["--only"].map { Located(value: $0, range: range) } ?? step.input("only")
    if let only, !only.value.isEmpty {
      identifiers = [only]
    } else if let build = setting("CIBW_BUILD") {
      identifiers = BuildPattern.split(build.value).map { Located(value: $0, range: build.range) }
    }
    skip = setting("CIBW_SKIP")
    isOpen =
      arguments.contains(where: { $0.isOpen })
      || ["CIBW_BUILD", "CIBW_SKIP", "CIBW_PLATFORM"].contains {
        step.environment($0) == nil && step.sets($0, in: run)
      }
    platform = options["--platform"] ?? step.environment("CIBW_PLATFORM")
    for name in Self.platforms {
      let suffix = name.isEmpty ? "" : "_\(name)"
      if step.sets("CIBW_ARCHS\(suffix)", in: run) {
        architectures[name.lowercased()] = .some(step.environment("CIBW_ARCHS\(suffix)"))
      }
      testCommands[name.lowercased()] = setting("CIBW_TEST_COMMAND\(suffix)")
      testSkips[name.lowercased()] = setting("CIBW_TEST_SKIP\(suffix)")
    }
    if let asked = options["--archs"] { architectures = ["": asked] }
    configuration = Self.configuration(step, options)
  }

  /// Those that the environment asks for on a platform, as it writes them: empty where they are all that there are, or
  /// known only when it runs; nil where it does not ask.
  func architectures(on platform: String) -> String? {
    guard let asked = architectures[platform] ?? architectures[""] else { return nil }
    return asked.flatMap { BuildPattern.split($0).contains("all") ? nil : $0 } ?? ""
  }

  func setsArchitectures(_ platform: String?) -> Bool { architectures(on: platform ?? "") != nil }

  /// Whether the action is one of its first two versions.
  var isBeforeVersion3: Bool { ["v1", "v2"].contains { version == $0 || version.hasPrefix("\($0).") } }

  /// By name; those without a value are empty, and the folder of the package stands under no name.
  private static func options(_ arguments: [CommandWord]) -> [String: String] {
    var options: [String: String] = [:]
    var words = arguments.dropFirst().map { $0.text }[...]
    while let word = words.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard word.hasPrefix("-") else {
        options[""] = word
        continue
      }
      let takesValue = ["--only", "--platform", "--archs", "--output-dir", "--config-file", "--enable"].contains(word)
      options[parts[0]] = parts.count > 1 ? parts[1] : takesValue ? words.popFirst() : ""
    }
    return options
  }

  private static func configuration(_ step: JobRun.Step, _ options: [String: String]) -> String? {
    if let file = options["--config-file"] ?? step.input("config-file")?.value ?? step.environment("CIBW_CONFIG_FILE"),
      !file.isEmpty
    {
      let start = ["./", "{package}/", "{project}/"].first { file.hasPrefix($0) } ?? ""
      return String(file.dropFirst(start.count))
    }
    let folder = options[""] ?? step.input("package-dir")?.value ?? "."
    guard !folder.hasPrefix("/"), !folder.contains("$") else { return nil }
    return folder == "." || folder == "./" ? "pyproject.toml" : "\(folder)/pyproject.toml"
  }
}
