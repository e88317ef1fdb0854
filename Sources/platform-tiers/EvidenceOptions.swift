import ArgumentParser
import PlatformTiersKit
import Policy

/// The files of evidence.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the index lists: the simple repository API's JSON (PEP 691) or HTML (PEP 503), or '-'.", valueName: "file"),
    completion: .file())
  var index: String?

  @Option(
    help: ArgumentHelp(
      "A repository's folder with its GitHub workflows, as in 'numpy/numpy-release=../numpy-release', or with the commit that it is of 'numpy/numpy-release@1f2e3d4=../numpy-release'; without a name the policy's own repository. May be repeated.",
      valueName: "repository=folder"),
    transform: location)
  var workflows: [WorkflowLocation] = []

  @Option(
    help: ArgumentHelp(
      "Downloads by platform or file name as CSV, or '-'; docs/audit.md has a query that gives them.",
      valueName: "file"),
    completion: .file())
  var usage: String?

  @Option(
    help: ArgumentHelp("Count only the downloads of this release line in '--usage', such as 2.5.", valueName: "version")
  )
  var usageRelease: ReleaseVersion?

  @Option(help: ArgumentHelp("Count only the downloads from this day on in '--usage'.", valueName: "date"))
  var usageSince: CalendarDate?

  @Option(help: ArgumentHelp("Count only the downloads up to this day in '--usage'.", valueName: "date"))
  var usageUntil: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "What CPython, the index, cibuildwheel, its images and BLAS support, in place of the table that is built in.",
      valueName: "file"),
    completion: .file())
  var prerequisites: String?

  func request(release: ReleaseVersion? = nil) -> EvidenceRequest {
    var request = EvidenceRequest()
    request.index = index
    request.release = release
    request.workflows = workflows
    request.usage = usage
    request.limitUsage(release: usageRelease, since: usageSince, until: usageUntil)
    request.prerequisites = prerequisites
    return request
  }

  /// The first option that was given; nil where there is no evidence.
  var firstGiven: String? {
    if index != nil { return "--index" }
    if !workflows.isEmpty { return "--workflows" }
    if usage != nil { return "--usage" }
    return prerequisites == nil ? nil : "--prerequisites"
  }

  private static func location(_ text: String) throws -> WorkflowLocation {
    guard let location = WorkflowLocation(text) else { throw ValidationError("'\(text)' names no folder") }
    return location
  }

  func validate() throws {
    if usage == nil, usageRelease != nil || usageSince != nil || usageUntil != nil {
      throw ValidationError("'--usage-release', '--usage-since' and '--usage-until' need '--usage'")
    }
    if index == "-", usage == "-" { throw ValidationError("standard input is one file: '--index' or '--usage'") }
  }
}
