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
  }

  /// Nil for what GitHub does not name so.
  static func hosted(_ label: String) -> Hosted? {
    let label = label.lowercased()
    return table[label] ?? byForm(label)
  }

  /// Who gives the machine, for services whose runners connect to GitHub as self-hosted ones.
  static func provider(_ label: String) -> (name: String, architecture: String?)? {
    let label = label.lowercased()
    return providers.first { label.hasPrefix($0.prefix) }.map { ($0.name, $0.architecture) }
  }

  private static let table: [String: Hosted] = {
    var table: [String: Hosted] = [:]
    func add(_ labels: [String], _ os: String, _ architecture: String, end: String? = nil) {
      for label in labels {
        table[label] = Hosted(os: os, architecture: architecture, end: end.flatMap { CalendarDate($0) })
      }
    }
    add(["ubuntu-latest", "ubuntu-26.04", "ubuntu-24.04", "ubuntu-slim"], "linux", "x86-64")
    add(["ubuntu-22.04"], "linux", "x86-64", end: "2027-04-17")
    add(["ubuntu-20.04"], "linux", "x86-64", end: "2025-04-15")
    add(["ubuntu-18.04"], "linux", "x86-64", end: "2023-04-03")
    add(["ubuntu-16.04"], "linux", "x86-64", end: "2021-09-20")
    add(["ubuntu-26.04-arm", "ubuntu-24.04-arm"], "linux", "arm64")
    add(["ubuntu-22.04-arm"], "linux", "arm64", end: "2027-04-17")
    add(["windows-latest", "windows-2025", "windows-2025-vs2026", "windows-2022"], "windows", "x86-64")
    add(["windows-2019"], "windows", "x86-64", end: "2025-06-30")
    add(["windows-2016"], "windows", "x86-64", end: "2022-04-01")
    add(["windows-11-arm", "windows-11-vs2026-arm"], "windows", "arm64")
    add(["macos-latest", "macos-26", "macos-15", "macos-latest-xlarge"], "macos", "arm64")
    add(["macos-26-xlarge", "macos-15-xlarge"], "macos", "arm64")
    // The last that GitHub offers with an Intel processor.
    add(["macos-26-intel", "macos-26-large", "macos-15-large", "macos-latest-large"], "macos", "x86-64")
    add(["macos-15-intel"], "macos", "x86-64", end: "2027-08-31")
    add(["macos-14", "macos-14-xlarge"], "macos", "arm64", end: "2026-11-02")
    add(["macos-14-large"], "macos", "x86-64", end: "2026-11-02")
    add(["macos-13-xlarge"], "macos", "arm64", end: "2025-12-08")
    add(["macos-13", "macos-13-large"], "macos", "x86-64", end: "2025-12-08")
    add(["macos-12", "macos-12-large"], "macos", "x86-64", end: "2024-12-03")
    add(["macos-11"], "macos", "x86-64", end: "2024-06-28")
    add(["macos-10.15"], "macos", "x86-64", end: "2022-08-30")
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

  private static let providers: [(prefix: String, name: String, architecture: String?)] = [
    ("ubuntu-24.04-ppc64le", "IBM", "ppc64le"), ("ubuntu-22.04-ppc64le", "IBM", "ppc64le"),
    ("ubuntu-24.04-s390x", "IBM", "s390x"), ("ubuntu-22.04-s390x", "IBM", "s390x"),
    ("ubuntu-24.04-riscv", "RISE", "riscv64"), ("ubuntu-22.04-riscv", "RISE", "riscv64"),
    ("ghcr.io/cirruslabs/", "Cirrus Runners", nil), ("blacksmith-", "Blacksmith", nil),
    ("buildjet-", "BuildJet", nil), ("cirun-", "Cirun", nil), ("depot-", "Depot", nil),
    ("namespace-profile-", "Namespace", nil), ("nscloud-", "Namespace", nil), ("runs-on=", "RunsOn", nil),
    ("ubicloud", "Ubicloud", nil), ("warp-", "WarpBuild", nil),
  ]
}
