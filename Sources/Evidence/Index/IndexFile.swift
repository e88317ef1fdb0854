package import Policy

/// A file of a release, as an index lists it.
package struct IndexFile: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case wheel(WheelName)
    case sourceDistribution
    /// An egg or an installer, as indexes took them long ago.
    case legacy
  }

  package var name: String
  package var version: ReleaseVersion
  package var kind: Kind
  /// Withdrawn: installed by those only who ask for this very version (PEP 592).
  package var isYanked: Bool
  /// The day of the upload in UTC (PEP 700); nil where the index does not say.
  package var uploaded: CalendarDate?
  /// Where its name stands, in bytes.
  package var offsets: Range<Int>

  package var wheel: WheelName? {
    if case .wheel(let wheel) = kind { wheel } else { nil }
  }
}

extension IndexFile {
  /// Why a name belongs to no release.
  struct Fault: Error {
    var message: String
    var help: String?
  }

  /// The version and kind of a file, from its name.
  ///
  /// - Parameter project: what the listing is of, where it says so.
  static func classify(_ name: String, of project: ProjectName?) throws(Fault) -> (ReleaseVersion, Kind) {
    if name.hasSuffix(".whl") {
      let wheel: WheelName
      do throws(WheelName.Fault) {
        wheel = try WheelName(name)
      } catch {
        throw Fault(message: "'\(name)' is not the name of a wheel: \(error.reason)")
      }
      if let project, wheel.project != project { throw foreign(name, project) }
      return (wheel.version, .wheel(wheel))
    }
    if let ending = legacyEndings.first(where: name.hasSuffix) {
      guard let version = legacyVersion(name.dropLast(ending.count)) else { throw unversioned(name) }
      return (version, .legacy)
    }
    guard let ending = sourceEndings.first(where: name.hasSuffix) else {
      throw Fault(message: "'\(name)' is neither a wheel nor a source distribution")
    }
    let stem = name.dropLast(ending.count)
    guard let (owner, version) = sourceParts(stem, of: project) else { throw unversioned(name) }
    if let project, owner != project { throw foreign(name, project) }
    return (version, .sourceDistribution)
  }

  private static let sourceEndings = [".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.Z", ".tar"]
  private static let legacyEndings = [".egg", ".exe", ".msi", ".rpm", ".dmg", ".deb"]

  /// Older names have `-` in the project or in the version: the project's own name tells where it ends.
  private static func sourceParts(
    _ stem: Substring, of project: ProjectName?
  ) -> (ProjectName, ReleaseVersion)? {
    var found: (ProjectName, ReleaseVersion)?
    var dashes = 0
    for dash in stem.indices where stem[dash] == "-" {
      // No project has more; a name of nothing but dashes takes no longer than others.
      dashes += 1
      guard dashes <= 32 else { break }
      guard let owner = ProjectName(stem[..<dash]), let version = ReleaseVersion(stem[stem.index(after: dash)...])
      else { continue }
      if owner == project { return (owner, version) }
      found = (owner, version)
    }
    return found
  }

  /// `demo-1.0-py2.7.egg`, `demo-1.0.win32-py2.7.exe`: what looks like a version behind the first `-`.
  private static func legacyVersion(_ stem: Substring) -> ReleaseVersion? {
    let parts = stem.split(separator: "-", maxSplits: 2)
    guard parts.count > 1 else { return nil }
    return ReleaseVersion(parts[1]) ?? ReleaseVersion(parts[1].prefix { $0.isNumber || $0 == "." }.trimmingDots)
  }

  private static func foreign(_ name: String, _ project: ProjectName) -> Fault {
    Fault(message: "'\(name)' is no file of '\(project.normalized)', which the listing is of")
  }

  private static func unversioned(_ name: String) -> Fault {
    Fault(message: "'\(name)' names no version", help: "PEP 440 says how versions are written")
  }
}

extension Substring {
  fileprivate var trimmingDots: Substring {
    var text = self
    while text.last == "." { text.removeLast() }
    return text
  }
}
