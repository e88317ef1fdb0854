package import Policy

/// What the labels of `runs-on` stand for: GitHub's own machines by their table ("GitHub-hosted runners reference"), and
/// those of others by the beginning of their labels.
package enum RunnerLabels {
  /// The day up to which the tables are known to be right. A machine that was announced to end later may live longer.
  static let asOf = "2026-09-20"

  /// Whether an end that was announced is known to have come.
  package static func isKnown(_ end: CalendarDate) -> Bool { CalendarDate(asOf).map { end <= $0 } ?? false }

  struct Hosted: Hashable, Sendable {
    var os: String
    var architecture: String
    /// The announced last day of support, which GitHub has moved before.
    var end: CalendarDate?
    /// Where GitHub says so.
    var source = RunnerLabels.reference
  }

  private static let reference = "https://docs.github.com/en/actions/reference/runners/github-hosted-runners"

  /// Nil for what GitHub does not name so.
  static func hosted(_ label: String) -> Hosted? {
    let label = label.lowercased()
    return table[label] ?? byForm(label)
  }

  /// Who gives the machine, for services whose runners connect to GitHub as self-hosted ones.
  static func provider(_ label: String) -> Provider? {
    let label = label.lowercased()
    return providers.first { label.hasPrefix($0.prefix) }
  }

  /// A service, by the beginning of its labels.
  struct Provider: Sendable {
    var prefix: String
    var name: String
    var architecture: String?
    /// The day on which it was shut down.
    var end: CalendarDate?
    /// Where it says what its labels are, or that it was shut down.
    var source: String
  }

  private static let table: [String: Hosted] = {
    var table: [String: Hosted] = [:]
    func add(_ labels: [String], _ os: String, _ architecture: String, end: String? = nil, announced: Int? = nil) {
      let source = announced.map { "https://github.com/actions/runner-images/issues/\($0)" } ?? Self.reference
      for label in labels {
        table[label] = Hosted(
          os: os, architecture: architecture, end: end.flatMap { CalendarDate($0) }, source: source)
      }
    }
    add(["ubuntu-latest", "ubuntu-26.04", "ubuntu-24.04", "ubuntu-slim"], "linux", "x86-64")
    add(["ubuntu-22.04"], "linux", "x86-64", end: "2027-04-17", announced: 14254)
    add(["ubuntu-20.04"], "linux", "x86-64", end: "2025-04-15", announced: 11101)
    add(["ubuntu-18.04"], "linux", "x86-64", end: "2023-04-03", announced: 6002)
    add(["ubuntu-16.04"], "linux", "x86-64", end: "2021-09-20", announced: 3287)
    add(["ubuntu-26.04-arm", "ubuntu-24.04-arm"], "linux", "arm64")
    add(["ubuntu-22.04-arm"], "linux", "arm64", end: "2027-04-17", announced: 14254)
    add(["windows-latest", "windows-2025", "windows-2025-vs2026", "windows-2022"], "windows", "x86-64")
    add(["windows-2019"], "windows", "x86-64", end: "2025-06-30", announced: 12045)
    add(["windows-2016"], "windows", "x86-64", end: "2022-04-01", announced: 5238)
    add(["windows-11-arm", "windows-11-vs2026-arm"], "windows", "arm64")
    add(["macos-latest", "macos-26", "macos-15", "macos-latest-xlarge"], "macos", "arm64")
    add(["macos-26-xlarge", "macos-15-xlarge"], "macos", "arm64")
    // The last that GitHub offers with an Intel processor.
    add(["macos-26-intel", "macos-26-large", "macos-15-large", "macos-latest-large"], "macos", "x86-64")
    add(["macos-15-intel"], "macos", "x86-64", end: "2027-08-31", announced: 13046)
    add(["macos-14", "macos-14-xlarge"], "macos", "arm64", end: "2026-11-02", announced: 13518)
    add(["macos-14-large"], "macos", "x86-64", end: "2026-11-02", announced: 13518)
    add(["macos-13-xlarge"], "macos", "arm64", end: "2025-12-08", announced: 13046)
    add(["macos-13", "macos-13-large"], "macos", "x86-64", end: "2025-12-08", announced: 13046)
    add(["macos-12", "macos-12-large"], "macos", "x86-64", end: "2024-12-03", announced: 10721)
    add(["macos-11"], "macos", "x86-64", end: "2024-06-28", announced: 9255)
    add(["macos-10.15"], "macos", "x86-64", end: "2022-12-01", announced: 5583)
    return table
  }()

  /// Machines that are younger than the table, by the form that GitHub gives its labels.
  private static func byForm(_ label: String) -> Hosted? {
    var parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[1].first.map({ "0"..."9" ~= $0 }) ?? false,
      parts[1].allSatisfy({ "0"..."9" ~= $0 || $0 == "." })
    else { return nil }
    let ending = parts.count == 3 ? parts.removeLast() : ""
    guard parts.count == 2 else { return nil }
    switch (parts[0], ending) {
    case ("ubuntu", ""), ("windows", ""):
      return Hosted(os: parts[0] == "ubuntu" ? "linux" : "windows", architecture: "x86-64")
    case ("ubuntu", "arm"), ("windows", "arm"):
      return Hosted(os: parts[0] == "ubuntu" ? "linux" : "windows", architecture: "arm64")
    case ("macos", ""), ("macos", "xlarge"): return Hosted(os: "macos", architecture: "arm64")
    case ("macos", "intel"), ("macos", "large"): return Hosted(os: "macos", architecture: "x86-64")
    default: return nil
    }
  }

  private static let providers: [Provider] = {
    var providers: [Provider] = []
    func add(_ prefixes: String, _ name: String, _ source: String, _ architecture: String? = nil, end: String? = nil) {
      for prefix in prefixes.split(separator: " ") {
        providers.append(
          Provider(
            prefix: String(prefix), name: name, architecture: architecture, end: end.flatMap { CalendarDate($0) },
            source: source))
      }
    }
    let ibm = "https://github.com/IBM/actionspz"
    add("ubuntu-24.04-ppc64le ubuntu-22.04-ppc64le", "IBM", ibm, "ppc64le")
    add("ubuntu-24.04-s390x ubuntu-22.04-s390x", "IBM", ibm, "s390x")
    add("ubuntu-24.04-riscv ubuntu-22.04-riscv", "RISE", "https://riseproject.dev/", "riscv64")
    add("ghcr.io/cirruslabs/", "Cirrus Runners", "https://cirrus-runners.app/")
    add("blacksmith-", "Blacksmith", "https://docs.blacksmith.sh/")
    add("buildjet-", "BuildJet", "https://buildjet.com/", end: "2026-03-31")
    add("cirun-", "Cirun", "https://docs.cirun.io/")
    add("depot-", "Depot", "https://depot.dev/docs/github-actions/overview")
    add("namespace-profile- nscloud-", "Namespace", "https://namespace.so/docs")
    add("runs-on=", "RunsOn", "https://runs-on.com/")
    add("ubicloud", "Ubicloud", "https://www.ubicloud.com/docs/github-actions-integration")
    add("warp-", "WarpBuild", "https://docs.warpbuild.com/")
    return providers
  }()
}
