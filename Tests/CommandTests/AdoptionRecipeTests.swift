import Foundation
import Testing
import TestSupport

/// What docs/adopting.md gives NumPy as it is.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct AdoptionRecipeTests {
  private static let page = "doc/neps/nep-0057-numpy-platform-support.rst"
  private let repository: HookedRepository

  init() throws {
    repository = try HookedRepository(hooks: [])
    let page = try String(contentsOfFile: PackageFile.path("docs/nep-0057-platform-support.rst"), encoding: .utf8)
    try repository.write(page, to: Self.page)
  }

  private func tool(_ name: String, _ arguments: [String]) throws -> Tool.Result {
    try Tool.run(
      executable: PackageFile.path(".build/venv/bin/" + name), arguments, in: repository.path,
      environment: repository.environment)
  }

  private func shell(_ command: String) throws -> Tool.Result {
    try Tool.run(
      executable: "/bin/bash", ["-e", "-o", "pipefail", "-c", command], in: repository.path,
      environment: repository.environment)
  }

  private func dropPlatform() throws {
    try repository.replace(
      """
      | Linux aarch64 (musllinux) |       | Ralf Gommers                               |
      +---------------------------+-------+--------------------------------------------+

      """, with: "", in: Self.page)
  }

  @Test(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func theDifferenceFitsNumPysFilesAndTheirSchema() throws {
    let day = "evidence/days/2026-08-22/numpy/"
    let files = [".github/workflows/lint.yml", ".circleci/config.yml"]
    for name in files {
      try repository.write(String(decoding: try SharedFolder.bytes(day + name), as: UTF8.self), to: name)
    }
    try repository.git("apply", PackageFile.path("docs/adopting/numpy.diff"))
    let result = try tool("check-jsonschema", ["--builtin-schema", "vendor.github-workflows", files[0]])
    #expect(result.status == 0, "\(result.output)")
    #expect(try tool("python", ["-c", "import yaml; yaml.safe_load(open('\(files[1])'))"]).status == 0)

    let steps = try tool("python", [PackageFile.path("Tests/Workflows/steps.py"), files[0], "platforms"])
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(steps.output.utf8))
    #expect(pairs.map(\.first) == ["Install", "Review NEP 57"])
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message=Begin")
    try repository.git("checkout", "--quiet", "-b", "change")
    try dropPlatform()
    try repository.git("commit", "--quiet", "--all", "--message=Drop a platform")
    try repository.git("checkout", "--quiet", "main")
    #expect(try shell(pairs[1][1].replacing("HEAD^1", with: "HEAD")).status == 0)
    try repository.git("merge", "--quiet", "--no-ff", "--message=Merge", "change")
    let review = try shell(pairs[1][1])
    #expect(review.status == 1)
    #expect(review.output.contains("platform-tiers (vanished-platform)"), "\(review)")
  }

  /// The line stands before what is ignored, and fails the step where the linter finds an error.
  @Test func theLineForCircleCI() throws {
    let lines = try String(contentsOfFile: PackageFile.path("docs/adopting/numpy.diff"), encoding: .utf8)
      .components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.hasPrefix("+            platform-tiers lint") })
    #expect(lines[index + 1].contains("cd doc/neps") && lines[index + 2].contains("|| echo"))
    let command = "\(lines[index].dropFirst())\nfalse || echo ignored"
    #expect(try shell(command).status == 0)
    try repository.replace(
      "| Linux aarch64 (musllinux) |       | Ralf Gommers ",
      with: "| Linux aarch64 (musllinux) |       |              ", in: Self.page)
    #expect(try shell(command).status == 1)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: PackageFile.path(".build/venv/bin/spin"))))
  func theCommandForSpin() throws {
    try repository.write(
      try String(contentsOfFile: PackageFile.path("docs/adopting/spin_platforms.py"), encoding: .utf8),
      to: ".spin/cmds.py")
    try repository.write(
      "[project]\nname = 'numpy'\nversion = '1'\n[tool.spin]\npackage = 'numpy'\n"
        + "[tool.spin.commands]\n'Documentation' = ['.spin/cmds.py:platforms']\n", to: "pyproject.toml")
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message=Begin")
    let clean = try tool("spin", ["platforms"])
    #expect(clean.status == 0 && clean.output.contains(" in 1 file"), "\(clean)")
    try dropPlatform()
    let review = try tool("spin", ["platforms", "--against", "main"])
    #expect(review.status == 1 && review.output.contains("error[vanished-platform]"), "\(review)")
    try repository.write("Tier 1\n====\n", to: Self.page)
    #expect(try tool("spin", ["platforms", "--", "--select", "short-title-underline", "--fix"]).status == 0)
    #expect(try repository.text(of: Self.page) == "Tier 1\n======\n")
  }
}
