import ArgumentParser
import Diagnostics
import PlatformTiersKit
import Policy

/// What `lint` and `check` take besides the files.
struct LintOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to print the findings.", valueName: "format"))
  var format: ReportFormat = .text

  @OptionGroup var rules: RuleOptions
  @OptionGroup var size: SizeOption

  @OptionGroup var reporting: ReportingOptions

  @Flag(help: "With --format github: annotate information too.")
  var notices = false

  @Option(
    help: ArgumentHelp("Hide the findings that this file lists.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to this file, for --baseline, and exit with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(help: "Fix what needs no judgement, in the file; for '-', print the fixed text.")
  var fix = false

  @Flag(help: "With --fix: print the changes, write nothing, and exit with 1 if there are any or if findings remain.")
  var diff = false

  @Flag(help: "Print how often each rule fired instead of the findings.")
  var statistics = false

  func validate() throws {
    if diff, !fix { throw ValidationError("'--diff' shows what '--fix' would do: give both") }
    if fix, writeBaseline != nil { throw ValidationError("give '--fix' or '--write-baseline', not both") }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("give '--baseline' or '--write-baseline', not both")
    }
  }

  /// How to lint.
  func request() throws -> LintRequest {
    var request = try rules.request()
    request.baseline = baseline
    request.fixes = fix
    return request
  }

  /// Lints, prints and ends with the status that the findings ask for.
  func run(_ projectRequest: ProjectRequest, _ request: LintRequest) throws {
    var projectRequest = projectRequest
    projectRequest.documentLimit = size.limit
    let project = ProjectLoader.load(projectRequest)
    if project.registries.isEmpty { try project.requireListed(for: "lint") }
    let result = try LintRun(project, request).result()
    var output = LintOutput(result)
    output.format = format
    output.options = reporting.options
    output.options.annotatesInfos = notices
    output.showsStatistics = statistics
    output.writtenBaseline = writeBaseline
    output.fixes = !fix ? .none : diff ? .shown : .written
    let status = try output.write()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
