import Foundation
import PlatformTiersKit
import Testing
import TestSupport

@Suite struct FileReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func readsAllBytes(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder["file"]))
    #expect(try FileReader.read(folder["file"]) == bytes)
  }

  @Test func readsADeviceToItsEnd() throws {
    #expect(try FileReader.read("/dev/null") == [])
  }

  @Test func aMissingFileIsNamed() {
    let path = folder["gone.rst"]
    #expect(throws: RunFailure.cannotRun("cannot read '\(path)': no such file or directory")) {
      try FileReader.read(path)
    }
  }

  @Test func aFolderIsRefused() {
    let path = folder.path
    #expect(throws: RunFailure.cannotRun("cannot read '\(path)': it is a folder")) { try FileReader.read(path) }
  }

  @Test func aNamedPipeIsRefusedAndNotWaitedFor() {
    let path = folder["pipe"]
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: RunFailure.cannotRun("cannot read '\(path)': it is not a regular file")) {
      try FileReader.read(path)
    }
  }
}
