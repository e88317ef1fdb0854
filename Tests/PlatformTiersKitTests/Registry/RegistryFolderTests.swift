import Diagnostics
import Foundation
import PlatformTiersKit
import Policy
import Testing
import TestSupport

@Suite struct RegistryFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let platform = """
    name: Plan 9
    target: {os: plan9, arch: x86-64, interpreter: cpython}
    contacts: [ada]
    moves: [{date: 2026-01-01, to: tier-3}]

    """

  private func lines(_ loaded: LoadedRegistry) -> [String] {
    loaded.diagnostics.map { "\($0.rule) \($0.message.replacing(folder.path + "/", with: ""))" }
  }

  @Test func readsAllFiles() throws {
    try folder.write("ada: {name: Ada Example}\n", to: "people.yaml")
    try folder.write(Self.platform, to: "platforms/plan9.yaml")
    try folder.write("not: ours", to: "platforms/.hidden.yaml")
    try folder.write("not ours", to: "platforms/README.md")
    let loaded = try RegistryFolder.read(folder.path)
    #expect(lines(loaded) == [])
    #expect(loaded.registry?.platforms.map(\.id) == ["plan9"])
    #expect(loaded.registry?.policy == .nep57)
    #expect(loaded.files.count == 2)
    #expect(loaded.places.keys.sorted() == ["plan9"])
  }

  @Test func whatCannotBeReadIsAFaultAmongOthers() throws {
    try folder.write("ada: {name: Ada Example}\n", to: "people.yaml")
    try folder.write(Self.platform, to: "platforms/plan9.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder["platforms/loop.yaml"], withDestinationPath: folder["platforms/loop.yaml"])
    try FileManager.default.createSymbolicLink(
      atPath: folder["platforms/gone.yaml"], withDestinationPath: folder["nowhere"])
    try FileManager.default.createDirectory(atPath: folder["platforms/folder.yaml"], withIntermediateDirectories: true)
    #expect(mkfifo(folder["platforms/pipe.yml"], 0o600) == 0)
    #expect(FileManager.default.createFile(atPath: folder["platforms/huge.yaml"], contents: nil))
    #expect(truncate(folder["platforms/huge.yaml"], 50_000_000) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder["policy.yaml"], withDestinationPath: "policy.yaml")
    let loaded = try RegistryFolder.read(folder.path)
    #expect(
      lines(loaded) == [
        "unreadable-file cannot read 'platforms/folder.yaml': it is a folder; mend or remove it",
        "unreadable-file cannot read 'platforms/gone.yaml': no such file or directory; mend or remove it",
        "unreadable-file cannot read 'platforms/huge.yaml': it has 50000000 bytes, and at most 4 MiB are read; "
          + "mend or remove it",
        "unreadable-file cannot read 'platforms/loop.yaml': too many levels of symbolic links; mend or remove it",
        "unreadable-file cannot read 'platforms/pipe.yml': it is not a regular file; mend or remove it",
        "unreadable-file cannot read 'policy.yaml': too many levels of symbolic links; mend or remove it",
      ])
    // The built-in policy is not meant where there is one that cannot be read.
    #expect(loaded.registry == nil)
  }

  @Test func aListOfPeopleThatCannotBeReadMakesNoStrangers() throws {
    try folder.write(Self.platform, to: "platforms/plan9.yaml")
    try FileManager.default.createSymbolicLink(atPath: folder["people.yaml"], withDestinationPath: "people.yaml")
    #expect(try RegistryFolder.read(folder.path).diagnostics.map(\.rule) == ["unreadable-file"])
  }

  @Test func platformsThatLoopAreAFault() throws {
    try folder.write("ada: {name: Ada Example}\n", to: "people.yaml")
    try FileManager.default.createSymbolicLink(atPath: folder["platforms"], withDestinationPath: "platforms")
    #expect(
      lines(try RegistryFolder.read(folder.path))
        == ["unreadable-file cannot list 'platforms': too many levels of symbolic links; mend or remove it"])
  }

  @Test func whereThereIsNothingToReadItEnds() throws {
    let empty = folder.path
    #expect(throws: RunFailure.cannotRun("there is no 'policy.yaml', 'people.yaml' or 'platforms' in '\(empty)'")) {
      try RegistryFolder.read(empty)
    }
    let gone = folder["gone"]
    #expect(throws: RunFailure.cannotRun("cannot list '\(gone)': no such file or directory")) {
      try RegistryFolder.read(gone)
    }
  }
}
