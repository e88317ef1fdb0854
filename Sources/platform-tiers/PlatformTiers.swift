import ArgumentParser
import Diagnostics
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

      Check what '.platform-tiers.yaml' lists ('check' is the default subcommand):

        platform-tiers

      The exit status is 0 when nothing is at error, 1 with findings, 2 when something cannot be read and 64 for wrong \
      usage.
      """,
    version: ToolVersion.text,
    subcommands: [
      LintCommand.self, CheckCommand.self, ReviewCommand.self, HistoryCommand.self, GenerateCommand.self,
      TableCommand.self, PagesCommand.self, ImportCommand.self, InspectCommand.self, ShowCommand.self, ListCommand.self,
      DueCommand.self, AuditCommand.self, RulesCommand.self, ExplainCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)

  // The argument parser's own hook; it says "Error: " otherwise.
  static var _errorPrefix: String { ErrorOutput.prefix }

  /// Nothing thrown gets past here: an error that leaves `main` would print a backtrace.
  static func main() {
    StandardStream.endWithReader()
    let arguments = CommandLine.arguments.dropFirst()
    do {
      // Where the system does not tell them, not even the program's own name is there; no subcommand would be another one.
      if CommandLine.arguments.isEmpty { throw RunFailure.cannotRun("cannot read the command line") }
      if let plain = PlainLint(arguments) { try plain.run() }
      try checkSubcommand(arguments.first)
      if var command = directly(arguments) { return try command.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Platform.end(with: report(error))
    }
  }

  /// The subcommand that is named first, parsed without the tree of all of them, which takes as long again. What it
  /// cannot parse, help included, is left to the root, whose messages name the whole command.
  private static func directly(_ arguments: some Collection<String>) -> (any ParsableCommand)? {
    let command = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    return try? command?.parse(Array(arguments.dropFirst()))
  }

  /// The argument parser takes a misspelt subcommand for an argument too many, and does not say what was meant.
  private static func checkSubcommand(_ word: String?) throws(RunFailure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let hint =
      NearestName.closest(to: word, in: names).map { "did you mean '\($0)'?" }
      ?? "'platform-tiers --help' lists them; 'platform-tiers lint' takes files"
    throw .wrongUsage("there is no subcommand '\(word)'; \(hint)")
  }

  /// Prints what there is to say about an error, or what was asked for where it is none: help and version come this way.
  private static func report(_ error: any Error) -> Int32 {
    if let failure = error as? RunFailure {
      ErrorOutput.write(failure)
      return failure.exitStatus.rawValue
    }
    // The parser would make up a help page before it says that there is no message.
    if let end = error as? ExitCode { return end.rawValue }
    let status = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if message.isEmpty { return status }
    guard status == ExitStatus.success.rawValue else {
      ErrorOutput.write(lines: message, quoting: CommandLine.arguments)
      return status
    }
    do {
      try StandardStream.output.write(message + "\n")
      return status
    } catch {
      ErrorOutput.write(error)
      return error.exitStatus.rawValue
    }
  }
}

/// The one call of the system's that is made here.
enum Platform {
  static func end(with status: Int32) -> Never { exit(status) }
}
