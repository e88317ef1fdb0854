import Diagnostics
import PlatformModel
import PlatformRules
import PolicyDocuments

/// Decides for each document by which policy and rules it is linted.
struct SettingsResolver {
  private let request: LintRequest
  private(set) var failures: [RunFailure] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var files: [SourceFile] = []

  init(_ request: LintRequest) {
    self.request = request
  }

  func checkRuleNames() throws(RunFailure) {
    let selection = RuleSelection(select: request.select, ignore: request.ignore)
    if let unknown = selection.unknown.first { throw .wrongUsage(unknown.description) }
  }

  func configuredDocuments() throws(RunFailure) -> [DocumentSource] {
    throw .wrongUsage(
      "nothing to lint: give a file, a folder or '-', or list documents in a '.platform-tiers.yaml'")
  }

  mutating func linter(for document: DocumentSource) throws(RunFailure) -> ConfiguredLinter? {
    let selection = RuleSelection(select: request.select, ignore: request.ignore)
    return ConfiguredLinter(linter: DocumentLinter(policy: .nep57, rules: selection.rules, today: request.today))
  }

  mutating func withoutExempted(_ diagnostics: [Diagnostic], by linter: ConfiguredLinter) -> [Diagnostic] {
    diagnostics
  }

  mutating func reportUnusedExemptions() {}

  var ruleSummaries: [RuleSummary] {
    RuleSelection(select: request.select, ignore: request.ignore).rules.map { RuleSummary($0.description) }
  }
}

struct ConfiguredLinter {
  var linter: DocumentLinter
  func diagnostics(in file: SourceFile, as format: DocumentFormat) -> [Diagnostic] { linter.diagnostics(in: file, as: format) }
}
