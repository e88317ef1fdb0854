package import Checks
package import Diagnostics
import Evidence
import Policy
import Rendering

/// What evidence shows of a registry, for its pages.
package struct PagesAudit: Sendable {
  let audit: Audit
  /// What the evidence contradicts, and what is wrong with it.
  let findings: [Diagnostic]
  /// What it went by, in words.
  let sources: [String]
  /// The wheels of all releases; nil where they were not asked for.
  let history: ReleaseHistory?
  /// By the platform's id.
  let platforms: [String: PlatformAudit]
  private let files: [String: String]

  /// - Parameter files: the paths of the platforms' own files, by the platform's id.
  package init(
    _ audit: Audit, findings: [Diagnostic], sources: [String], files: [String: String], history: ReleaseHistory? = nil
  ) {
    self.audit = audit
    self.findings = findings
    self.sources = sources
    self.files = files
    self.history = history
    platforms = Dictionary(keepingFirst: audit.platforms.map { ($0.platform.id, $0) })
  }

  /// Those that stand in the platform's own file.
  func findings(of platform: Platform) -> [Diagnostic] {
    files[platform.id].map { file in findings.filter { $0.file == file } } ?? []
  }

  /// `numpy 2.5.5`; nil where no release was looked at.
  var releaseTitle: String? {
    audit.evidence.release.map { "\(audit.evidence.index?.project ?? "the release") \($0.version)" }
  }

  /// Whether the listing was read to its end; what is missing in a part of it may be on the index.
  var isComplete: Bool { audit.evidence.index?.isComplete ?? true }

  /// As a sentence. A project's name has no capital for that.
  func sentence(_ text: String) -> String {
    guard let project = audit.evidence.index?.project, text.hasPrefix(project) else { return text.sentence }
    return text.ended
  }

  var sourceList: PageBlock { .list(sources.map { PageText($0) }) }
}

extension PagesAudit {
  /// The members of an object; a finding has its place, and no more of what `audit --format json` says of it.
  func write(to json: inout JSONWriter) {
    audit.writeRelease(to: &json)
    json.member("sources", strings: sources)
    json.key("findings")
    json.array { json in
      for finding in findings {
        json.object { json in
          json.member("rule", finding.rule)
          json.member("severity", finding.severity.rawValue)
          json.member("message", finding.message)
          json.member("help", finding.help)
          json.member("file", finding.file)
          json.member("line", finding.range.start.line)
          json.member("column", finding.range.start.column)
        }
      }
    }
    json.key("releases")
    if let history { history.write(to: &json) } else { json.value(nil) }
  }
}
