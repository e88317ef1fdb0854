import Foundation
import TestSupport
import Testing

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
    let last = try #require(SharedFolder.paths(in: "corpus/nep57", suffix: ".rst").last)
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

  private static let facts = """
    contacts:
      - person: rgommers
        acknowledged: {date: 2026-11-20, url: "https://github.com/numpy/numpy/pull/32500"}
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
    try write("notes: \"\"", moves: "  - {date: 2026-11-20, to: tier-2, pull-request: 32500}")
    let refused = try repository.commit("Support Haiku")
    #expect(refused.status == 1)
    #expect(refused.error.contains("error[missing-contact]: 'Haiku' has no contact, and 'Tier 2' asks for one"))
    #expect(refused.error.contains("error[missing-ci]: 'Haiku' has no CI job, and 'Tier 2' asks for CI"))
    #expect(try repository.git("rev-parse", "HEAD") == before)

    // Both.
    try repository.replace(Self.row(contact: ""), with: Self.row(contact: "Ralf Gommers"), in: Self.page)
    try write(Self.facts, moves: "  - {date: 2026-11-20, to: tier-2, pull-request: 32500}")
    let committed = try repository.commit("Support Haiku")
    #expect(committed.status == 0, "\(committed.error)")

    // Review in CI.
    let asked = try repository.tool("review", "main", "--format", "json")
    #expect(asked.status == 1)
    print(asked.output, asked.error)
  }
}
