import PlatformTiersKit
import Policy
import Testing

/// A small registry by NEP 57, with two release cycles.
enum SampleRegistry {
  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func version(_ text: String) throws -> ReleaseVersion { try #require(ReleaseVersion(text)) }

  /// A name that acts on whatever takes it as it is.
  static let hostileName = "=1+1|\"a\", <b>\u{1B}[31m;\\ \u{202E}x"

  static func make() throws -> Registry {
    var policy = Policy.nep57
    policy.releaseCycles = [
      try cycle("3.1.0", "2026-01-10", "2026-04-15", "2026-07-01"),
      try cycle("3.2.0", "2026-07-20", "2026-10-15", "2027-01-05"),
    ]
    let people = [
      Person(id: "ada", name: "Ada Lovelace", handle: .known("ada-l"), role: .known(.maintainer)),
      Person(id: "grace", name: "Grace Hopper", role: .known(.contributor)),
    ]
    return Registry(
      policy: policy, people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first },
      platforms: [try haiku(), try hostile(), try plan9(), try wide()])
  }

  private static func cycle(
    _ release: String, _ start: String, _ middle: String, _ candidate: String
  ) throws -> ReleaseCycle {
    ReleaseCycle(
      release: try version(release), start: try day(start), middle: try day(middle),
      firstCandidate: try day(candidate))
  }

  /// In Tier 3, its CI gone since August.
  static func haiku() throws -> Platform {
    var job = CIJob(workflow: ".github/workflows/ci.yml", job: "haiku", hosting: .github, execution: .emulated)
    job.runner = "ubuntu"
    return Platform(
      id: "haiku", name: "Haiku",
      target: Target(os: .known("haiku"), architectures: .known(["x86-64", "arm64"]), interpreter: .known("cpython")),
      notes: "Supported [by its port](https://example.org/port), and to be dropped by the end of 2026",
      contacts: [
        Contact(
          person: "grace",
          acknowledgement: .known(Acknowledgement(date: try day("2026-01-30"), url: "https://example.org/ack")),
          confirmed: try day("2026-03-01")),
        Contact(person: "ada"),
      ],
      ci: [job],
      demand: Demand(share: .known(0.25), date: try day("2025-11-01"), source: "https://example.org/users"),
      prerequisites: Prerequisites(cpython: .known(.met)),
      notices: [Notice(duty: .ci, since: try day("2026-08-03"))],
      moves: [
        Move(date: try day("2025-05-01"), to: "known-interest", issues: [.number(7)], contacts: []),
        Move(
          date: try day("2026-02-01"), to: "tier-3", pullRequests: [.number(12)],
          mailingList: ["https://example.org/list/1"], remark: "Asked for by its port"),
      ])
  }

  /// From Tier 1 to Tier 3 for 3.1.0.
  private static func plan9() throws -> Platform {
    Platform(
      id: "plan9", name: "Plan 9", target: Target(os: .known("plan9"), architectures: .known(["x86-64"])),
      contacts: [Contact(person: "ada", acknowledgement: .known(Acknowledgement(date: try day("2024-02-29"))))],
      moves: [
        Move(date: try day("2025-05-01"), to: "tier-1", contacts: []),
        Move(date: try day("2026-03-01"), to: "tier-3", release: try version("3.1.0")),
      ])
  }

  private static func hostile() throws -> Platform {
    Platform(
      id: "hostile", name: hostileName, moves: [Move(date: try day("2025-05-01"), to: "formerly-supported")])
  }

  private static func wide() throws -> Platform {
    Platform(
      id: "wide", name: "日本機", target: Target(os: .known("b-tron"), architectures: .known(["tron"])),
      moves: [Move(date: try day("2025-05-01"), to: "tier-3")])
  }
}

extension RegistryMoment {
  /// The present, on a day.
  static func on(_ day: String) -> RegistryMoment {
    [CalendarDate(day)].compactMap(\.self).map { RegistryMoment(today: $0) }[0]
  }

  /// When all that samples record has happened.
  static let present = on("2026-11-24")
}
