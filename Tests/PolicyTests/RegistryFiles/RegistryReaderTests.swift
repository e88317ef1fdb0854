import Diagnostics
import Policy
import Testing
import TestSupport
@testable import Policy

@Suite("a registry of several files")
struct RegistryReaderTests {
  private static let people = "ada: {name: Ada Example, handle: ada, role: maintainer}\nbob: {name: Bob Sample}\n"

  private func read(people: String = people, _ platforms: [String: String]) -> RegistryReader.Result {
    RegistryReader.read(
      RegistryFiles(
        people: .file(SourceFile(path: "registry/people.yaml", text: people)),
        platforms: platforms.map { SourceFile(path: "registry/platforms/\($0.key).yaml", text: $0.value) }))
  }

  private func lines(_ result: RegistryReader.Result) -> [String] {
    result.diagnostics.map { "\($0.file) \($0.range.start) \($0.rule) \($0.message)" }
  }

  private func platform(_ name: String, os: String = "plan9", contacts: String = "[ada]") -> String {
    """
    name: \(name)
    target: {os: \(os), arch: x86-64, interpreter: cpython}
    contacts: \(contacts)
    moves: [{date: 2026-01-01, to: tier-3}]

    """
  }

  /// A file with every key.
  static let fullPlatform = """
    name: Plan 9
    target: {os: plan9, arch: [x86-64, arm64], libc: ape, abi: hard, toolchain: kencc, interpreter: cpython}
    notes: See [the list](https://example.org).
    columns: {Minimum version: '`>= 4`', Since: '2024'}
    contacts:
      - ada
      - person: bob
        role: contributor
        acknowledged: {date: 2026-01-02, url: "https://example.org/1"}
        confirmed: 2026-02-03
        employment: disclosed
    ci:
      - repository: example/builds
        workflow: a.yml
        job: test
        matrix: [plan9, x86]
        runner: big
        hosting: self-hosted
        execution: emulated
        scope: partial
        cost: paid
        decision: https://example.org/2
        blocks: unknown
        since: 2026-01-05
        until: 2.6.0
    wheels:
      tags: [cp3*-*-plan9_x86, "*-*-plan9_arm64"]
      jobs: [{workflow: w.yml, job: wheel, hosting: github, execution: native, blocks: false, blocks-source: "https://example.org/5"}]
      publishing: token
      public-build: false
      last-release: 1.22
    demand: {share: 0.4, date: 2026-01-03, source: "https://example.org/3", reason: it is small and dear}
    prerequisites:
      {cpython: met, index: unmet, cibuildwheel: not-needed, manylinux: unknown,
       blas: {met: true, source: "https://example.org/6", looked-at: 2026-01-06}}
    stated: {fixes: "https://example.org/7", answers: {met: false, source: "https://example.org/8"}}
    notices: [{duty: ci, since: 2026-01-04, announced: "https://example.org/4", remark: broken}]
    was: {tier: tier-2, until: 2.4.x, link: "https://example.org/6"}
    ends: {date: 2026-01-06, link: "https://example.org/7"}
    moves:
      - {date: 2026-01-01, to: known-interest, issue: 7, notes: before, columns: {Since: ''}, contacts: []}
      - date: 2026-01-05
        to: tier-3
        release: 2.0.0
        pull-request: [8, "https://example.org/9"]
        mailing-list: https://example.org/10
        council: https://example.org/11
        announcement: https://example.org/12
        remark: at last
    """

  /// A day of 2026.
  private func day(_ day: Int, month: Int = 1) throws -> CalendarDate {
    try #require(CalendarDate(year: 2026, month: month, day: day))
  }

  @Test func everyFieldIsRead() throws {
    let result = read(["plan9": Self.fullPlatform])
    #expect(lines(result) == [])
    let platform = try #require(result.registry?.platforms.first)
    #expect(platform.id == "plan9")
    #expect(
      platform.target
        == Target(
          os: .known("plan9"), architectures: .known(["x86-64", "arm64"]), libc: "ape", abi: "hard",
          toolchain: "kencc", interpreter: .known("cpython")))
    #expect(platform.columns == ["Minimum version": "`>= 4`", "Since": "2024"])
    #expect(platform.columns(after: platform.moves[0]) == ["Minimum version": "`>= 4`", "Since": ""])
    #expect(
      platform.contacts == [
        Contact(person: "ada"),
        Contact(
          person: "bob", role: .contributor,
          acknowledgement: .known(Acknowledgement(date: try day(2), url: "https://example.org/1")),
          confirmed: try day(3, month: 2), employment: .known(.disclosed)),
      ])
    #expect(
      platform.moves == [
        Move(
          date: try day(1), to: "known-interest", issues: [.number(7)], notes: "before", columns: ["Since": ""],
          contacts: []),
        Move(
          date: try day(5), to: "tier-3", release: ReleaseVersion("2.0.0"),
          pullRequests: [.number(8), .url("https://example.org/9")], mailingList: ["https://example.org/10"],
          council: "https://example.org/11", announcement: "https://example.org/12", remark: "at last"),
      ])
    #expect(result.registry?.people["bob"] == Person(id: "bob", name: "Bob Sample"))
  }

  @Test func everyFactIsRead() throws {
    let platform = try #require(read(["plan9": Self.fullPlatform]).registry?.platforms.first)
    var test = CIJob(workflow: "a.yml", job: "test", hosting: .selfHosted, execution: .emulated)
    test.repository = "example/builds"
    test.matrix = ["plan9", "x86"]
    test.runner = "big"
    test.scope = .partial
    test.cost = .paid
    test.decision = "https://example.org/2"
    test.since = .day(try day(5))
    test.until = .release(try #require(ReleaseVersion("2.6.0")))
    var wheel = CIJob(workflow: "w.yml", job: "wheel", hosting: .github, execution: .native)
    wheel.blocks = .known(false)
    wheel.blocksSource = "https://example.org/5"
    #expect(platform.ci == [test])
    #expect(
      platform.wheels
        == Wheels(
          tags: ["cp3*-*-plan9_x86", "*-*-plan9_arm64"],
          jobs: [wheel],
          publishing: .known(.token), isPublicBuild: .known(false), lastRelease: ReleaseVersion("1.22")))
    #expect(platform.was == FormerSupport(tier: "tier-2", until: "2.4.x", link: "https://example.org/6"))
    #expect(platform.ends == ExpectedEnd(limit: .day(try day(6)), link: "https://example.org/7"))
    #expect(
      platform.demand
        == Demand(
          share: .known(0.4), date: try day(3), source: "https://example.org/3", reason: "it is small and dear"))
    var prerequisites = Prerequisites(
      cpython: .known(.met), index: .known(.unmet), cibuildwheel: .known(.notNeeded), blas: .known(.met))
    prerequisites.sources["blas"] = Prerequisites.Source(url: "https://example.org/6", lookedAt: try day(6))
    #expect(platform.prerequisites == prerequisites)
    #expect(
      platform.stated == [
        "fixes": StatedFact(isMet: true, source: Prerequisites.Source(url: "https://example.org/7")),
        "answers": StatedFact(isMet: false, source: Prerequisites.Source(url: "https://example.org/8")),
      ])
    #expect(
      platform.notices
        == [Notice(duty: .ci, since: try day(4), announced: "https://example.org/4", remark: "broken")])
  }

  @Test func strangersAndUnknownPlacesAreFound() {
    var text = platform("Plan 9", contacts: "[adda, carol]")
    text = text.replacing("tier-3", with: "tier3")
    #expect(
      lines(read(["a": text])) == [
        "registry/platforms/a.yaml 3:12 unknown-person 'adda' is not in the list of people; did you mean 'ada'?",
        "registry/platforms/a.yaml 3:18 unknown-person 'carol' is not in the list of people; add the person there",
        "registry/platforms/a.yaml 4:32 unknown-place 'tier3' is neither a tier nor a list of the policy; "
          + "did you mean 'tier-3'?",
      ])
  }

  @Test func onePlatformHasOneFile() {
    let result = read([
      "a": platform("Plan 9"), "b": platform("Nine"), "c": platform("plan  9", os: "inferno"),
      "d": platform("Other", os: "unknown"), "e": platform("Another", os: "unknown"),
    ])
    #expect(
      lines(result) == [
        "registry/platforms/b.yaml 2:9 duplicate-platform-file this is also the target of "
          + "'registry/platforms/a.yaml'; keep one file for a platform",
        "registry/platforms/c.yaml 1:7 duplicate-platform-file 'plan  9' is also the name of "
          + "'registry/platforms/a.yaml'; keep one file for a platform",
      ])
    #expect(result.registry?.platforms.map(\.id) == ["a", "b", "c", "d", "e"])
  }

  @Test func idsAreNamesOfFiles() {
    #expect(
      lines(read(["Plan 9": platform("Plan 9")])) == [
        "registry/platforms/Plan 9.yaml 1:1 invalid-value 'Plan 9' names a platform by other than lower-case letters, "
          + "digits and '-'; rename the file"
      ])
  }

  @Test func peopleAreTheirHandles() {
    let people = "ada: {name: Ada, handle: ada}\nlovelace: {name: A. L., handle: Ada}\nada: {name: Ada}\n"
    #expect(
      lines(read(people: people, [:])) == [
        "registry/people.yaml 2:33 duplicate-person 'Ada' is the handle of 'ada' too; keep one of the two",
        "registry/people.yaml 3:1 duplicate-key 'ada' is given twice; keep one of them",
      ])
  }

  @Test func brokenFilesHideNothingElse() throws {
    let result = RegistryReader.read(
      RegistryFiles(
        policy: .file(SourceFile(path: "registry/policy.yaml", text: "id: x\n")),
        people: .file(SourceFile(path: "registry/people.yaml", text: "ada: [\n")),
        platforms: [
          SourceFile(path: "registry/platforms/a.yaml", text: platform("A", contacts: "[carol]")),
          SourceFile(path: "registry/platforms/b.yaml", text: "name: B\n"),
        ]))
    #expect(result.registry == nil)
    #expect(
      result.diagnostics.map { "\($0.file) \($0.rule)" } == [
        "registry/people.yaml invalid-yaml", "registry/platforms/b.yaml missing-key",
        "registry/platforms/b.yaml missing-key", "registry/policy.yaml missing-key",
        "registry/policy.yaml missing-key",
      ])
  }

  @Test func valuesAreFoundAgain() throws {
    let text = platform("Plan 9") + "ci:\n  - workflow: a.yml\n    job: b\n    hosting: github\n    execution: native\n"
    let places = try #require(read(["a": text]).places["a"])
    #expect(places.file.text(in: places["name"]) == "Plan 9")
    #expect(places.file.text(in: places["ci"]) == "ci")
    #expect(places.file.text(in: places["ci", 0, "job"]) == "b")
    #expect(places.file.text(in: places["ci", 0]) == "workflow")
    #expect(places.file.text(in: places["ci", 0, "runner"]) == "workflow")
    #expect(places.file.text(in: places["ci", 3]) == "ci")
    #expect(places.file.text(in: places["contacts", 0]) == "ada")
    #expect(places.file.text(in: places["wheels", "tags"]) == "name")
  }

  @Test func theExamplesInTheDocumentationAreRead() throws {
    let page = try #require(PackageFile.read("docs/registry.md"))
    let examples = page.codeBlocks("yaml")
    let people = try #require(examples.first { $0.hasPrefix("ada:") })
    let platform = try #require(examples.first { $0.hasPrefix("name:") })
    #expect(lines(read(people: people, ["plan9": platform])) == [])
  }

  @Test func takesTimeInLineWithItsSize() {
    let many = 3_000
    var files: [String: String] = [:]
    for number in 0..<many { files["p\(number)"] = platform("Platform \(number)", os: "os\(number)") }
    let result = read(files)
    #expect(result.diagnostics.isEmpty)
    #expect(result.registry?.platforms.count == many)
  }
}
