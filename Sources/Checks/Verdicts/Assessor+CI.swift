import Diagnostics
import Policy

/// Whether a platform is tested, by what the registry lists and what workflows show of it.
extension Assessor {
  /// The jobs under `ci` that are there.
  var testJobs: [PlatformJob] { platform.testJobs.filter { $0.job.isThere(on: today, for: release) } }

  /// The jobs under `wheels` that are there.
  var wheelJobs: [PlatformJob] { platform.wheelJobs.filter { $0.job.isThere(on: today, for: release) } }

  func ci(_ duty: CIDuty) -> Verdict {
    var verdict = recordedCI(duty).decided(by: shownCI(duty))
    verdict.because = duty.because
    guard platform.ci.isEmpty, !platform.isUnknown(.ci), let other = evidence.workflows?.covering.first else {
      return verdict
    }
    // What the registry does not list is no refutation where workflows have it.
    (verdict.status, verdict.source, verdict.location) = (.unknown, .workflow, other.location)
    verdict.reason = "the registry lists no job of it, and \(other.title) tests it"
    return verdict
  }

  private func recordedCI(_ duty: CIDuty) -> Verdict {
    let place = location { $0["ci"] }
    if platform.isUnknown(.ci) { return Verdict(.ci, .unknown, "its CI is not recorded", at: place) }
    let jobs = testJobs.map { ($0, $0.job.shortcoming(for: duty, on: today)) }
    let fulfilling = jobs.filter { $0.1 == nil }.map { $0.0 }
    if let first = fulfilling.first {
      let more = fulfilling.count > 1 ? ", and \(fulfilling.count - 1) more" : ""
      var verdict = Verdict(
        .ci, .kept, "\(first.job.title) runs on \(first.job.hosting.words)\(more)",
        at: location { $0["ci", .element(first.index)] })
      if !fulfilling.contains(where: { $0.job.execution == .native }) {
        verdict.warnings = ["it is tested under emulation only"]
      }
      return verdict
    }
    let nearest = jobs.compactMap { job, shortcoming in shortcoming.map { (job, $0) } }.min { $0.1.rank < $1.1.rank }
    guard let nearest else {
      let isPast = !platform.ci.isEmpty
      return Verdict(
        .ci, isPast ? .unknown : .broken,
        isPast ? "the jobs that are recorded are of other times" : "no CI job is recorded",
        at: place)
    }
    let reasons = jobs.compactMap { job, shortcoming in shortcoming.map { "\(job.job.title) \($0.words)" } }
    var verdict = Verdict(
      .ci, nearest.1 == .undecidedCost ? .unknown : .broken, reasons.joined(separator: "; "),
      at: location { $0["ci", .element(nearest.0.index)] })
    verdict.shortcoming = nearest.1
    return verdict
  }

  /// Nil without workflows.
  private func shownCI(_ duty: CIDuty) -> Verdict? {
    guard let workflows = evidence.workflows else { return nil }
    if platform.isUnknown(.ci) {
      let other = workflows.covering.first.map { ", and \($0.title) tests it" } ?? ""
      return Verdict(.ci, .unknown, "the registry does not say which jobs test it\(other)", by: .workflow)
    }
    let verdicts = workflows.tests.map { assessment -> Verdict in
      let observed = assessment.observed
      guard assessment.status != .broken, let shortcoming = observed.shortcoming(for: duty, on: today),
        shortcoming != .undecidedCost
      else { return assessment.verdict(on: .ci) }
      return Verdict(
        .ci, .broken, "\(observed.title) \(shortcoming.words)", by: .workflow, at: assessment.verdict(on: .ci).location)
    }
    guard var best = Self.best(of: verdicts) else { return nil }
    let kept = zip(workflows.tests, verdicts).filter { $1.status == .kept }.map { $0.0.observed.execution }
    if best.status == .kept, !kept.contains(.native) { best.warnings = ["it is tested under emulation only"] }
    if best.status == .broken, let other = workflows.covering.first {
      best.status = .unknown
      best.reason += "; \(other.title), which the registry does not list, tests it"
      best.location = other.location
    }
    return best
  }

  /// The best of several counts, and its reason is the duty's; else all reasons are. Nil where there are none.
  static func best(of verdicts: [Verdict]) -> Verdict? {
    for status in [Verdict.Status.kept, .unknown, .broken] {
      let found = verdicts.filter { $0.status == status }
      guard var first = found.first else { continue }
      if status != .kept {
        var seen: Set<String> = []
        first.reason = found.map { $0.reason }.filter { seen.insert($0).inserted }.joined(separator: "; ")
      }
      return first
    }
    return nil
  }
}

/// Whether a failure holds a release back. No default tells it: what is not stated is unknown.
extension Assessor {
  /// The worst of what is to hold a release back counts.
  var blocking: Verdict {
    let halves = duties.blocking.causes.map { $0 == .ci ? ciHalf : wheelHalf }
    let worst = [Verdict.Status.broken, .unknown].first { status in halves.contains { $0.status == status } } ?? .kept
    let found = halves.filter { $0.status == worst }
    var verdict = found.first ?? Verdict(.blocking, .unknown, "nothing is known of it")
    verdict.reason = found.map { $0.reason }.joined(separator: "; ")
    verdict.because = duties.blocking.because
    return verdict
  }

  private var ciHalf: Verdict {
    if let ci = duties.ci.map(ci), ci.status == .broken {
      return Verdict(.blocking, .broken, "it has no CI that could hold a release back", by: ci.source, at: ci.location)
    }
    let jobs = testJobs.filter { $0.job.scope == .full && $0.job.execution != .crossCompiled }
    guard !jobs.isEmpty else {
      return Verdict(
        .blocking, .unknown, "which CI is to hold a release back is not recorded", at: location { $0["ci"] })
    }
    return half(of: jobs, shown: evidence.workflows?.tests ?? []) { job in
      guard job.job.blocks == .known(true), let source = job.job.blocksSource else { return nil }
      return Verdict(
        .blocking, .kept, "a failure of \(job.job.title) holds a release back (\(source))",
        at: job.location("blocks", places))
    }
  }

  private var wheelHalf: Verdict {
    let shown = evidence.workflows?.builds ?? []
    let jobs = wheelJobs
    guard !jobs.isEmpty else {
      let isNone =
        platform.wheels.jobs.isEmpty && !platform.isUnknown(.wheels) && evidence.workflows?.building == nil
      return Verdict(
        .blocking, isNone ? .broken : .unknown,
        isNone
          ? "it has no wheel build that could hold a release back"
          : "which wheel build is to hold a release back is not recorded", at: location { $0["wheels"] })
    }
    return half(of: jobs, shown: shown) { job in
      guard let assessment = shown.first(where: { $0.listed == job }) else { return nil }
      return evidence.workflows?.publishing.waits(for: assessment)
    }
  }

  /// - Parameter isShown: what shows that a failure of a job holds a release back, or does not; nil where nothing does.
  private func half(
    of jobs: [PlatformJob], shown: [JobAssessment], _ isShown: (PlatformJob) -> Verdict?
  ) -> Verdict {
    let verdicts = jobs.map { job -> Verdict in
      if let refuted = shown.first(where: { $0.listed == job })?.refutedBlocking { return refuted }
      let place = job.location("blocks", places)
      if job.job.blocks == .known(false) {
        return Verdict(.blocking, .broken, "the registry says that \(job.job.title) holds nothing back", at: place)
      }
      if let shown = isShown(job) { return shown }
      let words =
        job.job.blocks == .known(true)
        ? "the registry says that a failure of \(job.job.title) holds a release back, and links nothing that shows it"
        : "nothing that is linked says whether a failure of its \(job.buildsWheels ? "wheel build" : "CI") holds a release back"
      return Verdict(.blocking, .unknown, words, at: place)
    }
    return Self.best(of: verdicts) ?? Verdict(.blocking, .unknown, "nothing is known of it")
  }
}
