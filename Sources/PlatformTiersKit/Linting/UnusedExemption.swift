import Checks
import Diagnostics
import Documents
import Policy

/// Reports an exemption that excuses nothing. An exemption no longer needed hides the next fault of its kind.
///
/// It is listed, selected and ignored as any rule, and knows its findings only when all documents are linted: the
/// `ExemptionLedger` makes them.
enum UnusedExemption {
  static let description = Rule(
    id: "unused-exemption", family: .document, severity: .warning,
    summary: "an exemption in the configuration file that excuses nothing",
    rationale: """
      An exemption that outlives its cause hides the next fault of its kind. It may also never have worked, because the \
      document writes the platform or the file has another name.
      """,
    remedy: "Remove the exemption from '\(Configuration.fileName)', or correct the file or platform that it names.",
    accepted: [
      .files(
        """
        --- .platform-tiers.yaml
        exemptions:
          - {rule: missing-contact, platform: Haiku, reason: its port looks for somebody}
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       |              |
        """)
    ],
    flagged: [
      .files(
        """
        --- .platform-tiers.yaml
        exemptions:
          - ↓{rule: missing-contact, platform: Haiku, reason: its port looks for somebody}
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """),
      .files(
        """
        --- .platform-tiers.yaml
        exemptions:
          - {rule: missing-contact, platform: Haiku, reason: its port looks for somebody}
          - ↓{rule: missing-contact, platform: Plan 9, reason: it is called otherwise in the table}
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       |              |
        """),
    ])

  static func findings(inExample files: [SourceFile]) -> [Diagnostic] {
    guard let today = RuleExample.today, let file = files.first(where: { $0.path == Configuration.fileName }) else {
      return []
    }
    let configuration = LoadedConfiguration(
      file: file, files: DiskFiles(), folder: "", configuration: ConfigurationFile.read(file).configuration)
    let settings = ProjectSettings(configuration: configuration, policy: .nep57, policyFile: nil, registry: nil)
    let rules = RuleCatalogue.rules
    var ledger = ExemptionLedger()
    for file in files {
      guard let format = DocumentFormat(fileName: file.path) else { continue }
      let document = Project.Document(
        source: DocumentSource(path: file.path, format: format),
        content: LocatedDocument(file, as: format, policy: .nep57), settings: settings, path: file.path)
      let found = DocumentLinter(document: document, rules: rules, today: today).lint()
      _ = ledger.remaining(of: found, in: document, rules: rules)
    }
    return ledger.unused().flatMap { $0.diagnostics }
  }

  static func diagnostic(_ exemption: Configuration.Exemption, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity,
      message: "the exemption from '\(exemption.rule.value)' excuses nothing; remove it", file: file.path,
      range: exemption.range, help: "its reason was: \(exemption.reason)")
  }
}
