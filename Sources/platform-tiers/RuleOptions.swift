import ArgumentParser
import PlatformTiersKit
import Policy

/// By what documents and registries are linted, in every command that does.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these rules: ids or families, separated by commas; may be repeated.", valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Leave out these rules, written as for --select.", valueName: "rule"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The policy: 'nep57', which is built in and the default without a registry, or a YAML file.", valueName: "policy")
  )
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the project's registry, which documents are compared with.", valueName: "folder"),
    completion: .directory)
  var registry: String?

  @Option(
    name: [.customLong("today"), .customLong("at")],
    help: ArgumentHelp("Check dates against this day instead of today (in UTC).", valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Use this configuration instead of the '.platform-tiers.yaml' above each document.", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration file.")
  var ignoresConfiguration = false

  func validate() throws {
    if configurationFile != nil, ignoresConfiguration {
      throw ValidationError("give '--config' or '--no-config', not both")
    }
  }

  func request() throws -> LintRequest {
    var request = LintRequest(today: try today ?? Clock.day())
    request.rules = try RuleChoice(select: Self.names(in: select), ignore: Self.names(in: ignore))
    return request
  }

  func project(_ documents: ProjectRequest.DocumentChoice) -> ProjectRequest {
    var project = ProjectRequest(documents)
    project.policy = policy
    project.registry = registry
    if let configurationFile { project.configuration = .file(configurationFile) }
    if ignoresConfiguration { project.configuration = .none }
    return project
  }

  private static func names(in options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",") }.map { name in
      var name = name.drop { $0 == " " }
      while name.last == " " { name.removeLast() }
      return String(name)
    }.filter { !$0.isEmpty }
  }
}
