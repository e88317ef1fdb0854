/// What evidence shows of a platform, in the terms in which its file records it.
package struct Observations: Sendable {
  /// Its measured share of users; nil where no figures were given.
  package var demand: Demand?
  /// What others support of what it depends on; nil where no table was given.
  package var prerequisites: Prerequisites?
  /// What evidence tells of duties by itself: of CI and wheels, whose records are names of jobs and no facts.
  package var shown: [DutyFinding.Duty: DutyEvidence]

  package init(
    demand: Demand? = nil, prerequisites: Prerequisites? = nil, shown: [DutyFinding.Duty: DutyEvidence] = [:]
  ) {
    self.demand = demand
    self.prerequisites = prerequisites
    self.shown = shown
  }
}
