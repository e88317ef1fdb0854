import ArgumentParser
import Diagnostics
import PlatformModel
import PlatformTiersKit

/// What `lint` and `check` take besides the files.
struct LintOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to print the findings.", valueName: "format"))
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Run only these rules: ids or families, separated by commas; may be repeated.", valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Leave these rules out: as for --select.", valueName: "rule"))
  var ignore: [String] = []

  @Flag(help: "Exit with 1 for warnings too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The policy: 'nep57', which is built in and the default without a registry, or a YAML file.", valueName: "policy")
  )
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the project's registry: it is linted too, and documents are held against it.", valueName: "folder"),
    completion: .directory)
  var registry: String?

  @Option(
    help: ArgumentHelp("Hide the findings that this file lists.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to this file, for --baseline, and exit with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(help: "Mend what needs no judgement, in the file; for '-', print the mended text.")
  var fix = false

  @Flag(help: "With --fix: print the changes, write nothing, and exit with 1 if there are any or if findings are left.")
  var diff = false

  @Flag(help: "Print how often each rule fired instead of the findings.")
  var statistics = false

  @Option(
    help: ArgumentHelp("The day to check dates against, instead of the clock's in UTC.", valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Option(help: "When to colour the text: auto means on a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Use this configuration instead of the '.platform-tiers.yaml' above each document.", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration file.")
  var ignoresConfiguration = false

  func validate() throws {
    if diff, !fix { throw ValidationError("'--diff' shows what '--fix' would do: give both") }
    if fix, writeBaseline != nil { throw ValidationError("give '--fix' or '--write-baseline', not both") }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("give '--baseline' or '--write-baseline', not both")
    }
    if configurationFile != nil, ignoresConfiguration {
      throw ValidationError("give '--config' or '--no-config', not both")
    }
  }

  /// What to lint, and by what.
  func request() throws -> LintRequest {
    var request = LintRequest(today: try today ?? Clock.day())
    request.select = Self.names(in: select)
    request.ignore = Self.names(in: ignore)
    request.policy = policy
    request.registry = registry
    request.baseline = baseline
    request.fixes = fix
    if let configurationFile { request.configuration = .file(configurationFile) }
    if ignoresConfiguration { request.configuration = .none }
    return request
  }

  /// Lints, prints and ends with the status that the findings ask for.
  func run(_ request: LintRequest) throws {
    let result = try LintRun(request).result()
    var output = LintOutput(result)
    output.format = format
    output.color = color
    output.isStrict = strict
    output.showsStatistics = statistics
    output.writtenBaseline = writeBaseline
    output.fixes = !fix ? .none : diff ? .shown : .written
    let status = try output.write()
    if status != .success { throw ExitCode(status.rawValue) }
  }

  private static func names(in options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",") }.map { name in
      var name = name.drop { $0 == " " }
      while name.last == " " { name.removeLast() }
      return String(name)
    }.filter { !$0.isEmpty }
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
