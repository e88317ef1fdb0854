package import Diagnostics
import Evidence
package import Policy

/// Whether workflows show that a duty is kept.
package struct WorkflowDuty: Hashable, Sendable {
  /// What a standing follows from, and where that can be read.
  package struct Reason: Hashable, Sendable {
    /// Quotes workflows and the registry, whose texts are untrusted.
    package var text: String
    package var file: String?
    package var range: SourceRange?
  }

  package var duty: DutyFinding.Duty
  /// `met` for a duty that is kept, `unmet` for one that is broken, `unknown` where the workflows do not tell.
  package var standing: DutyFinding.Standing
  package var reasons: [Reason]
}

/// What workflows show of a platform.
package struct PlatformWorkflows: Sendable {
  /// One for each job that the registry lists, first those under `ci`, then those under `wheels`.
  package let jobs: [JobEvidence]
  private let assessor: PlatformWorkflowAssessor

  init(_ assessor: PlatformWorkflowAssessor) {
    self.assessor = assessor
    jobs = assessor.assessments.map(\.evidence)
  }

  /// How it stands to those duties of a tier that workflows can show: its own, or one that it may rise to.
  package func duties(in tier: Tier) -> [WorkflowDuty] { assessor.assess(tier.duties) }

  /// The same in the terms of an assessment, without places.
  package func evidence(in tier: Tier) -> [DutyFinding.Duty: DutyEvidence] {
    let evidence = duties(in: tier).map { duty in
      (duty.duty, DutyEvidence(duty.standing, duty.reasons.map(\.text).joined(separator: "; ")))
    }
    return Dictionary(evidence) { first, _ in first }
  }
}

/// What a workflow shows of a job that the registry lists.
package struct JobEvidence: Hashable, Sendable {
  /// `'full' of .github/workflows/linux.yml`
  package var title: String
  package var buildsWheels: Bool
  /// Whether it does what it is listed for.
  package var standing: DutyFinding.Standing
  package var reason: WorkflowDuty.Reason
  package var hosting: Hosting?
  package var execution: CIJob.Execution?
  /// Whether its failure counts; nil where the workflow is not known.
  package var blocks: Bool?
}
