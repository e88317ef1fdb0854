package import Diagnostics

/// Whether what a run builds is tested in it.
package enum TestVerdict: Hashable, Sendable {
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
package struct BuildConfiguration: Sendable {
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
      let patterns = element["select"].map { $0.text.map { [$0] } ?? $0.elements.compactMap { $0.text } } ?? []
      return element[name] != nil && patterns.contains { BuildPattern($0).matches(identifier) }
    }
    return overriding?[name] ?? settings?[platform]?[name] ?? settings?[name]
  }

  /// The same as texts: of a list, or the only one.
  func texts(_ name: String, for identifier: String, platform: String) -> [String] {
    setting(name, for: identifier, platform: platform).map {
      $0.text.map { [$0] } ?? $0.elements.compactMap({ $0.text })
    }
      ?? []
  }
}

extension WheelBuild {
  /// Whether it tests what it builds for a platform: some of the builds, at least.
  ///
  /// - Parameter files: those of the repository that are known.
  func verdict(
    for identifiers: [String], platform: String, files: RepositoryFiles
  ) -> TestVerdict {
    var identifiers = identifiers
    let keys = [platform, ""]
    let skip = keys.lazy.compactMap({ testSkips[$0] }).first
    if let skip {
      identifiers.removeAll(where: BuildPattern(skip.value).matches)
      if identifiers.isEmpty { return .untested("'CIBW_TEST_SKIP' names it", skip.range) }
    }
    let file = configuration.flatMap { files.configuration($0) }
    if skip == nil, let file {
      identifiers.removeAll { identifier in
        file.texts("test-skip", for: identifier, platform: platform).contains { BuildPattern($0).matches(identifier) }
      }
      if identifiers.isEmpty { return .untested("'test-skip' of '\(file.path)' names it", range) }
    }
    if let command = keys.lazy.compactMap({ testCommands[$0] }).first {
      guard !command.value.isEmpty else { return .untested("'CIBW_TEST_COMMAND' is empty", command.range) }
      return verdict(of: command.value, at: command.range, files: files)
    }
    guard let configuration else {
      return .unknown("the settings of cibuildwheel are in another repository", range)
    }
    guard let file else {
      return .unknown("'\(configuration)', which says how cibuildwheel tests, is not among the evidence", range)
    }
    let commands = identifiers.map { identifier in
      file.texts("test-command", for: identifier, platform: platform).joined(separator: " && ")
    }
    guard let command = commands.first(where: { !$0.isEmpty }) else {
      return .untested("'\(file.path)' has no 'test-command' for it", range)
    }
    return verdict(of: command, at: range, files: files)
  }

  /// cibuildwheel gives it to a shell, in a folder of its own.
  private func verdict(of command: String, at range: SourceRange, files: RepositoryFiles) -> TestVerdict {
    let shell = Shell(exitsOnError: false)
    let tests = ScriptReading(command, ScriptReading.Setting(shell: shell, file: files.text)).tests
    switch tests.extent {
    case .whole: return .tested
    case .part: return .testedInPart(range)
    case .unknown(let why): return .unknown(why, range)
    case .none: return .unknown("'\(command.firstLine)' is not known to run tests", range)
    }
  }
}

extension String {
  /// What a message quotes of a script.
  fileprivate var firstLine: Substring {
    let text = drop(while: { $0.isWhitespace }).prefix { !$0.isNewline }
    return text.count > 80 ? text.prefix(80) : text
  }
}
