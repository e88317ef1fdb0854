#if canImport(Darwin)
  @preconcurrency import Darwin
#elseif canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// Runs git, without what a repository's configuration could hang on to it and without a network.
///
/// Only commands are run that read objects and the index, and none that looks at the work tree: filters and monitors of the
/// file system would be run for it. No transport is allowed, so that a partial clone gets nothing that it lacks.
struct Git: Sendable {
  /// Where it is run; `.` is where we are.
  let folder: String

  struct Output {
    var status: Int32
    var bytes: [UInt8]
    var errors: [UInt8]

    /// Lines of text, for output that has no names in it.
    var lines: [String] {
      bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What git says went wrong, in one line.
    var complaint: String { Git.complaint(errors) }
  }

  /// Runs a command to its end.
  ///
  /// - Throws: when there is no git. How the command ended is in the output.
  func run(_ arguments: [String]) throws(RunFailure) -> Output {
    do throws(ProcessFailure) {
      var process = try ChildProcess(Self.program, options + arguments, environment: Self.environment)
      process.closeInput()
      var bytes: [UInt8] = []
      _ = try process.exchange([]) { chunk in
        bytes += chunk
        return false
      }
      let status = try process.wait()
      return Output(status: status, bytes: bytes, errors: process.errorText)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Starts a command that answers requests.
  func start(_ arguments: [String]) throws(RunFailure) -> ChildProcess {
    do throws(ProcessFailure) {
      return try ChildProcess(Self.program, options + arguments, environment: Self.environment)
    } catch {
      throw Self.failure(error)
    }
  }

  static func failure(_ failure: ProcessFailure) -> RunFailure {
    guard failure == .noSuchProgram else {
      return .cannotRun("cannot run git: \(SystemCall.failureText(failure.number))")
    }
    return .cannotRun(
      "there is no 'git' on the search path: install it, or compare two files with 'review --files OLD NEW'")
  }

  /// Git's errors without its prefixes; its advice in further lines stays, since it names the command to type.
  static func complaint(_ errors: [UInt8]) -> String {
    let lines = String(decoding: errors, as: UTF8.self).split(separator: "\n")
    let texts = lines.map { line in
      let prefix = ["fatal: ", "error: "].first { line.hasPrefix($0) } ?? ""
      return line.dropFirst(prefix.count).drop { $0 == " " || $0 == "\t" }
    }
    return texts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static let program = "git"

  private var options: [String] {
    ["-C", folder, "--no-pager"] + Self.settings.flatMap { ["-c", $0] }
  }

  private static let settings = [
    "diff.relative=false", "core.fsmonitor=false", "core.untrackedCache=false", "core.hooksPath=/dev/null",
    "core.sshCommand=false", "credential.helper=", "log.showSignature=false", "protocol.allow=never",
  ]

  /// Ours, with git's messages in English, since some of them are read, and no variable that changes what paths mean.
  private static var environment: [String] {
    let replaced = [
      "LC_ALL", "GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
      "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
      "GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH",
    ]
    let own = inherited.filter { variable in !replaced.contains { variable.hasPrefix($0 + "=") } }
    // An empty list of protocols goes before all that is configured.
    return own + [
      "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=", "GIT_NO_LAZY_FETCH=1",
    ]
  }

  /// Nothing in this program changes it.
  private static var inherited: [String] {
    var variables: [String] = []
    #if canImport(Darwin)
      var next = _NSGetEnviron().pointee
    #else
      var next = environ
    #endif
    while let variable = next.pointee {
      variables.append(String(cString: variable))
      next += 1
    }
    return variables
  }
}
