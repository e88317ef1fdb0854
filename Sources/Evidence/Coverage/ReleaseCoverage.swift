package import Policy

/// The wheels of a release, held against the platforms of a registry.
package struct ReleaseCoverage: Sendable {
  /// No release has a tenth of so many Pythons; each is held against each wheel.
  private static let limit = 64

  /// The Pythons that the release is built for, oldest first, and behind them those of other interpreters.
  package let pythons: [PythonTag]
  private let wheels: [WheelTags]
  /// Platforms that are a Python rather than a system, and whose wheels are not released.
  private let excluded: [TagPattern]

  /// - Parameter isExcluded: whether nothing is promised of a platform's wheels in this release; a Python of its own that
  ///   is none of the release's makes no hole in another platform.
  package init(_ release: IndexRelease, platforms: [Platform], isExcluded: (Platform) -> Bool) {
    wheels = release.wheels.compactMap { file in file.wheel.map { WheelTags(file, $0) } }
    let all = Set(wheels.flatMap { $0.pythons }.filter { $0.abi != "none" })
    pythons =
      all.isEmpty && !wheels.isEmpty ? [.any] : Array(all.sorted(by: PythonTag.isListedBefore).prefix(Self.limit))
    excluded = platforms.filter(isExcluded).flatMap { $0.patterns }.filter { $0.isAnyPlatform }
  }

  /// What the release has for a platform.
  package func coverage(of platform: Platform) -> PlatformCoverage {
    let patterns = platform.patterns
    let own = wheels.compactMap { $0.matching(patterns, of: platform.target.interpreter.value) }
    let expected = pythons.filter { isExpected($0, of: platform, patterns) }
    // The holes of a platform that is a Python show in the systems that lack it.
    let isPython = patterns.allSatisfy { $0.isAnyPlatform }
    let general = isPython ? [] : wheels.filter { $0.isForAnySystem }
    return PlatformCoverage(
      files: own.map { $0.file }, hasTags: !patterns.isEmpty, expected: expected,
      served: expected.filter { python in (own + general).contains { $0.serves(python) } },
      isServedByGeneralWheel: own.isEmpty && !general.isEmpty,
      holes: isPython || own.isEmpty ? [] : WheelHoles(expected, wheels: own, general: general).all,
      lines: Set(own.flatMap { $0.systems }.map { [$0.system, $0.architecture] }).count)
  }

  /// The wheels that belong to no platform.
  package func strangers(among platforms: [Platform]) -> [IndexFile] {
    let patterns = platforms.map { $0.patterns }.filter { !$0.allSatisfy { $0.isAnyPlatform } }.flatMap { $0 }
    return wheels.filter { !$0.isForAnySystem && $0.matching(patterns) == nil }.map { $0.file }
  }

  private func isExpected(_ python: PythonTag, of platform: Platform, _ patterns: [TagPattern]) -> Bool {
    guard python == .any || patterns.contains(where: { $0.matches(python) }),
      python.isOf(platform.target.interpreter.value)
    else { return false }
    return !excluded.contains { $0.matches(python) }
  }
}

/// What a release has for one platform.
package struct PlatformCoverage: Hashable, Sendable {
  /// Those that fit the platform's tag patterns.
  package var files: [IndexFile]
  /// Whether the registry gives patterns at all.
  package var hasTags: Bool
  /// The Pythons that the platform's wheels should serve.
  package var expected: [PythonTag]
  package var served: [PythonTag]
  /// Whether there are no wheels of its own, and one that runs on any system.
  package var isServedByGeneralWheel: Bool
  package var holes: [WheelHole]
  /// How many systems and architectures the wheels are of.
  package var lines: Int
}

extension Platform {
  /// The patterns of its wheels' tags; what has not three parts is a fault that the registry's reader reports.
  var patterns: [TagPattern] { wheels.tags.compactMap { TagPattern($0) } }
}

extension PythonTag {
  /// CPython first, then by version, the free-threaded build behind the other.
  static func isListedBefore(_ left: PythonTag, _ right: PythonTag) -> Bool {
    let keys = [left, right].map { ($0.implementation == "cp" ? 0 : 1, String($0.implementation)) }
    if keys[0] != keys[1] { return keys[0] < keys[1] }
    let versions = [left, right].map { $0.version ?? (0, 0) }
    if versions[0] != versions[1] { return versions[0] < versions[1] }
    return left.abi < right.abi
  }
}
