import ArgumentParser
import PlatformTiersKit

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(help: "How to print them.")
  var format: Format = .text

  func run() throws {
    switch format {
    case .text: try StandardStream.output.write(RuleCatalogue.table())
    case .json: try StandardStream.output.write(RuleCatalogue.json())
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
    try StandardStream.output.write(RuleCatalogue.page(of: try RuleCatalogue.rule(rule)))
  }
}
