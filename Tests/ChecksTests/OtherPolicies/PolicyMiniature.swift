import Checks
import Diagnostics
import Documents
import Policy
import Testing
import TestSupport

/// A page of the shape that a project's tier page has, in other words, which the policy of `docs/policies` reads.
struct PolicyMiniature: Sendable, CustomTestStringConvertible {
  /// The policy file's name.
  let policy: String
  let format: DocumentFormat
  let text: String
  /// The platforms that the policy finds in it, `tier: platform`, in document order.
  let platforms: [String]

  var testDescription: String { policy }

  static let all = [pep11, rust, wasmtime, crystal, numba, node, libuv, uv]

  /// What is read of the text, and what the rules say of it: `line rule`.
  func read(_ text: String) throws -> (platforms: [String], findings: [String]) {
    let name = "docs/policies/\(policy).yaml"
    let policyFile = try #require(PackageFile.read(name))
    let policy = try #require(PolicyFile.read(policyFile).policy)
    let file = SourceFile(path: format == .markdown ? "page.md" : "page.rst", text: text)
    let document = DocumentReader.read(file, as: format)
    let located = PolicyInterpreter.locate(document, in: file, policy: policy)
    let today = try #require(CalendarDate(year: 2026, month: 8, day: 1))
    let context = RuleContext(file: file, document: document, policy: policy, located: located, today: today)
    let findings = RuleRunner.diagnostics(for: context, rules: AllRules.linting)
    return (
      located.rows.map { "\($0.place.id): \($0.platform.text)" },
      findings.map { "\($0.range.start.line) \($0.rule)" }
    )
  }
}

/// One change of a miniature, and what is then found.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let miniature: PolicyMiniature
  let old: String
  let new: String
  let expected: [String]

  init(
    _ miniature: PolicyMiniature, _ description: String, _ old: String, _ new: String, _ expected: String...
  ) {
    testDescription = "\(miniature.policy): \(description)"
    self.miniature = miniature
    self.old = old
    self.new = new
    self.expected = expected
  }
}
