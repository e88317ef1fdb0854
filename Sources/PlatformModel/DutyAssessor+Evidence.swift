extension DutyAssessor {
  /// What evidence shows of each duty that it covers: the same assessment, of the platform as evidence has it.
  func evidence(_ observations: Observations) -> [DutyFinding.Duty: DutyEvidence] {
    let observed = DutyAssessor(platform: observations.applied(to: platform), duties: duties, registry: registry)
    var evidence: [DutyFinding.Duty: DutyEvidence] = [:]
    for finding in observed.findings where observations.cover(finding.duty, in: duties) {
      evidence[finding.duty] = DutyEvidence(finding.standing, finding.reason)
    }
    // Files on the index say more than a job that would build them.
    if let files = observations.wheels?.evidence(for: duties.wheels.kind) { evidence[.wheels] = files }
    return evidence
  }
}
