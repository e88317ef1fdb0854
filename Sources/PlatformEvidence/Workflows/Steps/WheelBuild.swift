import Diagnostics

/// A step that builds wheels with cibuildwheel.
struct WheelBuild {
  /// What it builds: `cp313-manylinux_x86_64`, perhaps with `*`. Empty when it builds all that the machine can.
  var identifiers: [Located<String>] = []
  /// Architectures that `CIBW_ARCHS` asks for.
  var architectures: [String] = []
  /// Whether it may build for more than the above: `CIBW_ARCHS: all`, or a setting that is known only when it runs.
  var isOpen = false
  /// `CIBW_PLATFORM`
  var platform: String?
  /// `CIBW_TEST_COMMAND`, of all platforms under the empty key.
  var testCommands: [String: Located<String>] = [:]
  var testSkips: [String: Located<String>] = [:]
  /// The file with the rest of its settings, in the repository; nil when it is elsewhere.
  var configuration: String?
  var range: SourceRange

  private static let platforms = ["", "LINUX", "MACOS", "WINDOWS", "PYODIDE", "ANDROID", "IOS"]

  init(_ step: JobRun.Step, in run: JobRun) {
    range = step.step.uses?.range ?? step.step.range
    func setting(_ name: String) -> Located<String>? {
      step.environment(name).map { Located(value: $0, range: step.place(of: name, in: run)) }
    }
    if let only = step.input("only"), !only.value.isEmpty {
      identifiers = [only]
    } else if let build = setting("CIBW_BUILD") {
      identifiers = build.value.split(separator: " ").map { Located(value: String($0), range: build.range) }
    }
    isOpen = ["CIBW_BUILD", "CIBW_PLATFORM"].contains { step.environment($0) == nil && step.sets($0, in: run) }
    platform = step.environment("CIBW_PLATFORM")
    for name in Self.platforms {
      let suffix = name.isEmpty ? "" : "_\(name)"
      let archs = setting("CIBW_ARCHS\(suffix)")?.value.split { " ,".contains($0) } ?? []
      architectures += archs.compactMap { Architecture.known($0) }
      isOpen = isOpen || archs.contains("all") || archs.isEmpty && step.sets("CIBW_ARCHS\(suffix)", in: run)
      testCommands[name.lowercased()] = setting("CIBW_TEST_COMMAND\(suffix)")
      testSkips[name.lowercased()] = setting("CIBW_TEST_SKIP\(suffix)")
    }
    configuration = Self.configuration(step)
  }

  private static func configuration(_ step: JobRun.Step) -> String? {
    if let file = step.input("config-file") { return file.value }
    let folder = step.input("package-dir")?.value ?? "."
    return folder == "." || folder == "./" ? "pyproject.toml" : nil
  }
}
