import Diagnostics
import Evidence
import Policy

/// Says whether runs that are there, and are started, do what a tier asks of CI.
struct RunAssessor {
  let context: PlatformContext

  /// The best of the runs decides: one that keeps the duty is enough.
  func conclude(_ assessment: inout JobAssessment) {
    var broken: (String, SourceRange)?
    var unknown: (String, SourceRange)?
    for (run, target) in assessment.runs {
      switch judge(run, target, assessment.job) {
      case nil:
        let runner = run.run.runner?.title ?? "its runner"
        assessment.conclude(.kept, "\(assessment.job.title) runs on \(runner)\(note(assessment))", at: run.run.place)
        return
      case (.broken, let text, let range)?: broken = broken ?? (text, range)
      case (_, let text, let range)?: unknown = unknown ?? (text, range)
      }
    }
    if let unknown {
      assessment.conclude(.unknown, unknown.0, at: unknown.1)
    } else if let broken {
      assessment.conclude(.broken, broken.0, at: broken.1)
    }
  }

  private func note(_ assessment: JobAssessment) -> String {
    assessment.activity?.standing == .scheduled ? ", on a schedule only" : ""
  }

  /// Nil for a run that keeps the duty.
  private func judge(
    _ run: ObservedRun, _ target: DetectedTarget?, _ job: CIJob
  ) -> (Verdict.Status, String, SourceRange)? {
    let place = run.run.place
    if job.scope == .partial { return (.broken, "it is partial testing, as the registry says", place) }
    guard let runner = run.run.runner else {
      return (.unknown, "where it runs is known only when the workflow runs", run.run.job.runsOn?.range ?? place)
    }
    guard runner.host != .unknown else {
      return (.unknown, "whose machine \(runner.title) is cannot be told", runner.range)
    }
    if let end = runner.end, end < context.today {
      return (
        RunnerLabels.isKnown(end) ? .broken : .unknown, runner.words(ofEnd: end),
        runner.range
      )
    }
    guard let target else { return (.unknown, "what it builds for cannot be told", place) }
    switch target.execution {
    case .crossCompiled?: return (.broken, "it is built and never run", target.range)
    case nil: return (.unknown, "how \(target.title) runs on \(runner.title) cannot be told", target.range)
    default: break
    }
    if target.tests == .tested, context.platform.target.abi == "free-threaded", let python = run.ordinaryPython(target)
    {
      return (.unknown, "it tests '\(python.value)', which has the global lock", python.range)
    }
    switch target.tests {
    case .tested: return nil
    // A part keeps nothing, and refutes nothing: what is left out may be the slow ones, or all but a few.
    case .testedInPart(let range): return (.unknown, "it runs a chosen part of the tests only", range)
    case .untested(let why, let range): return (.broken, "it is built and not tested, since \(why)", range)
    case .unseen(let range): return (.unknown, "no step of '\(job.job)' is known to run tests", range)
    case .unknown(let why, let range): return (.unknown, why, range)
    }
  }
}

extension ObservedRun {
  /// What names the Python of its tests, where that is certain to be none without the global lock.
  fileprivate func ordinaryPython(_ target: DetectedTarget) -> Located<String>? {
    let names = target.identifier.map { [Located(value: $0, range: target.range)] } ?? pythons
    // A build of cibuildwheel's may stand for several.
    let isFree = names.contains { name in
      PythonVersion(name.value).isFreeThreaded || name.value.contains("*") || name.value.contains("$")
        || name.value.prefix { $0 != "-" }.hasSuffix("t")
    }
    return isFree ? nil : names.first
  }
}
