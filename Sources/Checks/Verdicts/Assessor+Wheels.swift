import Diagnostics
import Evidence
import Policy

/// What is asked of a platform whose wheels are released, and of one whose wheels are not.
extension Assessor {
  /// Nil where the tier says nothing of them.
  var wheels: Verdict? {
    let recorded: Verdict
    var build: Verdict?
    switch duties.wheels.kind {
    case .unstated: return nil
    case .none:
      recorded = recordedNone
      build = evidence.workflows?.unexpected
    case .released:
      recorded = recordedWheels
      build = shownBuild
    }
    let release = evidence.wheels?.verdict(for: duties.wheels.kind)
    var verdict = recorded.decided(by: release.map { $0.joined(with: build) } ?? build)
    verdict.because = duties.wheels.because
    if isRise, duties.wheels.kind == .released, recorded.status == .broken, verdict.status == .kept {
      verdict.status = .unknown
      verdict.reason += "; and \(recorded.reason)"
    }
    guard duties.wheels.kind == .released, verdict.source == .record, verdict.status == .broken,
      let building = evidence.workflows?.building
    else { return verdict }
    // What the registry does not list is no refutation where workflows have it.
    (verdict.status, verdict.source, verdict.location) = (.unknown, .workflow, building.location)
    verdict.reason = "the registry lists no job that builds them, and \(building.title) does"
    return verdict
  }

  private var recordedWheels: Verdict {
    let place = location { $0["wheels"] }
    if let first = wheelJobs.first {
      var verdict = Verdict(.wheels, .kept, "\(first.job.title) builds them", at: first.location("job", places))
      if !wheelJobs.contains(where: { $0.job.execution == .native }) {
        verdict.warnings = [
          wheelJobs.contains { $0.job.execution == .emulated }
            ? "they are tested under emulation only" : "they are cross-compiled and never run"
        ]
      }
      return verdict
    }
    if platform.isUnknown(.wheels) || !platform.wheels.jobs.isEmpty {
      return Verdict(.wheels, .unknown, "what builds its wheels is not recorded", at: place)
    }
    return Verdict(.wheels, .broken, "no job that builds released wheels is recorded", at: place)
  }

  private var recordedNone: Verdict {
    let place = location { $0["wheels"] }
    if platform.isUnknown(.wheels) {
      return Verdict(.wheels, .unknown, "whether wheels are released is not recorded", at: place)
    }
    guard let job = wheelJobs.first else {
      return Verdict(.wheels, .kept, "no job builds wheels to release", at: place)
    }
    let builds = "\(job.job.title) builds wheels"
    if stillReleasesWheels {
      return Verdict(.wheels, .unknown, "\(builds) for releases before its move", at: job.location("job", places))
    }
    return Verdict(.wheels, .broken, "\(builds) that are released", at: job.location("job", places))
  }

  /// Whether the present place starts with a release that has no candidate yet, and the one before it releases wheels.
  private var stillReleasesWheels: Bool {
    guard release == nil, let move = platform.move(at: today), let first = move.release,
      let cycle = registry.policy.releaseCycles.first(where: { $0.release.isCovered(by: first) }),
      today < cycle.firstCandidate
    else { return false }
    let earlier = platform.moves.last { $0.date <= today && $0 != move }
    return earlier.flatMap { registry.policy.place($0.to)?.tier }?.duties.wheels.kind == .released
  }

  /// What workflows show of the next release's wheels; nil without workflows.
  private var shownBuild: Verdict? {
    guard let workflows = evidence.workflows else { return nil }
    if platform.isUnknown(.wheels) {
      return Verdict(.wheels, .unknown, "the registry does not say which jobs build them", by: .workflow)
    }
    return Self.best(
      of: workflows.builds.map { build in
        guard !build.runs.isEmpty, !build.isForAnother, build.activity?.standing != .never else {
          return build.verdict(on: .wheels)
        }
        if let ended = build.ended(by: today, .wheels) { return ended }
        return Verdict(.wheels, .kept, "\(build.title) builds them", by: .workflow, at: build.firstRun)
      })
  }

  var publishing: Verdict {
    let place = location { $0["wheels", "publishing"] }
    let recorded =
      switch platform.wheels.publishing {
      case .known(.trusted): Verdict(.publishing, .kept, "wheels come to the index by trusted publishing", at: place)
      case .known(.token): Verdict(.publishing, .broken, "wheels come to the index by somebody's token", at: place)
      case .unknown: Verdict(.publishing, .unknown, "how wheels come to the index is not recorded", at: place)
      }
    return recorded.decided(by: evidence.workflows.map { $0.publishing.verdict(for: $0.builds) })
  }

  var publicBuild: Verdict {
    let place = location { $0["wheels", "public-build"] }
    let recorded =
      switch platform.wheels.isPublicBuild {
      case .known(true): Verdict(.publicBuild, .kept, "anybody can see its wheels being built", at: place)
      case .known(false):
        Verdict(.publicBuild, .broken, "its wheels are built where only some can see it", at: place)
      case .unknown:
        Verdict(.publicBuild, .unknown, "whether its wheels are built in public is not recorded", at: place)
      }
    return recorded.decided(by: evidence.workflows.map { shownBuilds($0.builds, $0.publishing) })
  }

  /// One build that nobody can see is one too many.
  private func shownBuilds(_ builds: [JobAssessment], _ publishing: PublishingAssessment) -> Verdict {
    let hidden = publishing.uploads(for: builds).first { $0.runner?.hosting == .selfHosted }
    if let hidden {
      return Verdict(
        .publicBuild, .broken, "'\(hidden.job.id.value)' publishes them from a self-hosted machine", by: .workflow,
        at: hidden.location)
    }
    let verdicts = builds.map { build -> Verdict in
      guard let runner = build.runs.lazy.compactMap({ $0.run.run.runner }).first, let hosting = build.hosting else {
        return Verdict(.publicBuild, .unknown, "where \(build.title) runs cannot be told", by: .workflow)
      }
      return Verdict(
        .publicBuild, hosting == .github ? .kept : .broken, "\(build.title) runs on \(hosting.words)", by: .workflow,
        at: build.location(runner.range))
    }
    return verdicts.first { $0.status == .broken } ?? Self.worstOfKept(verdicts)
      ?? Verdict(.publicBuild, .unknown, "no job that builds released wheels is recorded", by: .workflow)
  }

  /// What cannot be told of one build cannot be told of all.
  private static func worstOfKept(_ verdicts: [Verdict]) -> Verdict? {
    verdicts.first { $0.status == .unknown } ?? verdicts.first
  }
}

extension Verdict {
  /// What a release has, and what the next one will be built by: broken where one of them is.
  fileprivate func joined(with build: Verdict?) -> Verdict {
    guard let build else { return self }
    var joined = self
    joined.reason = "\(reason); \(build.reason)"
    joined.warnings += build.warnings
    if build.status == .broken, status != .broken {
      (joined.status, joined.source, joined.location) = (.broken, build.source, build.location)
    }
    return joined
  }
}
