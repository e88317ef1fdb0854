import Diagnostics

/// What a run of cibuildwheel builds, by its options `build`, `skip` and `archs` ("Options" of its documentation): those
/// of the environment, else those of its file, else its defaults.
struct BuildSelection {
  /// The builds for one platform.
  struct Item {
    var target: BuildTarget
    /// The pattern that asks for them.
    var pattern: Located<String>
    /// `cp313-manylinux_x86_64`, one for each Python.
    var identifiers: [String]
    /// Whether a file that is not among the evidence may say otherwise.
    var isAssumed: Bool

    /// The only identifier, or what is common to all.
    var title: String {
      guard identifiers.count > 1, let tag = identifiers[0].split(separator: "-", maxSplits: 1).last else {
        return identifiers.first ?? pattern.value
      }
      return "\(BuildSelection.pythonPattern(of: pattern.value))-\(tag)"
    }
  }

  private let build: WheelBuild
  /// As cibuildwheel calls it: `linux`, `pyodide`; nil where the machine is not known.
  private let platform: String?
  private let machine: String?
  private let configuration: BuildConfiguration?

  init(_ build: WheelBuild, on runner: Runner?, files: RepositoryFiles) {
    self.build = build
    platform = build.platform.flatMap { $0 == "auto" ? nil : $0 } ?? runner?.os
    machine = runner?.architecture
    configuration = build.configuration.flatMap { files.configuration($0) }
  }

  var items: [Item] {
    let skip = (build.skip?.value ?? configured("skip")).map { BuildPattern($0) }
    let asked = build.identifiers.isEmpty ? configured("build") : nil
    let patterns =
      build.identifiers + BuildPattern.split(asked ?? "").map { Located(value: $0, range: build.range) }
    let all = patterns.isEmpty ? [Located(value: "*", range: build.range)] : patterns
    return all.flatMap { pattern -> [Item] in
      guard Self.namesSystem(pattern.value) else { return build.isOpen ? [] : items(of: pattern, skipping: skip) }
      guard let target = BuildTarget.named(by: pattern.value) else { return [] }
      let tag = String(pattern.value.split(separator: "-", maxSplits: 1).last ?? "")
      let identifiers = identifiers(of: pattern.value, tag: tag, skipping: skip)
      return identifiers.isEmpty
        ? [] : [Item(target: target, pattern: pattern, identifiers: identifiers, isAssumed: false)]
    }
  }

  /// The builds that a pattern asks for where it leaves the platform open.
  private func items(of pattern: Located<String>, skipping skip: BuildPattern?) -> [Item] {
    let isAssumed = configuration == nil && (build.identifiers.isEmpty || !build.setsArchitectures(platform))
    return candidates.compactMap { target in
      let identifiers = identifiers(of: pattern.value, tag: target.tag, skipping: skip)
      return identifiers.isEmpty
        ? nil : Item(target: target, pattern: pattern, identifiers: identifiers, isAssumed: isAssumed)
    }
  }

  private func identifiers(of pattern: String, tag: String, skipping skip: BuildPattern?) -> [String] {
    let wanted = BuildPattern(pattern)
    return Self.pythons(for: pattern).map { "\($0)-\(tag)" }.filter { identifier in
      wanted.matches(identifier) && !(skip?.matches(identifier) ?? false)
    }
  }

  private func configured(_ name: String) -> String? {
    configuration?.setting(name, for: "", platform: platform ?? "").map {
      $0.text ?? $0.elements.compactMap { $0.text }.joined(separator: " ")
    }
  }

  /// All that it can build on the machine for the architectures that are asked for.
  private var candidates: [BuildTarget] {
    guard let platform else { return [] }
    switch platform {
    case "pyodide": return [BuildTarget(os: "emscripten", architecture: "wasm32")]
    case "ios":
      return [true, false].map { BuildTarget(os: "ios", architecture: machine ?? "arm64", isSimulator: $0) }
    default:
      let asked = build.architectures(on: platform) ?? configured("archs") ?? "auto"
      let architectures = BuildPattern.split(asked).flatMap { Self.architectures($0, platform, machine, build) }
      return architectures.flatMap { architecture -> [BuildTarget] in
        guard platform == "linux" else { return [BuildTarget(os: platform, architecture: architecture)] }
        return ["glibc", "musl"].map { BuildTarget(os: platform, architecture: architecture, libc: $0) }
      }
    }
  }

  /// What a word of `archs` stands for on a machine.
  private static func architectures(
    _ word: String, _ platform: String, _ machine: String?, _ build: WheelBuild
  ) -> [String] {
    switch word {
    case "native": return [machine].compactMap { $0 }
    case "auto64": return machine == "x86" ? [] : [machine].compactMap { $0 }
    case "auto32":
      switch (platform, machine) {
      case ("linux", "x86-64"?), ("windows", "x86-64"?), (_, "x86"?): return ["x86"]
      case ("linux", "arm64"?): return ["armv7"]
      default: return []
      }
    case "auto":
      // On Linux until its third version.
      let builds32Bit = platform == "windows" || platform == "linux" && build.isBeforeVersion3
      return [machine].compactMap { $0 } + (machine == "x86-64" && builds32Bit ? ["x86"] : [])
    case "universal2": return ["universal2", "arm64", "x86-64"]
    default: return [Architecture.known(word)].compactMap { $0 }
    }
  }

  /// Whether a pattern leaves nothing of the platform open.
  private static func namesSystem(_ pattern: String) -> Bool {
    guard let dash = pattern.firstIndex(of: "-") else { return false }
    return !pattern[dash...].contains { "*?[".contains($0) }
  }

  private static func pythonPattern(of pattern: String) -> Substring {
    pattern.contains("-") ? pattern.prefix { $0 != "-" } : "*"
  }

  /// Those that it builds for now, and those that a pattern names: of interest only for what other patterns leave out.
  private static let knownPythons = [
    "cp38", "cp39", "cp310", "cp311", "cp312", "cp313", "cp313t", "cp314", "cp314t", "cp315", "cp315t",
  ]

  private static func pythons(for pattern: String) -> [String] {
    let python = String(pythonPattern(of: pattern))
    guard python.contains(where: { "*?[".contains($0) }) else { return [python] }
    let known = knownPythons.filter(BuildPattern(python).matches)
    return known.isEmpty ? [python] : known
  }
}

extension BuildTarget {
  /// The end of its identifiers: `manylinux_x86_64`.
  fileprivate var tag: String {
    switch os {
    case "windows": return architecture == "x86" ? "win32" : "win_\(architecture == "x86-64" ? "amd64" : architecture)"
    case "emscripten": return "pyodide_wasm32"
    case "android": return "android_\(architecture == "arm64" ? "arm64_v8a" : nameInTags)"
    case "ios": return "ios_\(nameInTags)_\(isSimulator ? "iphonesimulator" : "iphoneos")"
    case "macos": return "macosx_\(nameInTags)"
    default:
      let names = ["x86": "i686", "arm64": "aarch64", "armv7": "armv7l"]
      return "\(libc == "musl" ? "musllinux" : "manylinux")_\(names[architecture] ?? nameInTags)"
    }
  }

  private var nameInTags: String { architecture == "x86-64" ? "x86_64" : architecture }
}
