import Diagnostics

/// The host's standard output and standard error.
package enum StandardStream: Sendable {
  case output
  case error

  private var name: String { self == .output ? "output" : "error" }

  package var isTerminal: Bool { columns != nil }

  var columns: Int? { Host.text(.terminal, name).flatMap { Int($0) } }

  package func write(_ bytes: [UInt8]) throws(RunFailure) { try write(exactly: LogText.brokenUp(bytes)) }

  func write(exactly bytes: [UInt8]) throws(RunFailure) {
    do throws(Host.Failure) {
      try Host.ask(.print, name, bytes)
    } catch {
      throw .cannotRun("cannot write to standard \(name): \(error.reason)")
    }
  }

  package func write(_ text: String) throws(RunFailure) {
    try write(Array(text.utf8))
  }
}
