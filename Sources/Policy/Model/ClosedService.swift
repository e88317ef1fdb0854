/// A service that ran CI and has closed, and where that can be read.
package struct ClosedService: Hashable, Sendable {
  package var name: String
  /// How its jobs are known: by the name of the file that configures them, by the beginning of their address, or of the
  /// label of their machine.
  private var files: [String]
  private var address: String?
  private var label: String?
  /// The first day on which it did not run.
  package var closed: CalendarDate
  package var source: String

  private init?(
    _ name: String, files: [String] = [], address: String? = nil, label: String? = nil, closed: String, source: String
  ) {
    guard let closed = CalendarDate(closed) else { return nil }
    (self.name, self.files, self.address, self.label) = (name, files, address, label)
    (self.closed, self.source) = (closed, source)
  }

  /// Whether a machine's label is one of its.
  package func runs(_ runner: String) -> Bool { label.map { runner.lowercased().hasPrefix($0) } ?? false }

  fileprivate func ran(_ job: CIJob) -> Bool {
    if job.runner.map(runs) ?? false { return true }
    guard job.hosting == .otherService else { return false }
    let file = job.workflow.split(separator: "/").last.map(String.init) ?? ""
    return files.contains(file) || address.map { job.workflow.hasPrefix($0) } ?? false
  }

  /// `.travis.yml` is nobody's: travis-ci.org has closed, and travis-ci.com reads the same file.
  fileprivate static let all = [
    ClosedService(
      "Cirrus CI", files: [".cirrus.yml", ".cirrus.yaml", ".cirrus.star"], address: "https://cirrus-ci.com/",
      closed: "2026-06-01", source: "https://cirruslabs.org/"),
    ClosedService("BuildJet", label: "buildjet-", closed: "2026-03-31", source: "https://buildjet.com/"),
    ClosedService(
      "travis-ci.org", address: "https://travis-ci.org/", closed: "2021-06-15",
      source: "https://docs.travis-ci.com/user/migrate/open-source-repository-migration/"),
    ClosedService(
      "Shippable", files: ["shippable.yml", ".shippable.yml"], address: "https://app.shippable.com/",
      closed: "2021-05-03", source: "https://blog.shippable.com/migrating-from-shippable-to-jfrog-pipelines"),
  ].compactMap { $0 }
}

extension CIJob {
  /// The service that was to run it, where that had closed by a day.
  package func closedService(by day: CalendarDate) -> ClosedService? {
    ClosedService.all.first { $0.closed <= day && $0.ran(self) }
  }
}
