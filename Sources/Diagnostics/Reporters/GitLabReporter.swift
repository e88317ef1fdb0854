/// GitLab's Code Quality report: an array of findings, each with a fingerprint by which GitLab tells new from old ones.
enum GitLabReporter {
  static func render(_ report: Report) -> [UInt8] {
    let fingerprints = Fingerprint.all(of: report.diagnostics, files: report.files)
    var json = JSONWriter()
    json.array { json in
      for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
        json.object { json in
          let path = relative(report.repositoryPath(diagnostic.file))
          json.member("description", VisibleText.of(diagnostic.message))
          json.member("check_name", diagnostic.rule)
          json.member("fingerprint", Fingerprint.hash([path, fingerprint]))
          json.member("severity", severity(diagnostic.severity))
          json.key("location")
          json.object { json in
            json.member("path", path)
            json.key("lines")
            json.object(.line) { json in
              json.member("begin", diagnostic.range.start.line)
              json.member("end", diagnostic.range.end.line)
            }
          }
        }
      }
    }
    return json.finished()
  }

  /// GitLab takes paths from the repository's root, without `./`.
  private static func relative(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
