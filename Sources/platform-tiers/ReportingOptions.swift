import ArgumentParser
import Diagnostics
import PlatformTiersKit

/// How findings are reported, in every command that has any.
struct ReportingOptions: ParsableArguments {
  @Flag(help: "Exit with 1 for warnings too.")
  var strict = false

  @Flag(help: "Exit with 0 whatever is found.")
  var exitZero = false

  @Flag(help: "In text: show all places of a fault that is in many.")
  var all = false

  @Flag(name: .shortAndLong, help: "Print findings and nothing else: no totals, no notes.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Print findings from this severity on: error, warning or info; those below count as ever.",
      valueName: "severity"))
  var minSeverity: Severity = .info

  @Option(
    help: ArgumentHelp("Write the report to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var outputFile: String?

  @Option(help: "When to colour the text: auto means on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise.")
  var color: ColorChoice = .auto

  func validate() throws {
    if strict, minSeverity == .error {
      throw ValidationError("'--strict' counts warnings, which '--min-severity error' does not print: give one of them")
    }
    if outputFile?.isEmpty == true { throw ValidationError("'--output-file' takes the name of a file") }
  }

  var options: ReportOptions {
    var options = ReportOptions()
    options.color = color
    options.isStrict = strict
    options.showsAll = all
    options.isQuiet = quiet
    options.leastSeverity = minSeverity
    options.endsWithZero = exitZero
    options.file = outputFile
    return options
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
