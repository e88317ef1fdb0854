import Foundation
import Testing
import TestSupport

/// A contributor adds a platform to NumPy's NEP, from the first commit that is refused to the table that the registry
/// writes.
@Suite(
  .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason),
  .enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct DayInTheLifeTests {
  private static let page = "doc/neps/nep-0057-numpy-platform-support.rst"
  private static let file = "registry/platforms/haiku.yaml"

  private let repository: HookedRepository

  /// NumPy's NEP as it was published last, its two faults mended, with this repository's registry of the same platforms.
  init() throws {
    repository = try HookedRepository(hooks: ["platform-tiers-lint", "platform-tiers-check"])
    try repository.copy("registry")
    try repository.write("registry: registry\ndocuments: doc/neps/nep-0057-*.rst\n", to: ".platform-tiers.yaml")
    let last = try #require(SharedFolder.documents(in: "corpus/nep57").last)
    try repository.write(String(decoding: try SharedFolder.bytes(last), as: UTF8.self), to: Self.page)
    _ = try repository.tool("lint", "--fix", Self.page)
    try repository.replace(
      "TTSOQQ3XLXXK52CZYMN7MALJQEI65U\n", with: "TTSOQQ3XLXXK52CZYMN7MALJQEI65UDN\n", in: Self.page)
    try repository.begin()
    try repository.git("checkout", "--quiet", "-b", "haiku")
  }

  /// The last row of Tier 2 and the border below it, and the row that the contributor adds.
  private static let lastRow = "|                           |       | Ralf Gommers                             |\n"
  private static let border =
    "+---------------------------+-------+------------------------------------------+\n"

  private static func row(contact: String) -> String {
    "| Haiku                     |       | " + contact + String(repeating: " ", count: 41 - contact.count) + "|\n"
  }

  private func write(_ facts: String, moves: String) throws {
    try repository.write(
      """
      name: Haiku
      target: {os: haiku, arch: x86-64, interpreter: cpython}
      \(facts)
      moves:
      \(moves)

      """, to: Self.file)
  }

  private static let workflow = """
    on: push
    jobs:
      test:
        runs-on: ubuntu-24.04
        steps:
          - run: spin test

    """

  private static let facts = """
    contacts:
      - person: rgommers
        acknowledged: {date: 2026-08-20, url: "https://github.com/numpy/numpy/pull/32500"}
        employment: none
    ci:
      - {workflow: .github/workflows/haiku.yml, job: test, runner: ubuntu-24.04, hosting: github, execution: native}
    wheels:
      tags: "*-*-haiku_*"
      jobs:
        - repository: numpy/numpy-release
          workflow: .github/workflows/wheels.yml
          job: build_wheels
          matrix: haiku_x86_64
          runner: ubuntu-24.04
          hosting: github
          execution: native
      publishing: trusted
      public-build: true
    demand: {share: 0.6, source: "https://example.org/downloads"}
    prerequisites: {cpython: met, index: met, cibuildwheel: met, manylinux: not-needed, blas: met}
    """

  @Test func aPlatformIsAdded() throws {
    let before = try repository.git("rev-parse", "HEAD")

    // No contact, no CI.
    try repository.replace(
      Self.lastRow + Self.border, with: Self.lastRow + Self.border + Self.row(contact: "") + Self.border, in: Self.page)
    try write("notes: \"\"", moves: "  - {date: 2026-08-20, to: tier-2, pull-request: 32500}")
    let refused = try repository.commit("Support Haiku")
    #expect(refused.status == 1)
    #expect(refused.error.contains("error[missing-contact]: 'Haiku' has no contact, and 'Tier 2' asks for one"))
    #expect(refused.error.contains("error[missing-ci]: 'Haiku' has no CI job, and 'Tier 2' asks for CI"))
    #expect(try repository.git("rev-parse", "HEAD") == before)

    // Both, and what else the registry asks of a platform with wheels.
    try repository.replace(Self.row(contact: ""), with: Self.row(contact: "Ralf Gommers"), in: Self.page)
    try repository.write(Self.workflow, to: ".github/workflows/haiku.yml")
    try write(Self.facts, moves: "  - {date: 2026-08-20, to: tier-2, pull-request: 32500}")
    let committed = try repository.commit("Support Haiku")
    #expect(committed.status == 0, "\(committed.error)")

    // Review in CI.
    #expect(try review() == Review(status: 1, moves: ["added", "wheels-gained"], errors: ["undecided-promotion"]))
    let comment = try repository.tool("review", "main", "HEAD", "--format", "markdown")
    #expect(comment.status == 1)
    #expect(comment.output.contains("without a link to the discussion on the mailing list"), "\(comment.output)")

    // The link.
    let link =
      "https://mail.python.org/archives/list/numpy-discussion@python.org/thread/HAIKUHAIKUHAIKUHAIKUHAIKUHAIKU23/"
    try write(
      Self.facts, moves: "  - {date: 2026-08-20, to: tier-2, pull-request: 32500, mailing-list: \"\(link)\"}")
    #expect(try repository.commit("Link the discussion").status == 0)
    #expect(try review() == Review(status: 0, moves: ["added", "wheels-gained"], errors: []))

    // The registry writes the table that stands there.
    let page = try repository.text(of: Self.page)
    let generated = try repository.tool("generate")
    #expect(generated.status == 0, "\(generated.error)")
    #expect(try repository.text(of: Self.page) == page)
    // It would also have written the row.
    try repository.replace(Self.row(contact: "Ralf Gommers") + Self.border, with: "", in: Self.page)
    #expect(try repository.tool("generate").status == 0)
    #expect(try repository.text(of: Self.page) == page)
  }

  private struct Review: Equatable {
    var status: Int32
    var moves: [String]
    var errors: [String]
  }

  /// The branch against `main`, as CI reviews it.
  private func review() throws -> Review {
    let result = try repository.tool("review", "main", "HEAD", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let moves = try #require(json["moves"] as? [[String: Any]])
    let findings = try #require(json["findings"] as? [[String: Any]])
    return Review(
      status: result.status, moves: moves.compactMap { $0["kind"] as? String },
      errors: findings.filter { $0["severity"] as? String == "error" }.compactMap { $0["rule"] as? String })
  }
}
