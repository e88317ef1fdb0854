import Diagnostics
import Policy
import TestSupport
@testable import Policy

/// Registries of texts that YAML could take for something else, with each fact there or not.
struct GeneratedRegistry {
  private var generator: SeededGenerator

  static func make(seed: Int) -> Registry {
    var maker = Self(generator: SeededGenerator(seed: UInt64(seed)))
    var policy = seed % 2 == 0 ? Policy.nep57 : fullPolicy
    // Platforms may have the same texts here.
    policy.identity = []
    var people: [String: Person] = [:]
    for number in 0..<Int.random(in: 0...5, using: &maker.generator) {
      let id = maker.pick(["ada", "1", "no", "null", "a.b", "a+b", "0x1", "1.5"]) + "\(number)"
      people[id] = Person(
        id: id, name: maker.name(), handle: Known(maker.maybe { _ in "h-\(number)" }),
        role: Known(maker.maybe { $0.pick(ContactRole.allCases) }))
    }
    let ids = people.keys.sorted()
    let platforms = (0..<3).map { maker.platform("p\($0)", people: ids, places: policy.places.map(\.id)) }
    return Registry(policy: policy, people: people, platforms: platforms)
  }

  static func text(seed: Int) -> String {
    var maker = Self(generator: SeededGenerator(seed: UInt64(seed)))
    return maker.name()
  }

  /// With every key.
  static func fullPlatform() throws -> Platform {
    let file = SourceFile(path: "full.yaml", text: RegistryReaderTests.fullPlatform)
    var platform = SingleDocument.read(file, .platform).value?.platform ?? Platform(id: "", name: "")
    platform.prerequisites.manylinux = .known(.met)
    platform.prerequisites.blas = .known(.met)
    return platform
  }

  /// With what no policy of the documentation has.
  static let fullPolicy: Policy = {
    let text = """
      id: "yes"
      name: "1.10"
      identity: [platform, notes]
      demand-threshold: 0.5
      tiers:
        - id: tier-3
          name: Tier 3
          heading: [Third, "[3]"]
          columns: [{title: Machine, also: Box, role: platform}, Notes, {title: Where, required: false}]
          row-filter: {column: Where, text: "3"}
          required: false
          contacts: {minimum: 2, roles: maintainer, because: "two: one sleeps"}
      unsupported: [{id: gone, name: gone, kind: formerly-supported, introduced-by: "once, but", columns: [Platform, Notes]}]
      moves: [{kind: removal, only-with-wheels: true, evidence: [announcement, council], because: it hurts}]
      release-cycles:
        - {release: "2.6", start: 2031-01-10, mid-cycle: 2031-03-10, first-release-candidate: 2031-05-10}

      """
    return PolicyFile.read(SourceFile(path: "policy.yaml", text: text)).policy ?? .nep57
  }()

  // MARK: Parts

  private mutating func platform(_ id: String, people: [String], places: [String]) -> Platform {
    var platform = Platform(id: id, name: name(), notes: maybe { $0.note() } ?? "", contacts: contacts(people))
    if bool() { platform.columns = columns() }
    if bool() { platform.target = target() }
    if bool() { platform.ci = jobs() } else if bool() { platform.unknownParts.insert(.ci) }
    if bool() { platform.wheels = wheels() } else if bool() { platform.unknownParts.insert(.wheels) }
    if bool() {
      platform.demand = Demand(
        share: Known(maybe { Double(Int.random(in: 0...1000, using: &$0.generator)) / 16 }), date: maybe { $0.date() },
        source: maybe { $0.url() }, reason: maybe { $0.name() })
    }
    if bool() {
      platform.prerequisites.cpython = Known(maybe { $0.pick(Prerequisites.State.allCases) })
      platform.prerequisites.blas = Known(maybe { $0.pick(Prerequisites.State.allCases) })
    }
    if bool() {
      platform.notices = [
        Notice(
          duty: pick(Notice.Duty.allCases), since: date(), announced: maybe { $0.url() }, remark: maybe { $0.name() })
      ]
    }
    platform.moves = moves(people, places)
    return platform
  }

  private mutating func target() -> Target {
    let words = ["linux", "x86-64", "1", "386", "no", "a.b", "any"]
    return Target(
      os: Known(maybe { $0.pick(words) }), architectures: Known(maybe { [$0.pick(words), $0.pick(words) + "x"] }),
      libc: maybe { $0.pick(words) }, abi: maybe { $0.pick(words) }, toolchain: maybe { $0.pick(words) },
      interpreter: Known(maybe { $0.pick(words) }))
  }

  private mutating func contacts(_ people: [String]) -> [Contact] {
    people.filter { _ in bool() }.map { id in
      guard bool() else { return Contact(person: id) }
      return Contact(
        person: id, role: maybe { $0.pick(ContactRole.allCases) },
        acknowledgement: Known(maybe { maker in Acknowledgement(date: maker.date(), url: maker.maybe { $0.url() }) }),
        confirmed: maybe { $0.date() }, employment: Known(maybe { $0.pick(Employment.allCases) }))
    }
  }

  private mutating func jobs() -> [CIJob] {
    (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      CIJob(
        repository: maybe { _ in "a/b" }, workflow: name(), job: name(),
        matrix: (0..<Int.random(in: 0...2, using: &generator)).map { _ in name() }, runner: maybe { $0.name() },
        hosting: pick(Hosting.allCases), execution: pick(CIJob.Execution.allCases), scope: pick(CIJob.Scope.allCases),
        cost: pick(CIJob.Cost.allCases), decision: maybe { $0.url() }, blocks: Known(maybe { $0.bool() }))
    }
  }

  private mutating func wheels() -> Wheels {
    Wheels(
      tags: bool() ? ["*-*-win32"] : ["cp3*-cp3*t-*", "1-2-3"], jobs: jobs(),
      publishing: Known(maybe { $0.pick(Wheels.Publishing.allCases) }), isPublicBuild: Known(maybe { $0.bool() }),
      lastRelease: maybe { $0.version() })
  }

  private mutating func moves(_ people: [String], _ places: [String]) -> [Move] {
    var dates = (0..<Int.random(in: 1...3, using: &generator)).map { _ in date() }
    dates.sort()
    return dates.enumerated().map { index, date in
      Move(
        date: date, to: places[index % places.count], release: maybe { $0.version() },
        pullRequests: bool() ? [.number(Int.random(in: 1...9, using: &generator))] : [],
        issues: bool() ? [.url(url()), .number(3)] : [], mailingList: bool() ? [url()] : [],
        council: maybe { $0.url() }, announcement: maybe { $0.url() }, remark: maybe { $0.name() },
        notes: maybe { $0.bool() ? "" : $0.note() }, columns: bool() ? columns() : [:],
        contacts: maybe { $0.bool() ? [] : $0.contacts(people) })
    }
  }

  private mutating func columns() -> [String: String] {
    Dictionary((0..<3).map { _ in (name(), bool() ? "" : note()) }) { first, _ in first }
  }

  private mutating func name() -> String {
    var text = ""
    repeat {
      for _ in 0..<Int.random(in: 1...4, using: &generator) { text += pick(Self.texts) + pick(["", " ", "  "]) }
    } while text.allSatisfy(\.isWhitespace)
    return text
  }

  private mutating func note() -> String { name() + pick(["", "\n", " [a](https://example.org/b)", "\t", " #"]) }

  private mutating func url() -> String {
    pick(["https://example.org", "http://example.org/a,b", "https://example.org/{a}#b", "https://example.org/?a=[1]:"])
  }

  private mutating func version() -> ReleaseVersion {
    let texts = ["2.6.0", "1.10", "3", "2.6.0rc1", "1e5".replacing("e", with: "."), "2.0.post1"]
    return ReleaseVersion(pick(texts)) ?? ReleaseVersion("1").unsafelyUnwrapped
  }

  private mutating func date() -> CalendarDate {
    let (year, day) = (Int.random(in: 1990...2040, using: &generator), Int.random(in: 1...28, using: &generator))
    return CalendarDate(year: year, month: Int.random(in: 1...12, using: &generator), day: day)
      ?? CalendarDate("2000-01-01").unsafelyUnwrapped
  }

  private mutating func bool() -> Bool { Bool.random(using: &generator) }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { bool() ? make(&self) : nil }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  /// Each would be something else, or nothing, if it were written as it is.
  static let texts = [
    "Plan 9", "x86-64", "unknown", "null", "Null", "~", "true", "yes", "NO", "on", "y", "n", "5", "1.10", "2.6.0",
    "0x1F",
    "0o7", "1:30", "1_000", "1e3", ".5", "+1", "-1", ".inf", ".NaN", "2026-01-30", "2026-01-30 10:00:00", "<<", "=",
    "a: b",
    "a:b", "a:", ": a", "a #b", "a#b", "#", "- a", "-a", "-", "---", "...", "--- a", "? a", "?", "*a", "&a", "!a",
    "!!str a",
    "|", ">", "a | b", "'", "''", "it's", "\"", "\"a\"", "a \"b\" c", "'a'", "\\", "\\n", "a\\", "%a", "@a", "`a`", "{",
    "}",
    "{a: b}", "[a]", "[a](b), c", ",", "a,b", "a, b", " ", " a", "a ", "\t", "a\tb", "\n", "a\nb", "\r", "\u{85}",
    "\u{2028}",
    "\u{A0}", "\u{3000}", "\u{FEFF}a", "\u{1}", "\u{7F}", "\u{9F}", "\u{FFFE}", "漢字", "👩‍👩‍👧", "e\u{301}", "\u{301}",
    "'\u{301}", "\"\u{301}", "עברית", "\u{202E}x", "<script>", "&amp;", "https://example.org/a?b=c#d", "$x", "a$",
  ]
}
