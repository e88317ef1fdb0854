import Diagnostics
import Evidence
import Policy

/// CI of platforms that no tier lists: nobody is promised it, and a platform that is tested may be one for a tier.
struct UnlistedJobs {
  let registry: Registry
  let today: CalendarDate

  func findings(in workflow: ObservedWorkflow, publishing: Bool) -> [WorkflowFinding] {
    // What is built for a release is another rule's.
    guard !publishing else { return [] }
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
    registry.platforms.contains {
      isListed(target, as: $0) && registry.place(of: $0, at: today)?.tier != nil
    }
  }

  /// Of the platforms that stand for all systems, only those that are a Python of their own say something.
  private func isListed(_ target: DetectedTarget, as platform: Platform) -> Bool {
    platform.target.isGeneral
      ? target.isPyPy && target.isOf(platform.target.interpreter.value) : target.isPart(of: platform.target)
  }

  /// An unsupported platform that the registry has.
  private func entry(of target: DetectedTarget) -> (platform: String, place: String)? {
    registry.platforms.lazy.filter { isListed(target, as: $0) }.compactMap { platform in
      registry.place(of: platform, at: today).map { (platform.name, $0.name) }
    }.first
  }
}
