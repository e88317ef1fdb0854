extension CIJob {
  /// Why a job does not fulfil a tier's duty of CI.
  package enum Shortcoming: Hashable, Sendable {
    case partialTesting
    /// It is built and never run.
    case neverRun
    case unacceptedHosting(Hosting)
    /// Accepted with a decision of the council only, and none is recorded.
    case undecidedException(Hosting)
    /// Paid CI is for the council to decide on, and no decision is recorded.
    case undecidedCost

    /// What goes behind the job's name.
    package var words: String {
      switch self {
      case .partialTesting: "is partial testing, which fulfils no duty"
      case .neverRun: "builds it and never runs it"
      case .unacceptedHosting(let hosting): "runs on \(hosting.words), which this tier does not accept"
      case .undecidedException(let hosting):
        "runs on \(hosting.words), accepted by decision of the council only, and none is recorded"
      case .undecidedCost: "is paid, which the council decides on, and no decision is recorded"
      }
    }
  }

  /// Nil when the job fulfils the duty.
  package func shortcoming(for duty: CIDuty) -> Shortcoming? {
    if scope == .partial { return .partialTesting }
    if execution == .crossCompiled { return .neverRun }
    if !duty.accepted.contains(hosting) {
      guard duty.byException.contains(hosting) else { return .unacceptedHosting(hosting) }
      if decision == nil { return .undecidedException(hosting) }
    }
    return cost == .paid && decision == nil ? .undecidedCost : nil
  }

  /// How messages call it: `'wheels' of .github/workflows/wheels.yml`.
  package var title: String {
    let file = repository.map { "\($0)'s \(workflow)" } ?? workflow
    return "'\(job)' of \(file)"
  }
}

extension Hosting {
  /// How messages call it.
  package var words: String {
    switch self {
    case .github: "GitHub"
    case .otherService: "another service"
    case .selfHosted: "a self-hosted machine"
    }
  }
}
