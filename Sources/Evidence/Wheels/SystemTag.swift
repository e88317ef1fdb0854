/// A platform tag taken apart: which systems, from which version on, and which processors.
package struct SystemTag: Hashable, Sendable {
  /// `manylinux`, `musllinux`, `macosx`, `ios`, `android`; the whole tag where it has no version.
  package var system: String
  /// The oldest system that it runs on: glibc's version (PEP 600), musl's (PEP 656), macOS's, iOS's, Android's API level.
  package var version: Version?
  /// `x86_64`; empty where the tag has no version.
  package var architecture: String

  /// What its versions are versions of.
  package var title: String {
    switch system {
    case "manylinux": "glibc"
    case "musllinux": "musl"
    case "macosx": "macOS"
    case "ios": "iOS"
    case "android": "Android API level"
    default: system
    }
  }

  package struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int

    package static func < (left: Self, right: Self) -> Bool { (left.major, left.minor) < (right.major, right.minor) }

    package var description: String { "\(major).\(minor)" }
  }

  package init(_ tag: String) {
    if let old = Self.legacy.first(where: { tag.hasPrefix($0.name + "_") }) {
      let architecture = String(tag.dropFirst(old.name.count + 1))
      self.init(system: "manylinux", version: old.version, architecture: architecture)
      return
    }
    let parts = tag.split(separator: "_", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().prefix { $0.utf8.count <= 9 && Int($0) != nil }.prefix(2).compactMap { Int($0) }
    guard let system = parts.first, let major = numbers.first, parts.count > numbers.count + 1 else {
      self.init(system: tag, version: nil, architecture: "")
      return
    }
    self.init(
      system: String(system), version: Version(major: major, minor: numbers.count > 1 ? numbers[1] : 0),
      architecture: parts.dropFirst(numbers.count + 1).joined(separator: "_"))
  }

  init(system: String, version: Version?, architecture: String) {
    self.system = system
    self.version = version
    self.architecture = architecture
  }

  /// PEP 600 gives the older names their versions of glibc.
  private static let legacy = [
    (name: "manylinux1", version: Version(major: 2, minor: 5)),
    (name: "manylinux2010", version: Version(major: 2, minor: 12)),
    (name: "manylinux2014", version: Version(major: 2, minor: 17)),
  ]

  /// The tags that a wheel of this one installs for as well: a macOS wheel of several architectures runs on each.
  static func served(by tag: String) -> [String] {
    guard tag.hasPrefix("macosx_") else { return [tag] }
    for (name, architectures) in fat where tag.hasSuffix("_" + name) {
      let stem = tag.dropLast(name.utf8.count)
      return [tag] + architectures.map { stem + $0 }
    }
    return [tag]
  }

  private static let fat = [
    ("universal2", ["x86_64", "arm64"]), ("universal", ["i386", "ppc", "ppc64", "x86_64"]),
    ("intel", ["i386", "x86_64"]), ("fat64", ["ppc64", "x86_64"]),
  ]
}
