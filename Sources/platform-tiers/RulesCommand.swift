import ArgumentParser
import PlatformTiersKit

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

  @Option(
    help: ArgumentHelp("How to print them: text or json.", valueName: "format"),
    transform: OutputFormat.among(.text, .json))
  var format = OutputFormat.text

  func run() throws {
    switch format {
    case .json: try StandardStream.output.write(RuleCatalogue.json())
    default: try StandardStream.output.write(RuleCatalogue.table(StandardStream.output.layout()))
    }
  }
}

/// Explains one rule.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what it catches, why, how to mend it, with examples.")

  @Argument(help: ArgumentHelp("The rule's id, as findings show it.", valueName: "rule"))
  var rule: String

  func run() throws {
    try StandardStream.output.write(
      RuleCatalogue.page(of: try RuleCatalogue.rule(rule), StandardStream.output.layout()))
  }
}
