import Testing
@testable import PlatformTiersKit

@Suite struct ChildProcessTests {
  private let environment = ["PATH=/usr/bin:/bin"]

  private func run(_ script: String, _ request: [UInt8]) throws -> (output: [UInt8], status: Int32, errors: Int) {
    var process = try ChildProcess("sh", ["-c", script], environment: environment)
    var output: [UInt8] = []
    let count = request.count
    // A program that reads to the end of its input gets one.
    if count == 0 { process.closeInput() }
    _ = try process.exchange(request) { chunk in
      output += chunk
      return count > 0 && output.count >= count
    }
    return (output, try process.wait(), process.errorText.count)
  }

  @Test func bothSidesMayWriteMoreThanAPipeHolds() throws {
    let request = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let result = try run("cat", request)
    #expect(result.output == request)
    #expect(result.status == 0)
  }

  @Test func errorsThatFillTheirPipeHoldNothingUp() throws {
    let result = try run("head -c 500000 /dev/zero >&2; echo done; exit 3", [])
    #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
    #expect(result.status == 3)
    #expect(result.errors == 65_536)
  }

  @Test func aProgramThatDoesNotReadEndsNothing() throws {
    let result = try run("exit 7", Array(repeating: 0, count: 1_000_000))
    #expect(result.status == 7)
    #expect(result.output.isEmpty)
  }

  @Test func aSignalIsToldInTheStatus() throws {
    #expect(try run("kill -9 $$", []).status == 137)
  }

  @Test func aProgramThatIsNotThereIsSaidNotToBe() {
    #expect(throws: ProcessFailure.noSuchProgram) {
      _ = try ChildProcess("no-such-program", [], environment: environment)
    }
  }

  @Test func itHasTheEnvironmentThatItIsGiven() throws {
    var process = try ChildProcess("env", [], environment: ["PATH=/usr/bin:/bin", "A=b c"])
    var output: [UInt8] = []
    _ = try process.exchange([]) { chunk in
      output += chunk
      return false
    }
    #expect(String(decoding: output, as: UTF8.self).contains("A=b c\n"))
    #expect(!String(decoding: output, as: UTF8.self).contains("HOME="))
  }
}
