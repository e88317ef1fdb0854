package import Policy

/// The wheels of a release, held against the platforms of a registry.
package struct ReleaseCoverage: Sendable {
  /// No release has a tenth of so many Pythons; each is held against each wheel.
  private static let limit = 64

  /// The Pythons that the release is built for, oldest first, and behind them those of other interpreters.
  package let pythons: [PythonTag]
  /// Those that the release before it is built for and it is not, though it is for older ones.
  private let dropped: [PythonTag]
  private let earlier: IndexRelease?
  private let wheels: [WheelTags]
  /// Platforms that are a Python rather than a system, and whose wheels are not released.
  private let excluded: [TagPattern]

  /// - Parameters:
  ///   - earlier: the release before it. Within one line no Python is dropped, so that those of an earlier release of the
  ///     line are expected as well.
  ///   - isExcluded: whether nothing is promised of a platform's wheels in this release; a Python of its own that is none
  ///     of the release's makes no hole in another platform.
  package init(
    _ release: IndexRelease, after earlier: IndexRelease? = nil, platforms: [Platform], isExcluded: (Platform) -> Bool
  ) {
    let wheels = Self.wheels(of: release)
    self.wheels = wheels
    let before = earlier.map(Self.wheels) ?? []
    let own = Self.pythons(of: wheels)
    let wanted = Self.pythons(of: before).filter { python in !wheels.contains { $0.serves(python) } }
    let isSameLine = earlier?.version.line == release.version.line
    let oldest = own.compactMap { $0.version }.min { $0 < $1 }
    dropped =
      isSameLine
      ? [] : wanted.filter { python in oldest.map { oldest in python.version.map { oldest < $0 } ?? false } ?? false }
    let all = own.union(isSameLine ? wanted : [])
    pythons =
      all.isEmpty && !wheels.isEmpty ? [.any] : Array(all.sorted(by: PythonTag.isListedBefore).prefix(Self.limit))
    self.earlier = earlier
    excluded = platforms.filter(isExcluded).flatMap { $0.patterns }.filter { $0.isAnyPlatform }
  }

  private static func wheels(of release: IndexRelease) -> [WheelTags] {
    release.wheels.compactMap { file in file.wheel.map { WheelTags(file, $0) } }
  }

  private static func pythons(of wheels: [WheelTags]) -> Set<PythonTag> {
    Set(wheels.flatMap { $0.pythons }.filter { $0.abi != "none" })
  }

  /// What the release has for a platform.
  package func coverage(of platform: Platform) -> PlatformCoverage {
    let patterns = platform.patterns
    let own = wheels.compactMap { $0.matching(patterns, of: platform.target.interpreter.value) }
    let expected = pythons.filter { isExpected($0, of: platform, patterns) }
    // The holes of a platform that is a Python show in the systems that lack it.
    let isPython = patterns.allSatisfy { $0.isAnyPlatform }
    let general = isPython ? [] : wheels.filter { $0.isForAnySystem }
    let served = expected.filter { python in (own + general).contains { $0.serves(python) } }
    let dropped = isPython ? expected.filter { !served.contains($0) } : []
    let gone = dropped.isEmpty ? [] : [WheelHole(pythons: dropped, system: "", architecture: "", kind: .missing)]
    return PlatformCoverage(
      files: own.map { $0.file }, hasTags: !patterns.isEmpty, expected: expected,
      served: served,
      isServedByGeneralWheel: own.isEmpty && !general.isEmpty,
      holes: own.isEmpty ? [] : isPython ? gone : WheelHoles(expected, wheels: own, general: general).all,
      systems: Set(own.flatMap { $0.systems }),
      doubt: doubt(of: platform, patterns, expected))
  }

  /// Why the Pythons of the release may not be all that it should have; nil where nothing says so.
  private func doubt(of platform: Platform, _ patterns: [TagPattern], _ expected: [PythonTag]) -> String? {
    let missing = dropped.filter { isExpected($0, of: platform, patterns) }.sorted(by: PythonTag.isListedBefore)
    if let earlier, !missing.isEmpty {
      return "no platform has wheels for \(missing.map { $0.label }.joined(separator: ", ")), as \(earlier.version) has"
    }
    guard expected.count == 1, earlier == nil, expected[0] != .any, expected[0].abi != "abi3" else { return nil }
    return "no earlier release tells whether it should have others than \(expected[0].label)"
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
  /// The systems that its wheels install on.
  package var systems: Set<SystemTag>

  /// How many systems and architectures the wheels are of.
  package var lines: Int { Set(systems.map { [$0.system, $0.architecture] }).count }
  /// Why the Pythons of the release may not be all that it should have.
  package var doubt: String?
}

extension Platform {
  /// The patterns of its wheels' tags; what has not three parts is a fault that the registry's reader reports.
  var patterns: [TagPattern] { wheels.tags.compactMap { TagPattern($0) } }
}

extension PythonTag {
  /// CPython first, then by version, the free-threaded build behind the other.
  package static func isListedBefore(_ left: PythonTag, _ right: PythonTag) -> Bool {
    let keys = [left, right].map { ($0.implementation == "cp" ? 0 : 1, String($0.implementation)) }
    if keys[0] != keys[1] { return keys[0] < keys[1] }
    let versions = [left, right].map { $0.version ?? (0, 0) }
    if versions[0] != versions[1] { return versions[0] < versions[1] }
    return left.abi < right.abi
  }
}

extension ReleaseVersion {
  /// 2 and 5 of `2.5.4`: within it no Python is dropped.
  fileprivate var line: [Int] { [epoch] + (numbers + [0, 0]).prefix(2) }
}
