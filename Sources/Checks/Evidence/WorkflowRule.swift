import Evidence
import Diagnostics
import Policy

/// A rule about workflows. Its examples are a registry and workflows of the repository that the policy's links point to.
protocol WorkflowRule: EvidenceRule {}

extension WorkflowRule {
  package static func findings(inExample files: [SourceFile]) -> [Diagnostic] {
    let workflows = files.filter { $0.path.hasPrefix(".github/workflows/") }
    let result = RegistryReader.read(RegistryFiles(exampleFiles: files))
    guard let registry = result.registry, let today = RuleExample.today,
      let repository = registry.policy.document.issueRepository
    else { return result.diagnostics }
    let sources = WorkflowSources(
      repository: repository, workflows: workflows.map { WorkflowSources.File(path: $0.path, source: $0) })
    let audit = WorkflowAudit(of: registry, places: result.places, sources: [sources], today: today)
    return result.diagnostics + audit.faults + audit.findings
  }
}
