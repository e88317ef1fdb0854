/// What evidence shows of a platform, in the terms in which its file records it. Nil: no evidence of that kind was given.
package struct Observations: Hashable, Sendable {
  /// The jobs that are there and run.
  package var ci: [CIJob]?
  /// The jobs that are there and build released wheels.
  package var wheelJobs: [CIJob]?
  package var publishing: Known<Wheels.Publishing>?
  package var isPublicBuild: Known<Bool>?
  package var wheels: ReleasedWheels?
  package var demand: Demand?
  package var prerequisites: Prerequisites?

  package init() {}

  /// The platform as it would be recorded by what evidence shows.
  func applied(to platform: Platform) -> Platform {
    var platform = platform
    if let ci { platform.ci = ci }
    if let wheelJobs { platform.wheels.jobs = wheelJobs }
    if let publishing { platform.wheels.publishing = publishing }
    if let isPublicBuild { platform.wheels.isPublicBuild = isPublicBuild }
    if let demand { platform.demand = demand }
    if let prerequisites { platform.prerequisites = prerequisites }
    return platform
  }

  /// Whether there is evidence for a duty.
  func cover(_ duty: DutyFinding.Duty, in duties: Duties) -> Bool {
    switch duty {
    case .ci: ci != nil
    case .blocking: ci != nil && (wheelJobs != nil || !duties.blocking.causes.contains(.wheelBuild))
    case .wheels: wheels != nil || wheelJobs != nil
    case .publishing: publishing != nil
    case .publicBuild: isPublicBuild != nil
    case .demand: demand != nil
    case .prerequisites: prerequisites != nil
    case .contacts, .acknowledgement, .employment: false
    }
  }
}

/// The wheels that an index has for a platform in one release.
package struct ReleasedWheels: Hashable, Sendable {
  /// `numpy 2.5.5`
  package var title: String
  package var files: Int
  /// The Pythons that the release is built for and this platform's wheels serve, of those that they should.
  package var served: Int
  package var expected: Int
  /// What is missing, in words.
  package var holes: [String]
  /// Whether the listing was read to its end: what is not in it may be there otherwise.
  package var isComplete: Bool
  /// Whether the registry says which wheels are the platform's.
  package var hasTags: Bool

  package init(
    title: String, files: Int, served: Int, expected: Int, holes: [String] = [], isComplete: Bool = true,
    hasTags: Bool = true
  ) {
    self.title = title
    self.files = files
    self.served = served
    self.expected = expected
    self.holes = holes
    self.isComplete = isComplete
    self.hasTags = hasTags
  }

  /// How they stand to a tier's duty; nil where it says nothing of wheels.
  func evidence(for kind: WheelDuty.Kind) -> DutyEvidence? {
    guard kind != .unstated else { return nil }
    guard hasTags else { return DutyEvidence(.unknown, "the registry does not say how its wheels are tagged") }
    let number = files == 0 ? "no wheel" : "\(files) wheel\(files == 1 ? "" : "s")"
    guard files > 0 || isComplete else {
      return DutyEvidence(.unknown, "\(title) has no wheel in the part of the listing that can be read")
    }
    guard files > 0, kind == .released else {
      return DutyEvidence((files > 0) == (kind == .released) ? .met : .unmet, "\(title) has \(number)")
    }
    let pythons = expected > 0 ? ", for \(served) of \(expected) Python\(expected == 1 ? "" : "s")" : ""
    let reason = (["\(title) has \(number)\(pythons)"] + holes).joined(separator: "; ")
    return DutyEvidence(.met, reason)
  }
}
