import Diagnostics

/// A rule about workflows. Its examples are a registry and workflows of the repository that the policy's links point to.
protocol WorkflowRule: EvidenceRule {}

extension WorkflowRule {
  package static func findings(inExample files: [SourceFile]) -> [Diagnostic] { ExampleAudit.diagnostics(files) }
}
