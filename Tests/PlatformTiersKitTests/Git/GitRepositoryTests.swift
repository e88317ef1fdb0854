import Policy
import Testing
import TestSupport
@testable import PlatformTiersKit

@Suite struct GitRepositoryTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func opened() throws -> GitRepository { try GitRepository(of: repository.path) }

  private func message(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? RunFailure)?.message
    }
  }

  @Test func aFolderBelowHasTheSameRoot() throws {
    try repository.commit(["docs/a.rst": ""])
    #expect(try opened().root == repository.path)
    #expect(try GitRepository(of: repository.folder["docs"]).root == repository.path)
  }

  @Test func withoutARepositoryItSaysWhatWorks() throws {
    let folder = try TemporaryFolder()
    #expect(
      message { try GitRepository(of: folder.path) }
        == "'\(folder.path)' is not in a git repository; 'review --files OLD NEW' compares two files without one")
  }

  @Test func aRevisionIsWhateverGitTakesForOne() throws {
    let first = try repository.commit(["a.rst": "1"], message: "The first one")
    let second = try repository.commit(["a.rst": "2"], message: "The second one")
    try repository.git("tag", "--annotate", "--message", "tag", "v1", first)
    let opened = try opened()
    #expect(try opened.commit("HEAD") == second)
    #expect(try opened.commit("HEAD~1") == first)
    #expect(try opened.commit("v1") == first)
    #expect(try opened.commit(":/The first") == first)
    #expect(try opened.commit(String(second.prefix(8))) == second)
  }

  @Test func aBadRevisionSaysWhatToDo() throws {
    try repository.commit(["a.rst": "1"])
    let opened = try opened()
    #expect(
      message { try opened.commit("no-such") } == "git knows no revision 'no-such'; fetch it, or correct its name")
    #expect(message { try opened.commit("--output=x") }?.hasPrefix("git knows no revision '--output=x'") == true)
    #expect(message { try opened.commit("a\nb") }?.hasPrefix("git knows no revision 'a\nb'") == true)
    #expect(
      message { try opened.commit("HEAD:a.rst") } == "'HEAD:a.rst' is no commit, and only commits can be compared")
  }

  @Test func aRepositoryWithoutACommitHasNothingToCompare() throws {
    let opened = try opened()
    #expect(message { try opened.commit("HEAD") } == "there is no commit yet, and nothing to compare with")
  }

  @Test func aShallowCloneSaysHowToDeepenIt() throws {
    try repository.commit(["a.rst": "1"])
    try repository.git("checkout", "--quiet", "-b", "change")
    try repository.commit(["b.rst": "2"])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit(["a.rst": "3"])
    let clone = try TemporaryFolder()
    try repository.git(
      "clone", "--quiet", "--depth=1", "--no-single-branch", "file://" + repository.path, clone["clone"])
    let opened = try GitRepository(of: clone["clone"])
    let range = try RevisionRange(base: "origin/main", head: "origin/change", isStaged: false)
    let main = try opened.commit("origin/main")
    let change = try opened.commit("origin/change")
    let told = try #require(message { try opened.mergeBase(of: main, and: change, range) })
    #expect(
      told.hasPrefix("this clone is shallow and lacks the commit that 'origin/main' and the head have in common:"))
    #expect(told.contains("git fetch --deepen=100"))
    #expect(told.contains("'fetch-depth: 0'"))
    #expect(message { try opened.commit("HEAD~1") }?.contains("git fetch --deepen=100") == true)
  }

  @Test func revisionsWithoutACommonCommitAreToldHowToBeCompared() throws {
    let first = try repository.commit(["a.rst": "1"])
    try repository.git("checkout", "--quiet", "--orphan", "other")
    let second = try repository.commit(["a.rst": "2"])
    let range = try RevisionRange(base: "main", head: nil, isStaged: false)
    let opened = try opened()
    #expect(
      message { try opened.mergeBase(of: first, and: second, range) }
        == "'main' and the head have no commit in common; 'A..B' compares two revisions as they are")
  }

  @Test func changesFollowRenamesOfDocuments() throws {
    let text = (1...50).map { "line \($0)\n" }.joined()
    let base = try repository.commit(["docs/old name.rst": text, "gone.md": "gone\n", "same.rst": "same", "x.py": text])
    try repository.git("mv", "docs/old name.rst", "new.rst")
    try repository.git("rm", "--quiet", "gone.md")
    try repository.git("mv", "x.py", "y.py")
    let head = try repository.commit(["new.rst": text + "more\n", "added.rst": "added\n"])
    #expect(
      try Set(opened().changes(from: base, to: .commit(head))) == [
        FileChange(old: "docs/old name.rst", new: "new.rst"), FileChange(old: "gone.md", new: nil),
        FileChange(old: nil, new: "added.rst"),
      ])
  }

  @Test func changesAreOfTheIndexOrTheDiskAsWell() throws {
    let base = try repository.commit(["a.rst": "1", "b.rst": "1"])
    try repository.folder.write("2", to: "a.rst")
    try repository.git("add", "a.rst")
    try repository.folder.write("2", to: "b.rst")
    let opened = try GitRepository(of: repository.path)
    #expect(try opened.changes(from: base, to: .index).map(\.new) == ["a.rst"])
    #expect(try opened.changes(from: base, to: .workTree).map(\.new) == ["a.rst", "b.rst"])
  }

  @Test func nothingThatIsConfiguredIsRun() throws {
    let base = try repository.commit(["a.rst": "1", ".gitattributes": "*.rst diff=evil\n"])
    let head = try repository.commit(["a.rst": "2"])
    for key in ["core.pager", "diff.external", "diff.evil.textconv", "diff.evil.command", "pager.log", "pager.diff"] {
      try repository.git("config", key, "touch \(repository.folder["proof"]) #")
    }
    try repository.git("config", "diff.relative", "true")
    try repository.git("config", "log.showSignature", "true")
    try repository.git("config", "color.ui", "always")
    let opened = try opened()
    #expect(try opened.changes(from: base, to: .commit(head)) == [FileChange(old: "a.rst", new: "a.rst")])
    #expect(try opened.revisions(of: repository.folder["a.rst"]).map(\.commit) == [base, head])
    #expect(try repository.folder.names.contains("proof") == false)
  }

  @Test func theHistoryOfAFileFollowsItsNames() throws {
    let text = (1...50).map { "line \($0)\n" }.joined()
    let first = try repository.commit(["a.rst": text], message: "Add a (#12)", date: "2026-01-02")
    try repository.git("mv", "a.rst", "b c.rst")
    let second = try repository.commit([:], message: "Rename", date: "2026-01-03")
    try repository.git("checkout", "--quiet", "-b", "change")
    try repository.commit(["b c.rst": text + "1\n"], message: "In a branch", date: "2026-01-04")
    try repository.git("checkout", "--quiet", "main")
    try repository.commit(["other.rst": "other"], date: "2026-01-05")
    try repository.git(
      "merge", "--quiet", "--no-ff", "change", "--message", "Merge pull request #34 from a/b", date: "2026-01-06")
    let opened = try opened()
    let revisions = try opened.revisions(of: repository.folder["b c.rst"])
    #expect(revisions.map(\.date.description) == ["2026-01-02", "2026-01-03", "2026-01-06"])
    #expect(revisions.map(\.pullRequest) == [12, nil, 34])
    #expect(revisions.map(\.path) == ["a.rst", "b c.rst", "b c.rst"])
    #expect(revisions.prefix(2).map(\.commit) == [first, second])
    #expect(
      try opened.contents(of: revisions).map { $0.map { String(decoding: $0, as: UTF8.self) } } == [
        text, text, text + "1\n",
      ])
    #expect(message { try opened.revisions(of: "none.rst") }?.hasPrefix("git has no history of 'none.rst'") == true)
  }
}
