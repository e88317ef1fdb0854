import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// A small registry and evidence of it in files, as `pages --audit` takes them.
struct SampleEvidence {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
    try folder.write(Self.haiku, to: "registry/platforms/haiku.yaml")
    try folder.write(Self.plan9, to: "registry/platforms/plan9.yaml")
    try folder.write(Self.listing, to: "index.json")
    try folder.write(Self.workflow, to: "src/.github/workflows/ci.yml")
  }

  /// Of known interest, then in Tier 3, which releases no wheels.
  private static let haiku = """
    name: Haiku
    target: {os: haiku, arch: x86-64, interpreter: cpython}
    wheels: {tags: '*-*-haiku_*'}
    moves:
      - {date: 2025-05-01, to: known-interest}
      - {date: 2026-02-01, to: tier-3}

    """

  /// In Tier 1 up to 3.1.0, and its CI gone since August.
  private static let plan9 = """
    name: Plan 9
    target: {os: plan9, arch: x86-64, interpreter: cpython}
    contacts: [ada]
    ci:
      - {workflow: .github/workflows/ci.yml, job: plan9, hosting: github, execution: native}
      - {workflow: .github/workflows/ci.yml, job: gone, hosting: github, execution: native}
    wheels: {tags: '*-*-plan9_*'}
    notices: [{duty: contacts, since: 2026-08-03}]
    moves:
      - {date: 2025-05-01, to: tier-1}
      - {date: 2026-03-01, to: tier-3, release: 3.1.0}

    """

  private static let listing = """
    {"name": "demo", "files": [
      {"filename": "demo-2.0.0-cp313-cp313-plan9_1.whl", "upload-time": "2024-01-05T00:00:00Z"},
      {"filename": "demo-2.9.0-cp313-cp313-haiku_1.whl", "upload-time": "2025-06-02T00:00:00Z"},
      {"filename": "demo-3.0.0-cp313-cp313-plan9_1.whl", "upload-time": "2026-04-01T00:00:00Z"},
      {"filename": "demo-3.0.0-cp314-cp314-haiku_1.whl", "upload-time": "2026-04-01T00:00:00Z"}]}

    """

  private static let workflow = """
    on:
      pull_request:
        paths-ignore: ['**.rst']
    jobs:
      plan9:
        runs-on: ubuntu-24.04
        steps: [{run: pytest}]

    """

  static let moment = RegistryMoment.on("2026-09-01")

  /// - Parameter moment: what decides; the pages name no day.
  func site(at moment: RegistryMoment = moment, hasEvidence: Bool = true) throws -> RegistryPages {
    var request = EvidenceRequest()
    if hasEvidence {
      request.index = folder["index.json"]
      request.workflows = [WorkflowLocation(repository: "numpy/numpy", folder: folder["src"])]
    }
    let loaded = try ProjectLoader.load(.registry(folder["registry"])).soundRegistry()
    var source = RegistrySource(of: loaded)
    let audit = try AuditRun.pages(
      of: loaded, at: moment, by: request, allReleases: hasEvidence, source: &source)
    return RegistryPages(loaded.registry, at: moment, audit: audit, source: source)
  }
}
