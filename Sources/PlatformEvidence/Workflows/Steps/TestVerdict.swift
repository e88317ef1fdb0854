import Diagnostics

/// Whether what a run builds is tested in it.
enum TestVerdict: Hashable, Sendable {
  case tested
  /// A chosen part of the tests only.
  case testedInPart(SourceRange)
  /// Built, and not tested: why, to go behind "is built and not tested, since".
  case untested(String, SourceRange)
  /// No step is known to run tests.
  case unseen(SourceRange)
  /// It cannot be told: why, as a sentence of its own.
  case unknown(String, SourceRange)
}

/// The settings of cibuildwheel in a file, as far as they are about tests.
struct BuildConfiguration: Sendable {
  let path: String
  private let settings: TOMLValue?

  init(path: String, file: TOMLValue) {
    self.path = path
    settings = file["tool"]?["cibuildwheel"]
  }

  /// The last setting of this name that holds for an identifier: of an override, of its platform, of all.
  func setting(_ name: String, for identifier: String, platform: String) -> TOMLValue? {
    let overrides = settings?["overrides"]?.elements ?? []
    let overriding = overrides.last { element in
      let patterns = element["select"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
      return element[name] != nil && patterns.contains { BuildPattern.matches($0, identifier) }
    }
    return overriding?[name] ?? settings?[platform]?[name] ?? settings?[name]
  }
}

/// Patterns of cibuildwheel's options: `*-musllinux_* cp31?-*`.
enum BuildPattern {
  static func matches(_ patterns: String, _ identifier: String) -> Bool {
    patterns.split { " ,".contains($0) }.contains { pattern in
      FilterPattern(pattern.replacingQuestionMarks).matches(identifier)
    }
  }
}

extension Substring {
  /// A filter's `?` makes what stands before it optional; here it is any one character.
  fileprivate var replacingQuestionMarks: String { map { $0 == "?" ? "[a-z0-9_-]" : String($0) }.joined() }
}

extension WheelBuild {
  /// Whether it tests what it builds for an identifier.
  ///
  /// - Parameter configurations: those of the repository that are known.
  func verdict(
    for identifier: Located<String>, platform: String, configurations: [BuildConfiguration]
  ) -> TestVerdict {
    let keys = [platform, ""]
    for skip in keys.compactMap({ testSkips[$0] }) where BuildPattern.matches(skip.value, identifier.value) {
      return .untested("'CIBW_TEST_SKIP' names it", skip.range)
    }
    if let command = keys.lazy.compactMap({ testCommands[$0] }).first {
      return command.value.isEmpty ? .untested("'CIBW_TEST_COMMAND' is empty", command.range) : .tested
    }
    guard let configuration else {
      return .unknown("the settings of cibuildwheel are in another repository", range)
    }
    guard let file = configurations.first(where: { $0.path == configuration }) else {
      return .unknown("'\(configuration)', which says how cibuildwheel tests, is not among the evidence", range)
    }
    return verdict(for: identifier.value, platform: platform, in: file)
  }

  private func verdict(for identifier: String, platform: String, in file: BuildConfiguration) -> TestVerdict {
    let skip = file.setting("test-skip", for: identifier, platform: platform)
    let patterns = skip.map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    if patterns.contains(where: { BuildPattern.matches($0, identifier) }) {
      return .untested("'test-skip' of '\(file.path)' names it", range)
    }
    let command = file.setting("test-command", for: identifier, platform: platform)
    let isEmpty = command.map { $0.text?.isEmpty ?? $0.elements.isEmpty } ?? true
    return isEmpty ? .untested("'\(file.path)' has no 'test-command' for it", range) : .tested
  }
}
