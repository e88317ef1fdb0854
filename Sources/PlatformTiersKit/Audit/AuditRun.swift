package import Checks
package import Diagnostics
import Evidence
package import Policy

/// What an audit found, before any of it is printed.
package struct AuditResult: Sendable {
  package let audit: Audit
  /// What the evidence contradicts, and what is wrong with the evidence, in report order.
  package let diagnostics: [Diagnostic]
  /// The files that have findings or may have them.
  package let files: [SourceFile]
  package let failures: [RunFailure]
  /// What it went by, in words.
  package let sources: [String]
  /// Of the findings those about the evidence itself: a file that breaks off, a name that is no wheel.
  let faults: [Diagnostic]
  let today: CalendarDate

  /// - Parameters:
  ///   - strict: whether warnings count.
  ///   - requiresKept: whether a duty that is broken or not known to be kept counts.
  package func exitStatus(strict: Bool, requiresKept: Bool) -> ExitStatus {
    guard failures.isEmpty else { return .cannotRun }
    let counts: Severity = strict ? .warning : .error
    let isKept = audit.platforms.allSatisfy { platform in
      platform.duties?.open.isEmpty ?? true
    }
    return diagnostics.contains { $0.severity >= counts } || requiresKept && !isKept ? .findings : .success
  }
}

/// Audits a registry.
package enum AuditRun {
  /// - Throws: when a listing has not the release that is asked for.
  package static func result(
    of loaded: SoundRegistry, by request: EvidenceRequest, today: CalendarDate
  ) throws(RunFailure) -> AuditResult {
    try result(of: loaded, at: RegistryMoment(today: today, release: request.release), by: request, today: today)
  }

  /// - Parameters:
  ///   - moment: where platforms stand.
  ///   - today: the day that counts for all else.
  private static func result(
    of loaded: SoundRegistry, at moment: RegistryMoment, by request: EvidenceRequest, today: CalendarDate
  ) throws(RunFailure) -> AuditResult {
    let exemptions = AuditExemptions(loaded)
    let evidence = try EvidenceLoader.load(request, policy: loaded.registry.policy)
    let audit = Audit(
      of: loaded.registry, places: loaded.places, by: evidence.evidence, today: today,
      release: moment.release, move: { moment.move(of: $0) })
    let faults = exemptions.remaining(of: evidence.diagnostics)
    let diagnostics = faults + exemptions.remaining(of: audit.diagnostics)
    return AuditResult(
      audit: audit, diagnostics: diagnostics.sorted(by: Diagnostic.reportOrder),
      files: loaded.files + evidence.files, failures: evidence.failures, sources: evidence.sources, faults: faults,
      today: today)
  }

  /// What evidence shows of one platform at a moment, for `show`.
  ///
  /// - Throws: as `pages`.
  package static func audit(
    of platform: Platform, in loaded: SoundRegistry, at moment: RegistryMoment, by request: EvidenceRequest
  ) throws(RunFailure) -> PlatformAudit? {
    try sound(of: loaded, at: moment, by: request).audit.platforms.first { $0.platform.id == platform.id }
  }

  /// What evidence shows of all platforms at a moment, for `pages`.
  ///
  /// - Parameter allReleases: whether to look at every release of the listing as well.
  /// - Throws: also when a file of evidence is at fault, and that is not exempt; the faults are printed on standard error.
  package static func pages(
    of loaded: SoundRegistry, at moment: RegistryMoment, by request: EvidenceRequest, allReleases: Bool
  ) throws(RunFailure) -> PagesAudit {
    let result = try sound(of: loaded, at: moment, by: request)
    let listing = allReleases ? result.audit.evidence.index : nil
    return PagesAudit(
      result.audit, findings: result.diagnostics, sources: result.sources,
      files: loaded.places.mapValues { $0.file.path },
      history: listing.map { ReleaseHistory(of: loaded.registry, by: $0) })
  }

  /// By evidence that is whole: who reads what is made of it does not see what a run complains of.
  private static func sound(
    of loaded: SoundRegistry, at moment: RegistryMoment, by request: EvidenceRequest
  ) throws(RunFailure) -> AuditResult {
    var request = request
    request.release = moment.release
    let result = try result(of: loaded, at: moment, by: request, today: moment.day)
    if let failure = result.failures.first { throw failure }
    if let fault = result.faults.first(where: { $0.severity == .error }) {
      try result.faults.refuse(fault.file, reportedIn: result.files)
    }
    return result
  }

  /// The wheels of every release of a listing.
  package static func history(
    of registry: Registry, by request: EvidenceRequest
  ) throws(RunFailure) -> ReleaseHistory {
    var request = request
    request.usage = nil
    request.workflows = []
    let evidence = try EvidenceLoader.load(request, policy: registry.policy)
    if let failure = evidence.failures.first { throw failure }
    try evidence.diagnostics.refuse(request.index ?? "-", reportedIn: evidence.files)
    guard let listing = evidence.evidence.index else {
      throw .wrongUsage("'--all-releases' needs a listing: give '--index'")
    }
    return ReleaseHistory(of: registry, by: listing)
  }
}
