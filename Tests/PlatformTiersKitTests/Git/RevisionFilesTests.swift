import Foundation
import Testing
import TestSupport
@testable import PlatformTiersKit

@Suite struct RevisionFilesTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func files() throws -> RevisionFiles {
    let repository = try GitRepository(of: repository.path)
    return try repository.files(of: repository.commit("HEAD"), called: "'HEAD'")
  }

  private func text(_ files: some FileTree, _ name: String) throws -> String {
    String(decoding: try files.read(repository.folder[name]), as: UTF8.self)
  }

  @Test func itHasWhatWasCommittedAndNotWhatIsOnDisk() throws {
    try repository.commit(["docs/nep-1.rst": "old", "docs/deep/nep-2.md": "two", "-x y.rst": "odd", "é.rst": "accent"])
    try repository.folder.write("new", to: "docs/nep-1.rst")
    try repository.folder.write("new", to: "docs/nep-3.rst")
    let files = try files()
    #expect(try text(files, "docs/nep-1.rst") == "old")
    #expect(try text(files, "docs/../docs/./nep-1.rst") == "old")
    #expect(try text(files, "-x y.rst") == "odd")
    #expect(try text(files, "é.rst") == "accent")
    #expect(!files.exists(repository.folder["docs/nep-3.rst"]))
    #expect(files.isFolder(repository.folder["docs/deep"]))
    #expect(files.isFolder(repository.path))
    #expect(try Set(files.names(in: repository.path)) == ["docs", "-x y.rst", "é.rst"])
    #expect(
      files.numberedDocuments(below: repository.path).paths
        == ["docs/deep/nep-2.md", "docs/nep-1.rst"].map { repository.folder[$0] })
    #expect(files.real(repository.folder["docs"]) == repository.folder["docs"])
    #expect(files.real(repository.folder["docs/nep-3.rst"]) == nil)
  }

  @Test func aFolderThatWasAskedForBeforeIsTheSame() throws {
    try repository.commit(["a/b/c/d.rst": "deep", "a/x.rst": "x"])
    let files = try files()
    for _ in 0..<2 {
      #expect(try text(files, "a/b/c/d.rst") == "deep")
      #expect(!files.exists(repository.folder["a/b/none/d.rst"]))
      #expect(!files.exists(repository.folder["a/x.rst/d.rst"]))
      #expect(try text(files, "a/x.rst") == "x")
    }
  }

  @Test func whatIsNoFileSaysWhatItIs() throws {
    try repository.folder.write("text", to: "a.rst")
    try FileManager.default.createSymbolicLink(
      atPath: repository.folder["link.rst"], withDestinationPath: "a.rst")
    let other = try TestRepository()
    try other.commit(["b.rst": "b"])
    try repository.git("submodule", "add", "--quiet", other.path, "module")
    try repository.commit([:])
    let files = try files()
    func reason(_ name: String) -> String? {
      do throws(RunFailure) {
        _ = try files.read(repository.folder[name])
        return nil
      } catch {
        return error.message.components(separatedBy: "': ").last
      }
    }
    #expect(reason("a.rst") == nil)
    #expect(reason("link.rst") == "it is a symbolic link in 'HEAD'; name the file that it leads to")
    #expect(reason("module") == "it is a submodule in 'HEAD', a repository of its own")
    #expect(reason("module/b.rst") == "there is no such file in 'HEAD'")
    #expect(reason("none.rst") == "there is no such file in 'HEAD'")
    #expect(reason("") == "it is a folder in 'HEAD'")
    #expect(throws: RunFailure.self) { try files.read(repository.folder["a.rst"], limit: 3) }
    #expect(throws: RunFailure.self) { try files.names(in: repository.folder["module"]) }
  }

  @Test func theIndexHasWhatIsStaged() throws {
    try repository.commit(["docs/a.rst": "old", "docs/gone.rst": "gone"])
    try repository.folder.write("staged", to: "docs/a.rst")
    try repository.folder.write("new", to: "new/deep/b.rst")
    try repository.git("add", ".")
    try repository.git("rm", "--quiet", "docs/gone.rst")
    try repository.folder.write("later", to: "docs/a.rst")
    let files = try GitRepository(of: repository.path).filesOfIndex()
    #expect(try text(files, "docs/a.rst") == "staged")
    #expect(try text(files, "new/deep/b.rst") == "new")
    #expect(!files.exists(repository.folder["docs/gone.rst"]))
    #expect(!files.exists(repository.folder["none/c.rst"]))
    #expect(try files.names(in: repository.folder["new"]) == ["deep"])
  }

  @Test func aFileWithConflictsIsNotRead() throws {
    try repository.commit(["a.rst": "base\n"])
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.commit(["a.rst": "theirs\n"])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit(["a.rst": "ours\n"])
    #expect(throws: TestRepository.Failure.self) { try repository.git("merge", "other") }
    let files = try GitRepository(of: repository.path).filesOfIndex()
    #expect(
      throws: RunFailure.cannotRun(
        "cannot read '\(repository.folder["a.rst"])': it has conflicts in the index; resolve them and 'git add' it")
    ) { try files.read(repository.folder["a.rst"]) }
  }

  @Test func whatIsOutsideTheRepositoryIsTheDisks() throws {
    try repository.commit(["a.rst": "text"])
    let outside = try TemporaryFolder()
    let path = try outside.write("outside", to: "policy.yaml")
    let files = try files()
    #expect(String(decoding: try files.read(path), as: UTF8.self) == "outside")
    #expect(files.isFolder(outside.path))
    #expect(files.real(path) == path)
  }

  @Test func aRepositoryWithLongIdsReadsTheSame() throws {
    try FileManager.default.removeItem(atPath: repository.folder[".git"])
    try repository.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    try repository.commit(["docs/a.rst": "text", "b.rst": "b"])
    let files = try files()
    #expect(try text(files, "docs/a.rst") == "text")
    #expect(try Set(files.names(in: repository.path)) == ["docs", "b.rst"])
  }
}
