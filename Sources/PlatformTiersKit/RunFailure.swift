/// What stops the tool, or keeps it from one of its files: the message is for the terminal and still unescaped.
package struct RunFailure: Error, Hashable, Sendable {
  package enum Kind: Sendable {
    /// The command line asks for something that there is not.
    case wrongUsage
    /// A file, or what it says, does not let the work be done.
    case cannotRun
    /// A file has more bytes than are read.
    case tooLarge
  }

  package var kind: Kind
  package var message: String

  package static func wrongUsage(_ message: String) -> RunFailure { RunFailure(kind: .wrongUsage, message: message) }
  package static func cannotRun(_ message: String) -> RunFailure { RunFailure(kind: .cannotRun, message: message) }

  package var exitStatus: ExitStatus {
    switch kind {
    case .wrongUsage: .wrongUsage
    case .cannotRun, .tooLarge: .cannotRun
    }
  }
}
