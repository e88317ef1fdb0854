package import Policy

/// The name of a wheel, taken apart (binary distribution format, "File name convention").
package struct WheelName: Hashable, Sendable {
  package var project: ProjectName
  package var version: ReleaseVersion
  /// `1` in `demo-1.0-1-py3-none-any.whl`.
  package var build: String?
  /// The tags of a compressed set (PEP 425): the wheel runs where one of each kind fits.
  package var pythons: [String]
  package var abis: [String]
  package var platforms: [String]

  /// Why a name is not a wheel's.
  package struct Fault: Error, Hashable, Sendable {
    package var reason: String
  }

  /// More tags than any wheel has; a longer set is refused, since its combinations would be too many to look at.
  package static let setLimit = 32

  package init(_ name: some StringProtocol) throws(Fault) {
    guard name.hasSuffix(".whl") else { throw Fault(reason: "it does not end in '.whl'") }
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5 || parts.count == 6 else {
      throw Fault(
        reason:
          "it has \(parts.count) part\(parts.count == 1 ? "" : "s") between '-' and must have five, or six with a build number"
      )
    }
    guard let project = ProjectName(parts[0]) else { throw Fault(reason: "'\(parts[0])' is no project's name") }
    // A local version's `+` may be written `_`.
    guard let version = ReleaseVersion(parts[1]) ?? ReleaseVersion(Self.withLocalSign(parts[1])) else {
      throw Fault(reason: "'\(parts[1])' is no version")
    }
    if parts.count == 6 {
      guard let first = parts[2].utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
        throw Fault(reason: "the build number '\(parts[2])' does not start with a digit")
      }
      build = String(parts[2])
    }
    self.project = project
    self.version = version
    pythons = try Self.tags(parts[parts.count - 3])
    abis = try Self.tags(parts[parts.count - 2])
    platforms = try Self.tags(parts[parts.count - 1])
    guard pythons.count * abis.count <= 2 * Self.setLimit else {
      throw Fault(reason: "it has \(pythons.count) Pythons with \(abis.count) ABIs each")
    }
  }

  private static func withLocalSign(_ version: some StringProtocol) -> String {
    version.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: "+")
  }

  private static func tags(_ set: some StringProtocol) throws(Fault) -> [String] {
    let tags = set.split(separator: ".", omittingEmptySubsequences: false)
    guard tags.count <= setLimit else { throw Fault(reason: "it has a set of \(tags.count) tags") }
    for tag in tags where tag.isEmpty || !tag.utf8.allSatisfy(isTagByte) {
      throw Fault(reason: "'\(tag)' is no tag")
    }
    return tags.map { $0.lowercased() }
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
