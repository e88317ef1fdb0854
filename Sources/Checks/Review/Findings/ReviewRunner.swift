import Diagnostics
import Documents
import Policy

/// Runs the rules about changes and makes diagnostics of what they find.
struct ReviewRunner {
  /// A finding, and which ones of `lint` say the same.
  struct Found {
    var diagnostic: Diagnostic
    var report: ReviewReport
  }

  let context: ReviewContext
  let rules: [Rule]

  /// With the rules' own severities, without what the head's documents suppress.
  func findings() -> [Found] {
    var found: [Found] = []
    for rule in rules {
      guard case .change(let check) = rule.check else { continue }
      check(context) { report in
        let said = report.rule ?? rule
        let diagnostic = Diagnostic(
          rule: said.id, severity: report.severity ?? said.severity, message: report.message,
          file: report.spot.file, range: report.spot.range, notes: report.notes, help: report.help,
          url: context.policy.url)
        found.append(Found(diagnostic: diagnostic, report: report))
      }
    }
    guard !found.isEmpty else { return [] }
    let suppressions = suppressions()
    return found.filter { found in
      !suppressions[found.diagnostic.file, default: []].contains { $0.silences(found.diagnostic) }
    }
  }

  private func suppressions() -> [String: [Suppression]] {
    context.head.documents.reduce(into: [:]) { suppressions, document in
      guard !document.document.comments.isEmpty else { return }
      let context = RuleContext(
        file: document.file, document: document.document, policy: context.policy, located: document.located,
        today: context.today)
      suppressions[document.file.path] = Suppression.all(in: context)
    }
  }
}

extension Suppression {
  fileprivate func silences(_ diagnostic: Diagnostic) -> Bool {
    !AllRules.unsuppressible.contains(diagnostic.rule) && rules.contains { $0.text == diagnostic.rule }
      && scope?.contains(diagnostic.range.start) ?? false
  }
}

extension ReviewReport {
  /// Whether a finding of `lint` says what this one says.
  func replaces(_ diagnostic: Diagnostic) -> Bool {
    guard replaces.contains(diagnostic.rule), diagnostic.file == spot.file else { return false }
    // A platform's file is about one platform.
    guard let row = replacedRange else { return diagnostic.range.start.line == spot.range.start.line || isYAML }
    return (row.start.line...max(row.start.line, row.end.line)).contains(diagnostic.range.start.line)
  }

  private var isYAML: Bool { spot.file.hasSuffix(".yaml") || spot.file.hasSuffix(".yml") }
}
