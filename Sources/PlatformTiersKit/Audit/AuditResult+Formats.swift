import Checks
import Diagnostics
import Evidence
import Policy

extension AuditResult {
  /// One object: `today`, `release`, `sources`, `platforms` and `findings`; what is unknown or does not apply is `null`.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("today", today.description)
      audit.writeRelease(to: &json)
      json.member("sources", strings: sources)
      json.key("platforms")
      json.array { json in
        for platform in audit.platforms { json.object { platform.write(to: &$0) } }
      }
      json.key("findings")
      let report = Report(diagnostics: diagnostics, files: files, toolVersion: ToolVersion.text)
      Reporter.writeFindings(report, to: &json)
    }
    return json.finished()
  }

  /// A page with the matrix, the reasons, and the findings.
  var markdown: String {
    let matrix = AuditMatrix(audit)
    var text = "# Audit on \(today)\n\n"
    for source in sources { text += "- by \(GitHubText.escaped(source))\n" }
    text += "\n" + GitHubText.row(["tier", "platform"] + matrix.duties.map(\.rawValue))
    text += GitHubText.rule(matrix.duties.count + 2)
    for row in matrix.rows {
      let cells = row.cells.map { $0.map(Self.cell) ?? "" }
      text += GitHubText.row(
        [GitHubText.escaped(row.tier.name), GitHubText.escaped(row.platform.platform.name)] + cells)
    }
    text += reasons("Broken", matrix.reasons(.broken)) + reasons("Not known to be kept", matrix.reasons(.unknown))
    text += reasons("Warnings", matrix.warnings)
    if let wanted = matrix.evidenceWanted { text += "\n\(GitHubText.escaped(wanted)).\n" }
    text += findings
    return text
  }

  private static func cell(_ verdict: Verdict) -> String {
    verdict.word == "kept" ? verdict.word : "**\(verdict.word)**"
  }

  private func reasons(_ heading: String, _ reasons: [AuditMatrix.Reason]) -> String {
    let text = reasons.map { platform, duty, reason in
      "- \(GitHubText.escaped(platform.name)), \(duty.rawValue): \(GitHubText.escaped(reason))\n"
    }.joined()
    return text.isEmpty ? "" : "\n## \(heading)\n\n" + text
  }

  private var findings: String {
    guard !diagnostics.isEmpty else { return "" }
    return "\n## Findings\n\n"
      + diagnostics.map { diagnostic in
        "- `\(diagnostic.rule)` (\(diagnostic.severity.rawValue)), "
          + "\(GitHubText.escaped("\(diagnostic.file):\(diagnostic.range.start)")): "
          + GitHubText.escaped(diagnostic.message) + "\n"
      }.joined()
  }
}

extension Audit {
  /// The members that say which release was looked at.
  func writeRelease(to json: inout JSONWriter) {
    json.member("project", evidence.index?.project)
    json.member("release", evidence.release?.version.description)
    json.member("released", evidence.release?.date?.description)
  }
}

extension PlatformAudit {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("id", platform.id)
    json.member("name", platform.name)
    json.member("place", place?.id)
    json.member("releasePlace", releasePlace?.id)
    json.verdicts("duties", duties?.verdicts)
    json.member("next", next?.tier.id)
    json.verdicts("missing", next?.open)
    writeEvidence(to: &json)
  }

  /// The members with what was looked at: `jobs` and `wheels`, each `null` where nothing was given to look at.
  func writeEvidence(to json: inout JSONWriter) {
    json.key("jobs")
    if let jobs {
      json.array { json in
        for job in jobs { json.object { job.write(to: &$0) } }
      }
    } else {
      json.value(nil)
    }
    json.key("wheels")
    guard let coverage else { return json.value(nil) }
    json.object { json in
      json.member("files", strings: coverage.files.map { $0.name })
      json.member("expected", strings: coverage.expected.map { $0.label })
      json.member("served", strings: coverage.served.map { $0.label })
      json.member("holes", strings: coverage.holes.map { $0.words })
    }
  }
}

extension JobAssessment {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("title", title)
    json.member("for", buildsWheels ? "wheels" : "ci")
    json.member("status", status.rawValue)
    json.member("reason", reason)
    json.location(location)
    json.member("hosting", hosting?.rawValue)
    json.member("execution", execution?.rawValue)
    json.key("blocks")
    if let blocks { json.value(blocks) } else { json.value(nil) }
  }
}

extension JSONWriter {
  /// `null` where there is no tier to assess by.
  mutating func verdicts(_ name: String, _ verdicts: [Verdict]?) {
    key(name)
    guard let verdicts else { return value(nil) }
    array { json in
      for verdict in verdicts {
        json.object { json in
          json.member("duty", verdict.duty.rawValue)
          json.member("status", verdict.status.rawValue)
          json.member("reason", verdict.reason)
          json.member("source", verdict.lacksEvidence ? nil : verdict.source.rawValue)
          json.location(verdict.location)
          json.member("warnings", strings: verdict.warnings)
          json.member("record", verdict.record)
          json.member("policy", verdict.because)
        }
      }
    }
  }

  /// The members `file` and `line`.
  fileprivate mutating func location(_ location: Verdict.Location?) {
    member("file", location?.file)
    key("line")
    if let location { value(location.range.start.line) } else { value(nil) }
  }
}
