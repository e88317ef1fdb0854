/// How a platform stands to all that a tier asks of it, by what the registry records.
///
/// The tier need not be the platform's own: held against a higher one, it tells what is missing for a promotion.
package struct DutyAssessment: Hashable, Sendable {
  package var tier: Tier
  /// One for each thing that the tier asks for.
  package var findings: [DutyFinding]

  /// - Parameters:
  ///   - platform: what is assessed; its contacts and notices are taken as they are there.
  ///   - registry: the people, and the policy's threshold of demand.
  ///   - observations: what evidence shows, for the findings' `evidence`.
  package init(
    of platform: Platform, in tier: Tier, registry: Registry, observations: Observations = Observations()
  ) {
    self.tier = tier
    let assessor = DutyAssessor(platform: platform, duties: tier.duties, registry: registry)
    let shown = assessor.evidence(observations)
    findings = assessor.findings.map { finding in
      var finding = finding
      finding.evidence = shown[finding.duty]
      return finding.overruled(by: platform.notices)
    }
  }

  package func findings(_ standing: DutyFinding.Standing) -> [DutyFinding] {
    findings.filter { $0.standing == standing }
  }
}

extension Platform {
  /// The platform as it was while a move was the last one: with the contacts of that time and the notices of then.
  /// CI, wheels and demand have no history, and stay as they are recorded now.
  package func recorded(after move: Move, at date: CalendarDate?) -> Platform {
    var platform = self
    platform.notes = notes(after: move)
    platform.columns = columns(after: move)
    platform.contacts = contacts(after: move)
    if let date { platform.notices.removeAll { $0.since > date } }
    return platform
  }
}

extension DutyFinding {
  /// A notice says that the duty is not met, whatever else is recorded.
  fileprivate func overruled(by notices: [Notice]) -> DutyFinding {
    guard let notice = notices.last(where: { $0.duty.finding == duty }) else { return self }
    let remark = notice.remark.map { ": \($0)" } ?? ""
    return DutyFinding(duty, .unmet, "not met since \(notice.since), as a notice says\(remark)", because: because)
  }
}

extension Notice.Duty {
  fileprivate var finding: DutyFinding.Duty {
    switch self {
    case .ci: .ci
    case .wheels: .wheels
    case .blocking: .blocking
    case .contacts: .contacts
    }
  }
}
