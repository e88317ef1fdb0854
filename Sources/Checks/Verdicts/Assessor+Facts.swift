import Diagnostics
import Policy

/// What the registry itself tells: of people, of users, and of what others support.
extension Assessor {
  var contacts: Verdict {
    let duty = duties.contacts
    let place = location { $0["contacts"] }
    func verdict(_ status: Verdict.Status, _ reason: String) -> Verdict {
      var verdict = Verdict(.contacts, status, reason, at: place)
      verdict.because = duty.because
      return verdict
    }
    if duty.isShared { return verdict(.kept, "all maintainers together answer for it") }
    let roles = platform.contacts.map { registry.role(of: $0).value }
    let counting = zip(platform.contacts, roles).filter { $1.map(duty.roles.contains) ?? false }.map { $0.0 }
    if counting.count >= duty.minimum { return verdict(.kept, names(counting)) }
    let wanted = duty.roles.map { $0.rawValue }.joined(separator: " or ")
    let open = zip(platform.contacts, roles).filter { $1 == nil }.map { $0.0 }
    if counting.count + open.count >= duty.minimum {
      return verdict(.unknown, "the role of \(names(open)) is not recorded; it takes a \(wanted)")
    }
    let found = counting.isEmpty ? "no \(wanted) is named" : "only \(names(counting)) counts"
    return verdict(.broken, "\(found), and it takes \(duty.minimum)")
  }

  var acknowledgement: Verdict {
    let place = location { $0["contacts"] }
    let silent = platform.contacts.filter { $0.acknowledgement == .unknown && $0.confirmed == nil }
    if silent.isEmpty {
      return Verdict(.acknowledgement, .kept, "all its contacts have agreed to be listed", at: place)
    }
    return Verdict(.acknowledgement, .unknown, "no acknowledgement is recorded of \(names(silent))", at: place)
  }

  var employment: Verdict {
    let place = location { $0["contacts"] }
    let silent = platform.contacts.filter { $0.employment == .known(.undisclosed) }
    if !silent.isEmpty {
      return Verdict(.employment, .broken, "\(names(silent)): paid for it, and has not told the council", at: place)
    }
    let open = platform.contacts.filter { $0.employment == .unknown }
    if open.isEmpty {
      return Verdict(
        .employment, .kept, "none of its contacts is paid for it without having told the council", at: place)
    }
    return Verdict(.employment, .unknown, "whether anybody is paid for it is not recorded of \(names(open))", at: place)
  }

  func demand(_ threshold: Double) -> Verdict {
    let measured = evidence.demand.flatMap { $0.share == .unknown && platform.demand.share != .unknown ? nil : $0 }
    return demand(platform.demand, threshold, by: .record).decided(
      by: measured.map { demand($0, threshold, by: .usage) })
  }

  /// The threshold is a rule of thumb: a reason to deviate from it is as good, and without one it is not refuted.
  private func demand(_ demand: Demand, _ threshold: Double, by source: Verdict.Source) -> Verdict {
    let place = source == .record ? location { $0["demand"] } : nil
    func verdict(_ status: Verdict.Status, _ reason: String) -> Verdict {
      Verdict(.demand, status, reason, by: source, at: place)
    }
    guard let share = demand.share.value else {
      return verdict(.unknown, "its share of users is not recorded; \(threshold.percentage) are asked for")
    }
    let measured = [demand.date?.description, demand.source].compactMap { $0 }.joined(separator: ", ")
    let figure = "\(share.percentage) of users" + (measured.isEmpty ? ", with no source" : " (\(measured))")
    if share >= threshold { return verdict(.kept, "\(figure), and \(threshold.percentage) are asked for") }
    guard let reason = demand.reason else {
      return verdict(.unknown, "\(figure), under \(threshold.percentage), and no reason for less is recorded")
    }
    return verdict(.kept, "\(figure), under \(threshold.percentage), with a reason: \(reason)")
  }

  var prerequisites: Verdict {
    prerequisites(platform.prerequisites, by: .record).decided(
      by: evidence.prerequisites.map { prerequisites($0, by: .table) })
  }

  /// The interpreter has to run there in any tier; the others are for wheels.
  private func prerequisites(_ found: Prerequisites, by source: Verdict.Source) -> Verdict {
    let all = found.needed(by: duties)
    func names(_ state: Known<Prerequisites.State>) -> String? {
      let names = all.filter { $0.state == state }.map { $0.name }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let unmet = names(.known(.unmet)).map { "no support in \($0)" }
    let unknown = names(.unknown).map { "not recorded for \($0)" }
    let reasons = [unmet, unknown].compactMap { $0 }.joined(separator: "; ")
    let status: Verdict.Status = unmet != nil ? .broken : unknown != nil ? .unknown : .kept
    return Verdict(
      .prerequisites, status, reasons.isEmpty ? "all that the tier needs of others is there" : reasons, by: source,
      at: source == .record ? location { $0["prerequisites"] } : nil)
  }
}

extension Prerequisites {
  /// What a tier needs of others, each with its key in a platform's file.
  func needed(by duties: Duties) -> [(key: String, name: String, state: Known<State>)] {
    let interpreter = [(key: "cpython", name: "CPython", state: cpython)]
    guard duties.wheels.kind == .released else { return interpreter }
    return interpreter + [
      (key: "index", name: "the index", state: index),
      (key: "cibuildwheel", name: "cibuildwheel", state: cibuildwheel),
      (key: "manylinux", name: "manylinux or musllinux", state: manylinux),
      (key: "blas", name: "a BLAS", state: blas),
    ]
  }
}
