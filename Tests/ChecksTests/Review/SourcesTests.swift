import Checks
import Testing

/// What documents and registries tell, each alone and together.
@Suite struct SourcesTests {
  private func moves(from base: RuleExample, to head: RuleExample) throws -> [String] {
    let today = try #require(RuleExample.today)
    let states = [base, head].map { PolicyState(exampleFiles: $0.files, sources: $0.sources) }
    return Reviewer(base: states[0], head: states[1], today: today).review().moves.map(\.line)
  }

  private static func haiku(_ rest: String) -> String {
    "--- platforms/haiku.yaml\nname: Haiku\ntarget: {os: haiku, arch: x86-64, interpreter: cpython}\n\(rest)\n"
  }

  @Test func aRegistryAloneTellsMovesAndCI() throws {
    let job = "ci: [{workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}]\n"
    let told = try moves(
      from: .files(Self.haiku("moves: [{date: 2026-02-09, to: tier-3}]")),
      to: .files(Self.haiku(job + "moves: [{date: 2026-02-09, to: tier-3}, {date: 2026-05-04, to: tier-2}]")))
    #expect(
      told == [
        "promoted Haiku: tier-3 -> tier-2", "wheels-gained Haiku: tier-3 -> tier-2",
        "ci-changed Haiku: tier-3 -> tier-2 [CI job 'test' of .github/workflows/haiku.yml added]",
      ])
  }

  @Test func whatBothTellIsOneMove() throws {
    func table(_ tier: String) -> String { "--- p.md\n## \(tier)\n\n| Platform | Notes |\n|---|---|\n| Haiku | |\n" }
    let told = try moves(
      from: .files(Self.haiku("moves: [{date: 2026-02-09, to: tier-3}]") + table("Tier 3")),
      to: .files(
        Self.haiku("moves: [{date: 2026-02-09, to: tier-3}, {date: 2026-05-04, to: tier-1}]") + table("Tier 1")))
    #expect(
      told.filter { !$0.contains("tier-added") && !$0.contains("tier-removed") } == [
        "promoted Haiku: tier-3 -> tier-1", "wheels-gained Haiku: tier-3 -> tier-1",
      ])
  }

  @Test func aLikeNameIsARenaming() throws {
    func table(_ names: String...) -> RuleExample {
      .markdown("## Tier 1\n\n| Platform | Notes |\n|---|---|\n" + names.map { "| \($0) | |\n" }.joined())
    }
    #expect(
      try moves(from: table("Linux amd64"), to: table("Linux x86-64"))
        == ["renamed Linux x86-64: tier-1"])
    let others = try moves(from: table("Linux arm64 (manylinux)"), to: table("Linux arm64 (musllinux)"))
    #expect(others.contains("added Linux arm64 (musllinux): nowhere -> tier-1"))
    #expect(others.contains("removed Linux arm64 (manylinux): tier-1 -> nowhere"))
    #expect(try moves(from: table("A", "B"), to: table("B", "A")) == [])
  }
}
