import Checks
import Diagnostics

/// Which rules are run where: what the command line asks for, less what configurations leave out.
package struct RuleChoice: Sendable {
  /// Rules and families; when empty, what the configuration selects.
  private let select: [String]
  /// Rules and families, besides those that the configuration ignores.
  private let ignore: [String]

  package init() { (select, ignore) = ([], []) }

  /// - Throws: for names of no rule and no family.
  package init(select: [String], ignore: [String]) throws(RunFailure) {
    (self.select, self.ignore) = (select, ignore)
    guard !select.isEmpty || !ignore.isEmpty else { return }
    let selection = RuleSelection(select: select, ignore: ignore, from: RuleCatalogue.rules)
    if let unknown = selection.unknown.first { throw .wrongUsage(unknown.description) }
  }

  /// - Parameter path: the file's, for what is ignored in some files only; nil: in all of them.
  func rules(
    for path: String?, in settings: Configuration?, from rules: [Rule] = RuleCatalogue.linting
  ) -> [Rule] {
    let select = select.isEmpty ? settings?.select?.map { $0.value } ?? [] : select
    let perFile = path.map { Self.perFileIgnores(in: $0, settings) } ?? []
    let ignored = ((settings?.ignore ?? []).map { $0.value } + perFile).filter { !isAskedFor($0) }
    // Choosing among all rules for each document would cost more than many a rule.
    if select.isEmpty, ignored.isEmpty, ignore.isEmpty { return rules }
    return RuleSelection(select: select, ignore: ignored + ignore, from: rules).rules
  }

  /// Whether the configuration leaves a finding out in this file.
  func isIgnored(_ diagnostic: Diagnostic, in path: String, by settings: Configuration?) -> Bool {
    let names = [diagnostic.rule, RuleCatalogue.family(of: diagnostic.rule)]
    return Self.perFileIgnores(in: path, settings).contains { names.contains($0) && !isAskedFor($0) }
  }

  /// What the command line asks for by name is run, whatever a file says.
  private func isAskedFor(_ name: String) -> Bool { select.contains(name) }

  private static func perFileIgnores(in path: String, _ settings: Configuration?) -> [String] {
    (settings?.perFileIgnores ?? []).filter { $0.files.value.matches(path) }.flatMap { $0.rules }.map { $0.value }
  }
}
