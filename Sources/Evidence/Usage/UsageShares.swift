package import Diagnostics
package import Policy

/// The downloads of each platform of a registry.
package struct UsageShares: Sendable {
  /// By the platform's id; none for a platform that no row is about.
  package private(set) var downloads: [String: Int] = [:]
  /// Those of what belongs to no platform of the registry, or cannot be told to be one's.
  package private(set) var unattributed = 0
  /// Those of source distributions, which any platform may build.
  package private(set) var sources = 0
  /// Those of rows that name no system.
  package private(set) var withoutSystem = 0
  package private(set) var diagnostics: [Diagnostic] = []
  package let table: UsageTable

  package init(_ table: UsageTable, platforms: [Platform]) {
    self.table = table
    var attribution = Attribution(platforms)
    var strangers = 0
    for row in table.rows {
      if row.subject.isSource {
        sources += row.downloads
        continue
      }
      if case .system("", _, _, _) = row.subject {
        withoutSystem += row.downloads
        continue
      }
      let owners = attribution.owners(of: row.subject)
      for owner in owners { downloads[owner, default: 0] += row.downloads }
      guard owners.isEmpty else { continue }
      unattributed += row.downloads
      guard attribution.isStrange(row.subject) else { continue }
      strangers += 1
      guard strangers <= Self.faultLimit else { continue }
      diagnostics.append(
        EvidenceFault.invalidEntry.diagnostic(
          attribution.complaint(about: row.subject), in: table.file, at: table.file.range(row.offsets)))
    }
    guard strangers > Self.faultLimit else { return }
    diagnostics.append(
      EvidenceFault.invalidEntry.diagnostic(
        "\(strangers - Self.faultLimit) more rows are about no platform of the registry and no file of a release",
        in: table.file, at: .fileStart))
  }

  /// So many rows are reported one by one; a table of something else would fill the terminal.
  private static let faultLimit = 50

  /// What shares are shares of: all downloads but those that say nothing of a platform.
  package var counted: Int { table.total - sources - withoutSystem }

  /// Percent, to a thousandth; nil where nothing can be said.
  package func share(of downloads: Int) -> Double? {
    counted > 0 ? (Double(downloads) * 100_000 / Double(counted)).rounded() / 1000 : nil
  }

  /// What the table says of a platform's demand; unknown where no row is about it.
  package func demand(of platform: Platform) -> Demand {
    guard let count = downloads[platform.id], let share = share(of: count) else {
      return Demand(reason: platform.demand.reason)
    }
    return Demand(
      share: .known(share), date: table.date, source: table.file.path, reason: platform.demand.reason)
  }
}

/// Tells which platforms a row is about.
private struct Attribution {
  private let platforms: [Platform]
  private let patterns: [(platform: Platform, patterns: [TagPattern])]
  private let names: [String: String]
  /// By what a wheel's name has behind the version: a table names the same tags for every release.
  private var known: [Substring: [String]] = [:]

  init(_ platforms: [Platform]) {
    self.platforms = platforms
    patterns = platforms.map { ($0, $0.patterns) }
    names = Dictionary(
      keepingFirst: platforms.flatMap { [($0.id.lowercased(), $0.id), ($0.name.lowercased(), $0.id)] })
  }

  mutating func owners(of subject: UsageTable.Subject) -> [String] {
    switch subject {
    case .platform(let name): names[name.lowercased()].map { [$0] } ?? []
    case .file(let name): owners(ofFile: name)
    case .system(let name, let cpu, let libc, let implementation):
      owners(ofSystem: name, cpu: cpu, libc: libc, implementation: implementation)
    }
  }

  /// Whether a row that is about no platform should have been: one for a source distribution, or for a system that
  /// several platforms have, is in order.
  func isStrange(_ subject: UsageTable.Subject) -> Bool {
    switch subject {
    case .platform: true
    case .file(let name): (try? IndexFile.classify(name, of: nil)) == nil
    case .system: false
    }
  }

  func complaint(about subject: UsageTable.Subject) -> String {
    switch subject {
    case .platform(let name):
      let near = NearestName.closest(to: name, in: platforms.flatMap { [$0.id, $0.name] })
      return "\(EvidenceFault.quoted(name)) is no platform of the registry"
        + (near.map { "; did you mean '\($0)'?" } ?? "")
    case .file(let name), .system(let name, _, _, _):
      return "\(EvidenceFault.quoted(name)) is no file of a release, and counts for no platform"
    }
  }

  /// A wheel may be two platforms': one for its system, one for its Python.
  private mutating func owners(ofFile name: String) -> [String] {
    guard let wheel = try? WheelName(name) else { return [] }
    let tags = name.split(separator: "-", maxSplits: 2).last ?? ""
    if let known = known[tags] { return known }
    let file = IndexFile(
      name: name, version: wheel.version, kind: .wheel(wheel), isYanked: false, uploaded: nil, offsets: 0..<0)
    let own = WheelTags(file, wheel)
    let owners = patterns.filter { own.matching($0.patterns, of: $0.platform.target.interpreter.value) != nil }
      .map { $0.platform.id }
    known[tags] = owners
    return owners
  }

  /// Only where one platform alone can be meant: `Linux` on `x86_64` says nothing of glibc or musl.
  private func owners(ofSystem name: String, cpu: String, libc: String, implementation: String) -> [String] {
    let system = name.lowercased() == "darwin" ? "macos" : name.lowercased()
    let architectures = Self.architectures[cpu.lowercased()] ?? [cpu.lowercased()]
    let found = platforms.filter { platform in
      let target = platform.target
      guard target.os.value == system, let own = target.architectures.value else { return false }
      guard own.contains(where: architectures.contains) else { return false }
      if !libc.isEmpty, let required = target.libc, required != libc.lowercased() { return false }
      let interpreter = target.interpreter.value ?? "any"
      return implementation.isEmpty || interpreter == "any" || interpreter == implementation.lowercased()
    }
    return found.count == 1 ? found.map { $0.id } : []
  }

  /// What a registry calls the processors that systems name in their own ways.
  private static let architectures: [String: Set<String>] = [
    "x86_64": ["x86-64"], "amd64": ["x86-64"], "arm64": ["arm64", "aarch64"], "aarch64": ["arm64", "aarch64"],
    "i386": ["i686", "x86"], "i686": ["i686", "x86"], "x86": ["i686", "x86"],
  ]
}

extension UsageTable.Subject {
  fileprivate var isSource: Bool {
    guard case .file(let name) = self else { return false }
    return (try? IndexFile.classify(name, of: nil).1) == .sourceDistribution
  }
}
