/// Holds what is recorded of a platform against a tier's duties.
struct DutyAssessor {
  let platform: Platform
  let duties: Duties
  let registry: Registry

  var findings: [DutyFinding] {
    var findings: [DutyFinding] = []
    if let duty = duties.ci { findings.append(ci(duty)) }
    if !duties.blocking.causes.isEmpty { findings.append(blocking(duties.blocking)) }
    if duties.contacts.isShared || duties.contacts.minimum > 0 { findings.append(contacts(duties.contacts)) }
    if !platform.contacts.isEmpty { findings.append(acknowledgement) }
    switch duties.wheels.kind {
    case .released: findings += releasedWheels(duties.wheels)
    case .none: findings.append(noWheels(duties.wheels))
    case .unstated: break
    }
    return findings + [prerequisites]
  }

  private func ci(_ duty: CIDuty) -> DutyFinding {
    let fulfilling = platform.ci.filter { $0.shortcoming(for: duty) == nil }
    if let first = fulfilling.first {
      let more = fulfilling.count > 1 ? ", and \(fulfilling.count - 1) more" : ""
      return DutyFinding(.ci, .met, "\(first.title) runs on \(first.hosting.words)\(more)", because: duty.because)
    }
    if platform.isUnknown(.ci) { return DutyFinding(.ci, .unknown, "its CI is not recorded", because: duty.because) }
    let shortcomings = platform.ci.compactMap { job in job.shortcoming(for: duty).map { (job, $0) } }
    if shortcomings.isEmpty { return DutyFinding(.ci, .unmet, "no CI job is recorded", because: duty.because) }
    let standing: DutyFinding.Standing = shortcomings.contains { $0.1 == .undecidedCost } ? .unknown : .unmet
    let reasons = shortcomings.map { "\($0.title) \($1.words)" }.joined(separator: "; ")
    return DutyFinding(.ci, standing, reasons, because: duty.because)
  }

  /// Jobs that fulfil no duty, such as partial testing, do not count here either.
  private func blocking(_ duty: BlockingDuty) -> DutyFinding {
    let causes = duty.causes.map { cause in
      switch cause {
      case .ci: ("CI", platform.ci.filter { $0.scope == .full && $0.execution != .crossCompiled }, Platform.Part.ci)
      case .wheelBuild: ("wheel build", platform.wheels.jobs, Platform.Part.wheels)
      }
    }
    var unmet: [String] = []
    var unknown: [String] = []
    for (name, jobs, part) in causes where !jobs.contains(where: { $0.blocks == .known(true) }) {
      if platform.isUnknown(part) || jobs.contains(where: { $0.blocks == .unknown }) {
        unknown.append("whether a failure of its \(name) holds a release back is not recorded")
      } else if jobs.isEmpty {
        unmet.append("it has no \(name) that could hold a release back")
      } else {
        unmet.append("a failure of its \(name) does not hold a release back")
      }
    }
    if unmet.isEmpty, unknown.isEmpty {
      let names = causes.map(\.0).joined(separator: " and ")
      return DutyFinding(.blocking, .met, "failures of its \(names) hold a release back", because: duty.because)
    }
    let reasons = (unmet + unknown).joined(separator: "; ")
    return DutyFinding(.blocking, unmet.isEmpty ? .unknown : .unmet, reasons, because: duty.because)
  }

  private func contacts(_ duty: ContactDuty) -> DutyFinding {
    if duty.isShared {
      return DutyFinding(.contacts, .met, "all maintainers together answer for it", because: duty.because)
    }
    let roles = platform.contacts.map { registry.role(of: $0).value }
    let counting = zip(platform.contacts, roles).filter { $1.map(duty.roles.contains) ?? false }.map(\.0)
    if counting.count >= duty.minimum {
      return DutyFinding(.contacts, .met, names(counting), because: duty.because)
    }
    let wanted = duty.roles.map(\.rawValue).joined(separator: " or ")
    let open = zip(platform.contacts, roles).filter { $1 == nil }.map(\.0)
    if counting.count + open.count >= duty.minimum {
      return DutyFinding(
        .contacts, .unknown, "the role of \(names(open)) is not recorded; it takes a \(wanted)", because: duty.because)
    }
    let found = counting.isEmpty ? "no \(wanted) is named" : "only \(names(counting)) counts"
    return DutyFinding(
      .contacts, .unmet, "\(found), and it takes \(duty.minimum)", because: duty.because)
  }

  private var acknowledgement: DutyFinding {
    let silent = platform.contacts.filter { $0.acknowledgement == .unknown && $0.confirmed == nil }
    if silent.isEmpty { return DutyFinding(.acknowledgement, .met, "all its contacts have agreed to be listed") }
    return DutyFinding(.acknowledgement, .unknown, "no acknowledgement is recorded of \(names(silent))")
  }

  func names(_ contacts: [Contact]) -> String {
    contacts.map { registry.name(of: $0.person) }.joined(separator: ", ")
  }
}
