import Foundation
import Testing
import TestSupport

/// Files without an end, or with more than anybody writes.
@Suite struct EndlessFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.path) }

  @Test(
    arguments: [
      ["lint", "--as", "rst", "/dev/zero"], ["inspect", "--as", "rst", "/dev/zero"],
      ["lint", "--config", "/dev/zero", "a.rst"], ["lint", "--policy", "/dev/zero", "a.rst"],
      ["lint", "--baseline", "/dev/zero", "a.rst"], ["import", "--as", "rst", "/dev/zero"],
    ])
  func anEndlessFileIsRefused(_ arguments: [String]) throws {
    try folder.write("Text\n", to: "a.rst")
    let result = try Tool.run(arguments, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains("cannot read '/dev/zero': it is longer than 64 MiB"), "\(result.error)")
  }

  @Test func aDocumentHasALimitThatCanBeRaised() throws {
    try folder.write(String(repeating: "Some words.\n\n", count: 200_000), to: "a.rst")
    let result = try run("lint", "--max-size", "2", "a.rst")
    #expect(result.status == 2)
    #expect(
      result.error == "platform-tiers: error: cannot read 'a.rst': it has 2600000 bytes, and at most 2 MiB are read; "
        + "'--max-size' takes another limit in MiB\n")
    #expect(try run("lint", "--max-size", "3", "a.rst").status == 0)
    #expect(try run("lint", "--max-size", "0", "a.rst").status == 64)
  }
}

/// What a killed run leaves behind.
@Suite struct LeftoverTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a: Tier\n", to: "a.rst")
  }

  private func leave(_ name: String, secondsAgo: Double) throws {
    let path = try folder.write("half", to: name)
    let day = Date(timeIntervalSinceNow: -secondsAgo)
    try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
  }

  @Test func theNextRunInTheFolderRemovesIt() throws {
    try leave(".platform-tiers-abc123.tmp", secondsAgo: 600)
    try leave(".platform-tiers-young1.tmp", secondsAgo: 1)
    try leave(".platform-tiers-longer-name.tmp", secondsAgo: 600)
    try leave(".platform-tiers.yaml", secondsAgo: 600)
    try folder.write("", to: ".platform-tiers.yaml")
    #expect(try Tool.run(["lint", "a.rst", "--write-baseline", "baseline.json"], in: folder.path).status == 0)
    #expect(
      try folder.names == [
        ".platform-tiers-longer-name.tmp", ".platform-tiers-young1.tmp", ".platform-tiers.yaml", "a.rst",
        "baseline.json",
      ])
  }

  @Test func oneThatIsBeingWrittenStays() throws {
    try leave(".platform-tiers-abc123.tmp", secondsAgo: 600)
    let descriptor = open(folder[".platform-tiers-abc123.tmp"], O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(try Tool.run(["lint", "a.rst", "--write-baseline", "baseline.json"], in: folder.path).status == 0)
    #expect(try folder.names.contains(".platform-tiers-abc123.tmp"))
  }

  @Test func twoFirstWritersBothSucceed() throws {
    let command = """
      "$TOOL" schema --output out/schema & first=$!
      "$TOOL" schema --output out/schema; second=$?
      wait $first; echo $? $second
      """
    for _ in 0..<5 {
      #expect(try Tool.shell(command, in: folder.path).output == "0 0\n")
      try FileManager.default.removeItem(atPath: folder["out"])
    }
  }
}
