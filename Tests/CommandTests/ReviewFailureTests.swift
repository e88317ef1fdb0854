import Foundation
import Testing
import TestSupport

@Suite struct ReviewFailureTests {
  private func review(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws
    -> Tool.Result
  {
    let result = try Tool.run(
      ["review"] + arguments, in: folder, environment: TestRepository.environment.merging(environment) { $1 })
    #expect(result.output == "")
    #expect(result.error.hasPrefix("platform-tiers: error: "))
    return result
  }

  @Test func withoutGitItSaysWhatWorksWithout() throws {
    let folder = try TemporaryFolder()
    let result = try review(["main"], in: folder.path, environment: ["PATH": "/nonexistent"])
    #expect(result.status == 2)
    #expect(result.error.contains("there is no 'git' on the search path"))
    #expect(result.error.contains("review --files OLD NEW"))
  }

  @Test func withoutARepositoryItSaysSo() throws {
    let folder = try TemporaryFolder()
    let result = try review(["main"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains("is not in a git repository"))
  }

  @Test func aRepositoryOfSomebodyElseIsExplainedByGit() throws {
    let repository = try TestRepository()
    try repository.commit(["a.rst": "a"])
    let result = try review(
      ["main"], in: repository.path, environment: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    #expect(result.status == 2)
    #expect(result.error.contains("git config --global --add safe.directory"))
  }

  @Test(arguments: ["no-such", "main...no-such", "--", "a.rst"])
  func aRevisionThatIsNoneEndsWith2(_ revision: String) throws {
    let repository = try TestRepository()
    try repository.commit(["a.rst": "a"])
    let result = try review(revision == "--" ? ["main", "-x"] : [revision], in: repository.path)
    #expect(result.status == (revision == "--" ? 64 : 2))
    if revision == "a.rst" { #expect(result.error.contains("it is a file: write '-- a.rst'")) }
  }

  @Test func aRepositoryWithoutACommitEndsWith2() throws {
    let repository = try TestRepository()
    let result = try review(["--staged", "HEAD"], in: repository.path)
    #expect(result.status == 2)
    #expect(result.error == "platform-tiers: error: there is no commit yet, and nothing to compare with\n")
  }

  @Test(arguments: [
    [], ["--files", "a.rst"], ["--files", "--staged", "a", "b"], ["--staged", "main", "HEAD"], ["a..b", "c"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let repository = try TestRepository()
    try repository.commit(["a.rst": "a"])
    #expect(try review(arguments, in: repository.path).status == 64)
  }

  @Test func aLinkInARevisionIsExplained() throws {
    let repository = try TestRepository()
    try repository.commit(["a.rst": "a"])
    try FileManager.default.createSymbolicLink(atPath: repository.folder["nep-1.rst"], withDestinationPath: "a.rst")
    try repository.commit([:])
    let result = try Tool.run(
      ["review", "HEAD~1", "HEAD"], in: repository.path, environment: TestRepository.environment)
    #expect(result.status == 2)
    #expect(result.error.contains("'nep-1.rst': it is a symbolic link in 'HEAD'; name the file that it leads to"))
  }
}
