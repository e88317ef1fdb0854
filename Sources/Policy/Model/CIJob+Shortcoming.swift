extension CIJob {
  /// Why a job does not fulfil a tier's duty of CI, the least that is missing first.
  package enum Shortcoming: Hashable, Sendable {
    /// Paid CI is for the council to decide on, and no decision is recorded.
    case undecidedCost
    /// Accepted with a decision of the council only, and none is recorded.
    case undecidedException(Hosting)
    case unacceptedHosting(Hosting)
    /// It is built and never run.
    case neverRun
    /// The service that ran it has closed.
    case closedService(String)
    case partialTesting

    /// What goes behind the job's name.
    package var words: String {
      switch self {
      case .undecidedCost: "is paid, which the council decides on, and no decision is recorded"
      case .undecidedException(let hosting):
        "runs on \(hosting.words), accepted by decision of the council only, and none is recorded"
      case .unacceptedHosting(let hosting): "runs on \(hosting.words), which this tier does not accept"
      case .neverRun: "builds it and never runs it"
      case .closedService(let name): "does not run any more, since \(name) has closed"
      case .partialTesting: "is partial testing, which fulfils no duty"
      }
    }

    /// How much is missing, to find the job that comes nearest to the duty.
    package var rank: Int {
      switch self {
      case .undecidedCost: 0
      case .undecidedException: 1
      case .unacceptedHosting: 2
      case .neverRun: 3
      case .closedService: 4
      case .partialTesting: 5
      }
    }
  }

  /// Nil when the job fulfils the duty on that day.
  package func shortcoming(for duty: CIDuty, on day: CalendarDate) -> Shortcoming? {
    if scope == .partial { return .partialTesting }
    if let service = closedService(by: day) { return .closedService(service.name) }
    if execution == .crossCompiled { return .neverRun }
    if !duty.accepted.contains(hosting) {
      guard duty.byException.contains(hosting) else { return .unacceptedHosting(hosting) }
      if decision == nil { return .undecidedException(hosting) }
    }
    return cost == .paid && decision == nil ? .undecidedCost : nil
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
