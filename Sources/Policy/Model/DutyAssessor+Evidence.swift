extension DutyAssessor {
  /// What evidence shows of each duty that it covers. Figures and tables take the place of what the registry records, and
  /// are assessed alike.
  func evidence(_ observations: Observations) -> [DutyFinding.Duty: DutyEvidence] {
    var platform = platform
    var covered: Set<DutyFinding.Duty> = []
    if let demand = observations.demand {
      platform.demand = demand
      covered.insert(.demand)
    }
    if let prerequisites = observations.prerequisites {
      platform.prerequisites = prerequisites
      covered.insert(.prerequisites)
    }
    guard !covered.isEmpty else { return observations.shown }
    let observed = DutyAssessor(platform: platform, duties: duties, registry: registry).findings
      .filter { covered.contains($0.duty) }.map { ($0.duty, DutyEvidence($0.standing, $0.reason)) }
    return observations.shown.merging(observed) { shown, _ in shown }
  }
}
