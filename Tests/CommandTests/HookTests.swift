import Foundation
import Testing
import TestSupport

/// `.pre-commit-hooks.yaml` by the real pre-commit.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct HookTests {
  private static let page = "docs/nep-0057-platform-support.rst"
  private static let contact = "| Ralf Gommers                               |"

  /// The Tier 2 row of Linux on aarch64 with musl, with and without its contact.
  private static let row = "| Linux aarch64 (musllinux) |       " + contact
  private static let rowWithoutContact =
    "| Linux aarch64 (musllinux) |       | " + String(repeating: " ", count: 43) + "|"

  /// The policy's page alone, as a repository without a registry has it.
  private func pageAlone(_ hooks: String...) throws -> HookedRepository {
    let repository = try HookedRepository(hooks: hooks)
    try repository.copy(Self.page)
    try repository.write("print()\n", to: "numpy/core.py")
    try repository.begin()
    return repository
  }

  private func withRegistry(_ hooks: String...) throws -> HookedRepository {
    let repository = try HookedRepository(hooks: hooks)
    for name in [".platform-tiers.yaml", "registry", Self.page, "docs/nep-0057-platform-support.md"] {
      try repository.copy(name)
    }
    try repository.begin()
    return repository
  }

  @Test func theManifestIsValidAndNamesTheCommands() throws {
    let repository = try HookedRepository(hooks: ["platform-tiers-lint"])
    let result = try repository.preCommit("validate-manifest", HookedRepository.manifestPath)
    #expect(result.status == 0, "\(result.output)")
    let text = try String(contentsOfFile: HookedRepository.manifestPath, encoding: .utf8)
    let names = text.matches(of: /- id: platform-tiers-(\w+)\n/).map { String($0.1) }
    #expect(names == ["lint", "check", "generate", "review"])
    for name in names { #expect(try Tool.run([name, "--help"]).status == 0, "\(name)") }
  }

  /// docs/adopting.md quotes two of the configurations, without their first line.
  @Test func theConfigurationsAreValidAndQuoted() throws {
    let repository = try HookedRepository(hooks: ["platform-tiers-lint"])
    let quoted = try #require(PackageFile.read("docs/adopting.md")).codeBlocks("yaml")
    let names = ["hooks", "swift", "wheel"].map { "docs/adopting/pre-commit-\($0).yaml" }
    let files = try names.map { try String(contentsOfFile: PackageFile.path($0), encoding: .utf8) }
    #expect(quoted.prefix(2) == files.prefix(2).map { String($0.drop { $0 != "\n" }.dropFirst()) }[...])
    #expect(files.allSatisfy { $0.contains("platform-tiers-lint") && $0.contains("platform-tiers-review") })
    for name in names {
      let result = try repository.preCommit("validate-config", PackageFile.path(name))
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test func lintRefusesABadEditWithTheReasonAndLetsAGoodOnePass() throws {
    let repository = try pageAlone("platform-tiers-lint")
    let before = try repository.git("rev-parse", "HEAD")
    try repository.replace(Self.row, with: Self.rowWithoutContact, in: Self.page)
    let refused = try repository.commit()
    #expect(refused.status == 1)
    #expect(refused.error.contains("platform-tiers lint") && refused.error.contains("Failed"))
    #expect(refused.error.contains("error[missing-contact]"), "\(refused.error)")
    #expect(refused.error.contains("--> \(Self.page):"))
    #expect(try repository.git("rev-parse", "HEAD") == before)

    try repository.replace(
      Self.rowWithoutContact,
      with: "| Linux aarch64 (musllinux) |       | Nathan Goldbaum"
        + String(repeating: " ", count: 28) + "|", in: Self.page)
    let passed = try repository.commit()
    #expect(passed.status == 0, "\(passed.error)")
    #expect(passed.error.contains("Passed"))
  }

  @Test func aFileOutsideThePatternRunsNothing() throws {
    let repository = try pageAlone(
      "platform-tiers-lint", "platform-tiers-check", "platform-tiers-generate", "platform-tiers-review")
    try repository.write("print(1)\n", to: "numpy/core.py")
    try repository.write("Other\n===\n", to: "doc/neps/nep-0050-scalar-promotion.rst")
    let result = try repository.commit()
    #expect(result.status == 0)
    #expect(result.error.ranges(of: "(no files to check)Skipped").count == 4, "\(result.error)")
  }

  @Test func allFilesAndTwoRevisionsAreChecked() throws {
    let repository = try pageAlone("platform-tiers-lint")
    #expect(try repository.preCommit("run", "--all-files").status == 0)
    let good = try repository.git("rev-parse", "HEAD")

    try repository.replace(Self.row, with: Self.rowWithoutContact, in: Self.page)
    try repository.git("commit", "--quiet", "--all", "--message=Bad")
    let bad = try repository.git("rev-parse", "HEAD")
    try repository.write("print(2)\n", to: "numpy/core.py")
    try repository.git("commit", "--quiet", "--all", "--message=Elsewhere")

    let all = try repository.preCommit("run", "--all-files")
    #expect(all.status == 1)
    #expect(all.output.contains("missing-contact"))
    let between = try repository.preCommit("run", "--from-ref", good, "--to-ref", "HEAD")
    #expect(between.status == 1)
    #expect(between.output.contains("missing-contact"))
    let elsewhere = try repository.preCommit("run", "--from-ref", bad, "--to-ref", "HEAD")
    #expect(elsewhere.status == 0)
    #expect(elsewhere.output.contains("(no files to check)Skipped"))
  }

  @Test func checkHoldsTheRegistryAgainstThePages() throws {
    let repository = try withRegistry("platform-tiers-check")
    #expect(try repository.preCommit("run", "--all-files").status == 0)
    try repository.replace("name: WASI\n", with: "name: WASI\nnote: none\n", in: "registry/platforms/wasi.yaml")
    let unknown = try repository.commit()
    #expect(unknown.status == 1)
    #expect(unknown.error.contains("error[unknown-key]"), "\(unknown.error)")
    try repository.git("checkout", "--quiet", "HEAD", "registry")
    try repository.replace(Self.row, with: Self.rowWithoutContact, in: Self.page)
    let disagreeing = try repository.commit()
    #expect(disagreeing.status == 1)
    #expect(disagreeing.error.contains("error[contacts-disagree]"), "\(disagreeing.error)")
  }

  @Test func generateWritesThePagesAndTheNextCommitPasses() throws {
    let repository = try withRegistry("platform-tiers-generate")
    try repository.replace(
      "contacts: [rgommers]", with: "contacts: [ngoldbaum]", in: "registry/platforms/linux-aarch64-musllinux.yaml")
    let refused = try repository.commit()
    #expect(refused.status == 1)
    #expect(refused.error.contains("files were modified by this hook"), "\(refused.error)")
    #expect(try repository.git("diff", "--name-only").split(separator: "\n").count == 2)
    let passed = try repository.commit()
    #expect(passed.status == 0, "\(passed.error)")
    #expect(try repository.text(of: Self.page).contains("| Linux aarch64 (musllinux) |       | Nathan Goldbaum "))
    #expect(try repository.preCommit("run", "--all-files").status == 0)
  }

  private static let tableRow = """
    | Linux aarch64 (musllinux) |       | Ralf Gommers                               |
    +---------------------------+-------+--------------------------------------------+

    """

  @Test func reviewLooksAtWhatIsStaged() throws {
    let repository = try pageAlone("platform-tiers-review")
    #expect(try repository.preCommit("run", "--all-files").status == 0)
    try repository.replace(Self.tableRow, with: "", in: Self.page)
    let refused = try repository.commit()
    #expect(refused.status == 1)
    #expect(refused.error.contains("error[vanished-platform]"), "\(refused.error)")
  }

  @Test func reviewComparesTheRevisionsThatPreCommitNames() throws {
    let repository = try pageAlone("platform-tiers-review")
    let base = try repository.git("rev-parse", "HEAD")
    try repository.replace(Self.tableRow, with: "", in: Self.page)
    try repository.git("commit", "--quiet", "--all", "--message=Drop a platform")
    let between = try repository.preCommit("run", "--from-ref", base, "--to-ref", "HEAD")
    #expect(between.status == 1)
    #expect(between.output.contains("error[vanished-platform]"), "\(between.output)")
    #expect(try repository.preCommit("run", "--all-files").status == 0)
  }

  @Test func reviewRunsBeforeAPush() throws {
    let repository = try pageAlone("platform-tiers-review")
    let remote = try TemporaryFolder()
    try repository.git("init", "--quiet", "--bare", remote.path)
    try repository.git("remote", "add", "origin", remote.path)
    try repository.git("push", "--quiet", "origin", "main")
    #expect(try repository.preCommit("install", "--hook-type", "pre-push").status == 0)
    try repository.replace(Self.tableRow, with: "", in: Self.page)
    try repository.git("commit", "--quiet", "--all", "--message=Drop a platform")
    let push = try repository.gitWithHooks("push", "--quiet", "origin", "main")
    #expect(push.status == 1)
    #expect((push.output + push.error).contains("error[vanished-platform]"), "\(push.output)\(push.error)")
  }
}
