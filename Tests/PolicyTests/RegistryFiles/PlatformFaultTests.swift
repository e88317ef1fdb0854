import Diagnostics
import Testing
@testable import Policy

@Suite("faults of a platform's file")
struct PlatformFaultTests {
  struct FaultyFile: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: [String]

    init(_ description: String, _ text: String, _ expected: String...) {
      testDescription = description
      self.text = text
      self.expected = expected
    }
  }

  private static let head = "name: Plan 9\ntarget: {os: plan9, arch: x86, interpreter: cpython}\n"
  private static let moves = "moves: [{date: 2026-01-01, to: tier-3}]\n"
  private static let archive = "https://lists.example/archives/list/dev@lists.example/thread/"

  static let faultyFiles = [
    FaultyFile("an empty file", "↓", "wrong-type nothing stands here; write a mapping with the keys of this platform"),
    FaultyFile(
      "what has to be there", "↓contacts: []\n", "missing-key this platform has no 'moves'; add it",
      "missing-key this platform has no 'name'; add it", "missing-key this platform has no 'target'; add it"),
    FaultyFile(
      "a target",
      "name: A\ntarget: {↓os: Plan9, arch: ↓[], abi: ↓[x]}\n".replacing("↓os: Plan9", with: "↓os: ↓Plan9")
        + moves,
      "missing-key this target has no 'interpreter'; add it",
      "invalid-value 'Plan9' is not a name of lower-case letters, digits, '-', '_', '.' and '+'; write one",
      "invalid-value no architecture is given; write one, or 'unknown'",
      "wrong-type a list stands here; write a name of lower-case letters, digits, '-', '_', '.' and '+'"),
    FaultyFile(
      "no place", head + "moves: ↓[]\n", "invalid-value a platform has a place, and so at least one move; add it"),
    FaultyFile(
      "dates that are none", head + "moves: [{date: ↓2026-02-30, to: tier-3}, {date: ↓9 May 2026, to: tier-3}]\n",
      "invalid-value '2026-02-30' is not a date such as 2026-01-30; write one",
      "invalid-value '9 May 2026' is not a date such as 2026-01-30; write one"),
    FaultyFile(
      "moves that are not in order",
      head + "moves:\n  - {date: 2026-02-01, to: tier-1}\n  - {date: ↓2026-01-01, to: ↓tier-1}\n",
      "unordered-moves this move of 2026-01-01 stands after one of 2026-02-01; sort them",
      "invalid-value the platform is in 'tier-1' already; remove this move"),
    FaultyFile(
      "versions and issues",
      head + "moves: [{date: 2026-01-01, to: tier-3, release: ↓2.4.x, issue: ↓gh-7, pull-request: [↓0, ↓ftp://a.b]}]\n",
      "invalid-value '2.4.x' is not a version such as 2.6.0; write one",
      "invalid-value 'gh-7' is no issue; write its number or its address",
      "invalid-value '0' is no issue; write its number or its address",
      "invalid-value 'ftp://a.b' is not an address such as https://example.org/page; write one"),
    FaultyFile(
      "what was, and an end",
      head + "was: {tier: tier-2, until: ↓2.4rc1}\nends: {release: 3.0.0, ↓date: 2028-12-31}\n" + moves,
      "invalid-value '2.4rc1' is not a release or a line of releases, such as 2.4.x; write one",
      "invalid-value support ends with a release or on a day; keep the one that decides"),
    FaultyFile(
      "an end without a time", head + "ends: ↓{}\n" + moves, "missing-key this expected end has no 'date'; add it"),
    FaultyFile(
      "links into the archive of a mailing list",
      head + "moves: [{date: 2026-01-01, to: tier-3, mailing-list: [↓\"\(archive)ABC/\", "
        + "↓\"\(archive)ABCDEFGHIJKLMNOPQRSTUVWXYZ234501/\", \"\(archive)ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/\"]}]\n",
      "invalid-value this archive link is cut short or too long: 'ABC' has 3 characters and must have 32",
      "invalid-value 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234501' cannot name a message: it has '01', and a hash is made of A-Z "
        + "and 2-7"),
    FaultyFile(
      "a contact twice", head + moves + "contacts: [ada, {person: bob}, ↓{person: ada}]\n",
      "invalid-value 'ada' is a contact already; remove it"),
    FaultyFile(
      "words that are none",
      head + moves + "contacts: [{person: ada, employment: ↓payed, acknowledged: ↓yes}]\n"
        + "ci: [{workflow: a, job: b, hosting: ↓gitlab, execution: ↓natve, blocks: ↓no}]\n"
        + "prerequisites: {blas: ↓maybe}\nwheels: {tags: [↓win32], publishing: ↓yes}\n",
      "invalid-value 'payed' is none of 'none', 'disclosed', 'undisclosed' and 'unknown'; write one",
      "wrong-type a text stands here; write a mapping with the keys of this acknowledgement",
      "invalid-value 'gitlab' is none of 'github', 'other-service' and 'self-hosted'; did you mean 'github'?",
      "invalid-value 'natve' is none of 'native', 'emulated' and 'cross-compiled'; did you mean 'native'?",
      "invalid-value 'no' is not 'true' or 'false'; write one",
      "invalid-value 'maybe' is none of 'met', 'unmet', 'not-needed' and 'unknown'; write one",
      "invalid-value 'win32' is not a pattern of tags such as *-*-win32; write one",
      "invalid-value 'yes' is none of 'trusted', 'token' and 'unknown'; write one"),
    FaultyFile(
      "keys", head + moves + "↓contact: []\n↓weels: {}\n↓name: B\ndemand: {share: 1, ↓shares: 2}\n",
      "unknown-key 'contact' is not a key of this platform; did you mean 'contacts'?",
      "unknown-key 'weels' is not a key of this platform; did you mean 'wheels'?",
      "duplicate-key 'name' is given twice; keep one of them",
      "unknown-key 'shares' is not a key of this demand section; did you mean 'share'?"),
    FaultyFile(
      "an alias", head + moves + "contacts: &all [ada]\nnotes: ↓*all\n",
      "yaml-alias '*all' is an alias; write the value out"),
  ]

  @Test("every fault, at its place", arguments: faultyFiles)
  func places(_ fault: FaultyFile) {
    let marked = MarkedFile(fault.text)
    let (_, diagnostics) = SingleDocument.read(marked.file, .platform)
    #expect(diagnostics.map { "\($0.rule) \($0.message)" } == fault.expected)
    #expect(Set(diagnostics.map(\.range.start)) == Set(marked.marks))
    #expect(diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func releaseCyclesAreInOrder() {
    let marked = MarkedFile(
      """
      id: x
      name: X
      tiers: [{id: a, name: A, columns: [Platform]}]
      release-cycles:
        - {release: 2.6.0, start: 2026-06-01, mid-cycle: 2026-09-01, first-release-candidate: 2026-11-01}
        - ↓{release: 2.5, start: 2026-06-01, mid-cycle: ↓2026-05-01, first-release-candidate: ↓2026-04-01}
      """)
    let (policy, diagnostics) = PolicyFile.read(marked.file)
    #expect(policy == nil)
    #expect(
      diagnostics.lines == [
        "invalid-value 6:5 the cycle of 2.5 stands after that of 2.6.0; sort them",
        "invalid-value 6:50 mid-cycle is before the start; correct one of them",
        "invalid-value 6:87 the first release candidate is before mid-cycle; correct one of them",
      ])
  }
}
