package import Diagnostics
package import PlatformModel
import PolicyDocuments

extension RuleExample {
  /// The day on which examples are looked at.
  package static let today = CalendarDate(year: 2026, month: 11, day: 23)

  /// The document without its marks, under the name it has.
  package var file: SourceFile {
    let name = fileName ?? (format == .markdown ? "platforms.md" : "platforms.rst")
    return SourceFile(path: name, text: MarkedText(text).text)
  }

  /// What a rule reports of a file of this example's format, under the built-in policy.
  ///
  /// All rules run, since what one finds decides on whether another's suppression is used.
  package func findings(of rule: any Rule.Type, in file: SourceFile, policy: Policy = .nep57) -> [Diagnostic] {
    guard let today = Self.today else { return [] }
    let document = DocumentReader.read(file, as: format)
    let context = RuleContext(
      file: file, document: document, policy: policy,
      located: PolicyInterpreter.locate(document, in: file, policy: policy), today: today)
    let id = rule.description.id
    return RuleRunner.diagnostics(for: context, rules: AllRules.all).filter { $0.rule == id }
  }
}
