import Foundation
import Testing
import TestSupport

/// The repository of hooks that `Scripts/make-hooks` makes, by the real pre-commit and a wheel that runs the built program.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct HookRepositoryTests {
  private static let page = "docs/nep-0057-platform-support.rst"
  private let folder: TemporaryFolder
  private let repository: HookedRepository

  init() throws {
    (folder, repository) = (try TemporaryFolder(), try HookedRepository(hooks: []))
    for name in [".platform-tiers.yaml", "registry", Self.page, "docs/nep-0057-platform-support.md"] {
      try repository.copy(name)
    }
  }

  private func python(_ script: String, _ arguments: String...) throws -> Tool.Result {
    try Tool.run(
      executable: PackageFile.path(".build/venv/bin/python"), [PackageFile.path(script)] + arguments, in: folder.path,
      environment: repository.environment)
  }

  private func preCommit(_ arguments: String...) throws -> Tool.Result {
    let wheels = [folder.path, PackageFile.path(".build/wheels")].joined(separator: " ")
    return try repository.preCommit(arguments, environment: ["PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels])
  }

  private func configuration(_ revision: String) -> String {
    "repos:\n- repo: \(folder["hooks"])\n  rev: \(revision)\n  hooks:\n"
      + ["lint", "check", "generate", "review"].map { "  - id: platform-tiers-\($0)\n" }.joined()
  }

  @Test func autoupdateMovesToTheNewestReleaseWhoseHooksRun() throws {
    for version in ["0.0.9", "0.1.0"] {
      #expect(try python("Scripts/make-hooks", folder["hooks"], "--version", version).output == "v\(version)\n")
    }
    #expect(try python("Tests/Wheel/stand_in.py", folder.path, "0.1.0", Tool.path).status == 0)
    try repository.write(configuration("v0.0.9"), to: ".pre-commit-config.yaml")
    #expect(try repository.commit("Begin").status == 0)
    let update = try preCommit("autoupdate")
    #expect(update.status == 0, "\(update.output)\(update.error)")
    #expect(try repository.text(of: ".pre-commit-config.yaml") == configuration("v0.1.0"))

    let good = try preCommit("run", "--all-files")
    #expect(good.status == 0, "\(good.output)\(good.error)")
    #expect(good.output.ranges(of: "Passed").count == 4)
    try repository.replace(
      "| Linux aarch64 (musllinux) |       | Ralf Gommers ",
      with: "| Linux aarch64 (musllinux) |       |              ",
      in: "docs/nep-0057-platform-support.md")
    let bad = try preCommit("run", "platform-tiers-check", "--all-files")
    #expect(bad.status == 1)
    #expect(bad.output.contains("error[contacts-disagree]"), "\(bad.output)")
  }

  @Test func aReleaseIsMadeOnce() throws {
    #expect(try python("Scripts/make-hooks", folder["hooks"]).output == "v0.1.0\n")
    let again = try python("Scripts/make-hooks", folder["hooks"])
    #expect(again.status == 1)
    #expect(again.error.contains("has a tag v0.1.0 already"))
    #expect(try python("Scripts/make-hooks", folder["hooks"], "--version", "1;2").status == 2)
  }

  /// The four hooks by the wheel alone.
  @Test func theWheelHasAllFourHooks() throws {
    let names = ["platform-tiers-check", "platform-tiers-generate", "platform-tiers-lint", "platform-tiers-review"]
    let text = try String(contentsOfFile: PackageFile.path("docs/adopting/pre-commit-wheel.yaml"), encoding: .utf8)
    #expect(text.matches(of: /- id: (\S+)\n/).map { String($0.1) }.sorted() == names)
    #expect(try python("Tests/Wheel/stand_in.py", folder.path, "0.1.0", Tool.path).status == 0)
    try repository.write(text, to: ".pre-commit-config.yaml")
    let page = try repository.text(of: Self.page)
    try repository.write(page, to: "doc/neps/nep-0057-platforms.rst")
    #expect(try repository.commit("Begin").status == 0)
    let good = try preCommit("run", "--all-files")
    #expect(good.status == 0, "\(good.output)\(good.error)")
    #expect(good.output.ranges(of: "Passed").count == 4)
  }
}
