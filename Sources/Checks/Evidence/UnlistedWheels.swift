import Diagnostics
import Evidence

/// NEP 57: a platform that is in no tier and on no list has no place in the policy, whatever is uploaded for it.
extension Rule {
  static let unlistedWheels = Rule(
    id: "unlisted-wheels", family: .evidence, severity: .info,
    summary: "a release has wheels for a system that no platform of the registry is",
    rationale: """
      What is on the index is taken for supported. Wheels that fit no platform's tag patterns are of a platform that \
      nobody has listed, or of one whose patterns do not say all of its tags.
      """,
    remedy: "List the platform, add the tags to the patterns of the one that it is, or stop building the wheels.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-2.0.0-cp314-cp314-win_arm64.whl"},
          {"filename": "demo-3.0.0-py3-none-any.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl"}]}
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        wheels: {tags: '*-*-haiku_*'}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0-cp314-cp314-haiku_1_x86_64.whl"},
          {"filename": "↓demo-3.0.0-cp313-cp313-win_arm64.whl"},
          {"filename": "demo-3.0.0-cp314-cp314-win_arm64.whl"},
          {"filename": "↓demo-3.0.0-cp314-cp314-win_ia64.whl"}]}
        """),
      .files(
        """
        --- platforms/free-threaded.yaml
        name: Free-threaded CPython
        target: {os: any, arch: any, abi: free-threaded, interpreter: cpython}
        wheels: {tags: cp3*-cp3*t-*}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- index.json
        {"name": "demo", "files": [{"filename": "↓demo-3.0.0-cp314-cp314t-win_arm64.whl"}]}
        """),
    ])

  /// - Parameter files: wheels that belong to no platform, in the order of the listing.
  static func unlistedWheels(_ files: [IndexFile], title: String, in listing: SourceFile) -> [Diagnostic] {
    var groups: [[String]: [IndexFile]] = [:]
    for file in files { groups[file.wheel?.platforms ?? [], default: []].append(file) }
    return groups.compactMap { tags, files in
      guard let first = files.first else { return nil }
      let count = "\(files.count) wheel\(files.count == 1 ? "" : "s")"
      return Diagnostic(
        rule: Rule.unlistedWheels.id, severity: Rule.unlistedWheels.severity,
        message: "\(title) has \(count) for '\(tags.joined(separator: "."))', which no platform of the registry is",
        file: listing.path, range: listing.range(first.offsets),
        help: "list the platform, or add the tag to 'wheels.tags' of the one that it is")
    }
  }
}
