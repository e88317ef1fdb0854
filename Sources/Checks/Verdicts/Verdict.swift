package import Diagnostics
package import Policy

/// How a platform stands to one duty of a tier, whatever it follows from. There is no other answer to that question:
/// rules word it, and all reports show it.
package struct Verdict: Hashable, Sendable {
  package enum Duty: Hashable, Sendable {
    case ci
    case blocking
    case contacts
    /// The contacts have agreed to be listed.
    case acknowledgement
    case wheels
    /// Released wheels come to the index by trusted publishing.
    case publishing
    /// Released wheels are built where anybody can see it.
    case publicBuild
    /// Enough users for released wheels.
    case demand
    /// Contacts who are paid have said so, where wheels are released.
    case employment
    /// What the tier needs of others: CPython, and for released wheels the index, cibuildwheel, manylinux and a BLAS.
    case prerequisites
    /// What the policy states in words alone, by its id there.
    case stated(String)
  }

  package enum Status: String, CaseIterable, Sendable {
    /// Something shows it.
    case kept
    /// Something refutes it.
    case broken
    /// Neither; it is never taken for a yes.
    case unknown
  }

  /// What a status follows from.
  package enum Source: String, CaseIterable, Sendable {
    case record, index, workflow, usage, table
  }

  /// A place in a file.
  package struct Location: Hashable, Sendable {
    package var file: String
    package var range: SourceRange
  }

  package var duty: Duty
  package var status: Status
  /// What the status follows from, in words. Quotes the registry and evidence, whose texts are untrusted.
  package var reason: String
  package var source: Source
  /// Where that can be read; nil where no one place shows it, or the file was not given.
  package var location: Location?
  /// What is amiss and breaks nothing, in words.
  package var warnings: [String] = []
  /// The sentence of the policy, where it has one for this duty.
  package var because: String?
  /// What the registry says of it, where the status follows from something else.
  package var record: String?
  /// Whether the registry has it in order, and nothing was given that could show it: it is unknown for that alone.
  package var lacksEvidence = false
  /// What the listed job that comes nearest to the duty lacks, where none fulfils it.
  package var shortcoming: CIJob.Shortcoming?

  init(_ duty: Duty, _ status: Status, _ reason: String, by source: Source = .record, at location: Location? = nil) {
    self.duty = duty
    self.status = status
    self.reason = reason
    self.source = source
    self.location = location
  }

  /// `kept`, or with a warning `kept (warning)`: what a table shows of it.
  package var word: String { status.rawValue + (warnings.isEmpty || status == .broken ? "" : " (warning)") }

  /// The reason, and what is amiss.
  package var words: String { ([reason] + warnings).joined(separator: "; ") }

  /// Whether the registry has it in order and nothing refutes it, so that a change which says so is in order.
  package var isClaimed: Bool { status == .kept || lacksEvidence }

  /// The verdict by what was shown, where this one is by the record alone.
  ///
  /// Evidence decides, and what it cannot tell leaves the record as it is where that is broken by itself. The record of
  /// what others do, as a job or an upload, is no evidence that it is done.
  func decided(by shown: Verdict?) -> Verdict {
    guard var shown else {
      guard status == .kept, duty.needsEvidence else { return self }
      var open = self
      open.status = .unknown
      open.lacksEvidence = true
      return open
    }
    if shown.status == .unknown, status == .broken { return self }
    shown.record = reason
    shown.because = because
    return shown
  }
}

extension Verdict.Duty {
  /// Those that a policy need not state, in the order of reports.
  package static let builtIn: [Verdict.Duty] = [
    .ci, .blocking, .contacts, .acknowledgement, .wheels, .publishing, .publicBuild, .demand, .employment,
    .prerequisites,
  ]

  /// As reports, registries and flags name it.
  package var rawValue: String {
    switch self {
    case .ci: "ci"
    case .blocking: "blocks-release"
    case .contacts: "contacts"
    case .acknowledgement: "acknowledgement"
    case .wheels: "wheels"
    case .publishing: "publishing"
    case .publicBuild: "public-build"
    case .demand: "demand"
    case .employment: "employment"
    case .prerequisites: "prerequisites"
    case .stated(let id): id
    }
  }

  /// All of these duties, in the order of reports.
  package static func ordered(_ duties: some Sequence<Verdict.Duty>) -> [Verdict.Duty] {
    let all = Set(duties)
    return builtIn.filter(all.contains) + all.subtracting(builtIn).sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether something else than the registry can tell, and has to: the registry itself is where people are named.
  fileprivate var needsEvidence: Bool {
    switch self {
    case .contacts, .acknowledgement, .employment, .demand, .prerequisites, .stated: false
    case .ci, .blocking, .wheels, .publishing, .publicBuild: true
    }
  }

  /// Whether the registry has no more of it than what holds now; people and notices are dated.
  var hasNoHistory: Bool {
    if case .stated = self { return true }
    return self == .prerequisites || self == .demand || needsEvidence
  }

  /// Whether the registry alone can tell.
  package var isOnRecordOnly: Bool {
    switch self {
    case .contacts, .acknowledgement, .employment, .stated: true
    default: false
    }
  }
}

/// How a platform stands to all duties of a tier: its own, or one that it may rise to.
package struct TierVerdicts: Hashable, Sendable {
  package var tier: Tier
  package var verdicts: [Verdict]

  /// What stands between the platform and the tier.
  package var open: [Verdict] { verdicts.filter { $0.status != .kept } }
}

extension [Verdict] {
  package subscript(duty: Verdict.Duty) -> Verdict? { first { $0.duty == duty } }
}
