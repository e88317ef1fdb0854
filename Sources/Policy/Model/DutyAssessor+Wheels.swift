/// What is asked of a platform whose wheels are released, and of one whose wheels are not.
extension DutyAssessor {
  func releasedWheels(_ duty: WheelDuty) -> [DutyFinding] {
    let wheels =
      if let job = platform.wheels.jobs.first {
        DutyFinding(.wheels, .met, "\(job.title) builds them", because: duty.because)
      } else if platform.isUnknown(.wheels) {
        DutyFinding(.wheels, .unknown, "what builds its wheels is not recorded", because: duty.because)
      } else {
        DutyFinding(.wheels, .unmet, "no job that builds released wheels is recorded", because: duty.because)
      }
    var findings = [wheels, publishing, publicBuild]
    if let threshold = registry.policy.demandThreshold { findings.append(demand(threshold)) }
    if !platform.contacts.isEmpty { findings.append(employment) }
    return findings
  }

  func noWheels(_ duty: WheelDuty) -> DutyFinding {
    if platform.isUnknown(.wheels) {
      return DutyFinding(.wheels, .unknown, "whether wheels are released is not recorded", because: duty.because)
    }
    guard let job = platform.wheels.jobs.first else {
      return DutyFinding(.wheels, .met, "no job builds wheels to release", because: duty.because)
    }
    return DutyFinding(.wheels, .unmet, "\(job.title) builds wheels that are released", because: duty.because)
  }

  private var publishing: DutyFinding {
    switch platform.wheels.publishing {
    case .known(.trusted): DutyFinding(.publishing, .met, "wheels come to the index by trusted publishing")
    case .known(.token): DutyFinding(.publishing, .unmet, "wheels come to the index by somebody's token")
    case .unknown: DutyFinding(.publishing, .unknown, "how wheels come to the index is not recorded")
    }
  }

  private var publicBuild: DutyFinding {
    switch platform.wheels.isPublicBuild {
    case .known(true): DutyFinding(.publicBuild, .met, "anybody can see its wheels being built")
    case .known(false): DutyFinding(.publicBuild, .unmet, "its wheels are built where only some can see it")
    case .unknown: DutyFinding(.publicBuild, .unknown, "whether its wheels are built in public is not recorded")
    }
  }

  /// The threshold is a rule of thumb: a reason to deviate from it is as good.
  private func demand(_ threshold: Double) -> DutyFinding {
    let demand = platform.demand
    guard let share = demand.share.value else {
      return DutyFinding(.demand, .unknown, "its share of users is not recorded; \(threshold.percentage) are asked for")
    }
    let measured = [demand.date?.description, demand.source].compactMap(\.self).joined(separator: ", ")
    let figure = "\(share.percentage) of users" + (measured.isEmpty ? "" : " (\(measured))")
    if share >= threshold {
      return DutyFinding(.demand, .met, "\(figure), and \(threshold.percentage) are asked for")
    }
    guard let reason = demand.reason else {
      return DutyFinding(.demand, .unmet, "\(figure), under \(threshold.percentage), and no reason for less")
    }
    return DutyFinding(.demand, .met, "\(figure), under \(threshold.percentage), with a reason: \(reason)")
  }

  private var employment: DutyFinding {
    let silent = platform.contacts.filter { $0.employment == .known(.undisclosed) }
    if !silent.isEmpty {
      return DutyFinding(.employment, .unmet, "\(names(silent)): paid for it, and has not said on what terms")
    }
    let open = platform.contacts.filter { $0.employment == .unknown }
    if open.isEmpty { return DutyFinding(.employment, .met, "none of its contacts is paid for it without saying so") }
    return DutyFinding(.employment, .unknown, "whether anybody is paid for it is not recorded of \(names(open))")
  }

  /// The interpreter has to run there in any tier; the others are for wheels.
  var prerequisites: DutyFinding {
    let found = platform.prerequisites
    var all = [("CPython", found.cpython)]
    if duties.wheels.kind == .released {
      all += [
        ("the index", found.index), ("cibuildwheel", found.cibuildwheel),
        ("manylinux or musllinux", found.manylinux), ("a BLAS", found.blas),
      ]
    }
    func names(_ state: Known<Prerequisites.State>) -> String? {
      let names = all.filter { $0.1 == state }.map(\.0)
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let unmet = names(.known(.unmet)).map { "no support in \($0)" }
    let unknown = names(.unknown).map { "not recorded for \($0)" }
    let reasons = [unmet, unknown].compactMap { $0 }.joined(separator: "; ")
    if unmet != nil { return DutyFinding(.prerequisites, .unmet, reasons) }
    if unknown != nil { return DutyFinding(.prerequisites, .unknown, reasons) }
    return DutyFinding(.prerequisites, .met, "all that the tier needs of others is there")
  }
}
