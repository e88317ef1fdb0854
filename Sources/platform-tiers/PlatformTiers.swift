import ArgumentParser
import PlatformTiersKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@main
struct PlatformTiers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "platform-tiers",
    abstract: "Check the tables of a platform-support policy, NumPy's NEP 57 first.",
    discussion: """
      Lint a NEP; no configuration is needed:

        platform-tiers lint doc/neps/nep-0057-numpy-platform-support.rst

      Learn what a finding means and how to mend it:

        platform-tiers explain misaligned-border

      The exit status is 0 when nothing is at error, 1 with findings, 2 when something cannot be read and 64 for wrong \
      usage.
      """,
    version: ToolVersion.text,
    subcommands: [
      LintCommand.self, CheckCommand.self, InspectCommand.self, RulesCommand.self, ExplainCommand.self,
      SchemaCommand.self,
    ])

  // The argument parser's own hook; it says "Error: " otherwise.
  static var _errorPrefix: String { ErrorOutput.prefix }

  func run() throws {
    ErrorOutput.print(lines: Self.helpMessage(), quoting: [])
    throw ExitCode(ExitStatus.wrongUsage.rawValue)
  }

  /// Nothing thrown gets past here: an error that leaves `main` would print a backtrace.
  static func main() {
    StandardStream.endWithReader()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Platform.end(with: report(error))
    }
  }

  /// Prints what there is to say about an error, or what was asked for where it is none: help and version come this way.
  private static func report(_ error: any Error) -> Int32 {
    if let failure = error as? RunFailure {
      ErrorOutput.print(failure)
      return failure.exitStatus.rawValue
    }
    let status = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if message.isEmpty { return status }
    guard status == ExitStatus.success.rawValue else {
      ErrorOutput.print(lines: message, quoting: CommandLine.arguments)
      return status
    }
    do {
      try StandardStream.output.write(message + "\n")
      return status
    } catch {
      ErrorOutput.print(error)
      return error.exitStatus.rawValue
    }
  }
}

/// The one call of the system's that is made here.
private enum Platform {
  static func end(with status: Int32) -> Never { exit(status) }
}
