import Diagnostics
import Policy

/// NEP 57: FreeBSD left its tier when its CI provider closed, s390x before that.
enum ClosedCIProvider: PlatformRule {
  static let description = RuleDescription(
    id: "closed-ci-provider", family: .ci, severity: .warning,
    summary: "a CI job of a platform in a tier runs on a service that has closed",
    rationale: """
      A job on a service that has closed (Cirrus CI, BuildJet, travis-ci.org, Shippable) looks like CI and runs no more. \
      Platforms have left their tier that way, some of them long before anybody wrote it down. A service counts as \
      closed from the day on which it shut down, so that an audit of an earlier day does not know of it. Of a \
      '.travis.yml' alone it cannot be told which of Travis CI's two services runs it, of which one is open.
      """,
    remedy: "Move the job to a service that runs, remove it, or move the platform.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: .travis.yml, job: test, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: test, hosting: github, execution: native}
          - {workflow: ↓.cirrus.yml, job: haiku, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-3}]
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: s390x, interpreter: cpython}
        ci:
          - {workflow: .github/workflows/haiku.yml, job: a, runner: ↓buildjet-4vcpu-x, hosting: self-hosted, execution: native}
          - {workflow: ↓"https://travis-ci.org/numpy/numpy", job: test, hosting: other-service, execution: native}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ])

  /// A service that has closed, and where that can be read.
  struct Provider {
    var name: String
    /// How its jobs are known: by the name of the file that configures them, the beginning of their address, or of the
    /// label of their machine.
    var files: [String]
    var address: String?
    var label: String?
    /// The first day on which it did not run.
    var closed: CalendarDate
    var source: String

    init?(
      _ name: String, files: [String] = [], address: String? = nil, label: String? = nil, closed: String, source: String
    ) {
      guard let closed = CalendarDate(closed) else { return nil }
      (self.name, self.files, self.address, self.label) = (name, files, address, label)
      (self.closed, self.source) = (closed, source)
    }
  }

  static let providers = [
    Provider(
      "Cirrus CI", files: [".cirrus.yml", ".cirrus.yaml", ".cirrus.star"], address: "https://cirrus-ci.com/",
      closed: "2026-06-01", source: "https://cirruslabs.org/"),
    Provider("BuildJet", label: "buildjet-", closed: "2026-03-31", source: "https://buildjet.com/"),
    Provider(
      "travis-ci.org", address: "https://travis-ci.org/", closed: "2021-06-15",
      source: "https://docs.travis-ci.com/user/migrate/open-source-repository-migration/"),
    Provider(
      "Shippable", files: ["shippable.yml", ".shippable.yml"], address: "https://app.shippable.com/",
      closed: "2021-05-03", source: "https://blog.shippable.com/migrating-from-shippable-to-jfrog-pipelines"),
  ].compactMap(\.self)

  static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard context.tier != nil else { return }
    for job in context.testJobs + context.wheelJobs {
      guard let (provider, key) = provider(of: job.job), provider.closed <= context.today else { continue }
      report(.closedCIProvider(context, job: job, provider: provider, key: key))
    }
  }

  /// The service of a job, and the key that shows it.
  private static func provider(of job: CIJob) -> (Provider, key: String)? {
    let file = job.workflow.split(separator: "/").last.map(String.init) ?? ""
    for provider in providers {
      if let label = provider.label, job.runner?.lowercased().hasPrefix(label) == true { return (provider, "runner") }
      guard job.hosting == .otherService else { continue }
      if provider.files.contains(file) || provider.address.map(job.workflow.hasPrefix) == true {
        return (provider, "workflow")
      }
    }
    return nil
  }
}

extension Finding {
  fileprivate static func closedCIProvider(
    _ context: PlatformContext, job: PlatformJob, provider: ClosedCIProvider.Provider, key: String
  ) -> Finding {
    Finding(
      "\(job.name.quoted) does not run any more, since \(provider.name) closed on \(provider.closed)",
      at: context.place(of: key, in: job),
      help: "move the job to a service that runs, remove it, or move \(context.platform.name.quoted); see "
        + provider.source)
  }
}
