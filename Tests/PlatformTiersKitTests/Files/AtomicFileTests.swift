import Foundation
import PlatformTiersKit
import Testing
import TestSupport

@Suite struct AtomicFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func replacesTheBytesAndLeavesNothingElse() throws {
    try folder.write("old", to: "a.rst")
    try AtomicFile.write(Array("new".utf8), to: folder["a.rst"])
    #expect(try folder.text(of: "a.rst") == "new")
    #expect(try folder.names == ["a.rst"])
  }

  @Test func makesAFileThatWasNotThere() throws {
    try AtomicFile.write(Array("new".utf8), to: folder["b.json"])
    #expect(try folder.text(of: "b.json") == "new")
  }

  @Test(arguments: [0o644, 0o600, 0o755, 0o444])
  func keepsTheMode(_ mode: Int) throws {
    let path = try folder.write("old", to: "a.rst")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try AtomicFile.write(Array("new".utf8), to: path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
  }

  @Test func aSymbolicLinkStaysOne() throws {
    try folder.write("old", to: "real/a.rst")
    try FileManager.default.createSymbolicLink(atPath: folder["link.rst"], withDestinationPath: "real/a.rst")
    try AtomicFile.write(Array("new".utf8), to: folder["link.rst"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["link.rst"]) == "real/a.rst")
    #expect(try folder.text(of: "real/a.rst") == "new")
  }

  @Test func aLinkToNothingIsRefused() throws {
    try FileManager.default.createSymbolicLink(atPath: folder["link.rst"], withDestinationPath: "gone.rst")
    #expect(throws: RunFailure.self) { try AtomicFile.write([], to: folder["link.rst"]) }
  }

  @Test func aMissingFolderIsNamed() throws {
    let path = folder["no/such/a.rst"]
    #expect(throws: RunFailure.cannotRun("cannot write '\(path)': no such file or directory")) {
      try AtomicFile.write([], to: path)
    }
  }

  @Test func aFolderIsRefused() {
    let path = folder.path
    #expect(throws: RunFailure.cannotRun("cannot write '\(path)': it is not a regular file")) {
      try AtomicFile.write([], to: path)
    }
  }

  @Test func aDeviceIsRefused() {
    #expect(throws: RunFailure.cannotRun("cannot write '/dev/null': it is not a regular file")) {
      try AtomicFile.write([], to: "/dev/null")
    }
  }

  @Test(.enabled(if: getuid() != 0, "a privileged user may write anywhere"))
  func aFolderWithoutPermissionKeepsTheFileAsItWas() throws {
    let path = try folder.write("old", to: "a.rst")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(throws: RunFailure.cannotRun("cannot write '\(path)': permission denied")) {
      try AtomicFile.write(Array("new".utf8), to: path)
    }
    #expect(try folder.text(of: "a.rst") == "old")
    #expect(try folder.names == ["a.rst"])
  }

  /// There is no folder that even a privileged user cannot write to, but one below `/proc` there is.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/cmdline"), "there is no /proc"))
  func aFailureIsToldInTheSystemsWords() {
    let failure = #expect(throws: RunFailure.self) { try AtomicFile.write([1], to: "/proc/self/cmdline") }
    #expect(failure?.message.hasPrefix("cannot write '/proc/self/cmdline': ") == true)
  }
}
