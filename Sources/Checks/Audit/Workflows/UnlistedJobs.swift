import Diagnostics
import Evidence
import Policy

/// CI of platforms that no tier lists: nobody is promised it, and a platform that is tested may be one for a tier.
struct UnlistedJobs {
  let contexts: [PlatformContext]

  /// - Parameter workflow: one that publishes nothing; what is built for a release is another rule's.
  func findings(in workflow: ObservedWorkflow) -> [WorkflowFinding] {
    return workflow.workflow.jobs.flatMap { job -> [WorkflowFinding] in
      guard workflow.activities[job.id.value]?.standing != .never else { return [] }
      var seen: Set<String> = []
      return (workflow.runs[job.id.value] ?? []).flatMap { run in
        // Many jobs have a machine and test nothing: they write labels, or pages.
        run.targets.filter {
          $0.isDefinite && !isInTier($0) && seen.insert($0.title).inserted
        }.map { target in
          WorkflowFinding(.unlistedCI, .unlistedCI(job, run, target, entry(of: target)), in: workflow.workflow.file)
        }
      }
    }
  }

  private func isInTier(_ target: DetectedTarget) -> Bool {
    contexts.contains { $0.tier != nil && $0.platform.isListed(as: target) }
  }

  /// An unsupported platform that the registry has.
  private func entry(of target: DetectedTarget) -> (platform: String, place: String)? {
    contexts.lazy.filter { $0.platform.isListed(as: target) }.compactMap { context in
      context.move.flatMap { context.registry.policy.place($0.to) }.map { (context.platform.name, $0.name) }
    }.first
  }
}
