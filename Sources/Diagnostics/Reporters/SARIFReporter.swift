/// SARIF 2.1.0: one run with the rules, the findings, their notes as related locations, and their fixes.
struct SARIFReporter {
  private let report: Report
  private let files: [String: SourceFile]
  private let ruleIndices: [String: Int]
  private var columns: ColumnConverter

  static func render(_ report: Report) -> [UInt8] {
    var reporter = SARIFReporter(report)
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", schema)
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { reporter.writeRun(to: &$0) }
      }
    }
    return json.finished()
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private init(_ report: Report) {
    self.report = report
    files = report.filesByPath
    ruleIndices = Dictionary(keepingFirst: report.rules.enumerated().map { ($1.id, $0) })
    columns = ColumnConverter(files)
  }

  private mutating func writeRun(to json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { writeDriver(to: &$0) }
    }
    json.member("columnKind", "utf16CodeUnits")
    json.key("newlineSequences")
    json.array(.line) { json in
      for ending in ["\r\n", "\n", "\r"] { json.value(ending) }
    }
    let fingerprints = Fingerprint.all(of: report.diagnostics, files: report.files)
    json.key("results")
    json.array { json in
      for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
        json.object { writeResult(diagnostic, fingerprint, to: &$0) }
      }
    }
  }

  private func writeDriver(to json: inout JSONWriter) {
    json.member("name", "platform-tiers")
    json.member("version", report.toolVersion)
    json.key("rules")
    json.array { json in
      for rule in report.rules {
        json.object { json in
          json.member("id", rule.id)
          json.member("name", Self.name(of: rule))
          Self.writeText("shortDescription", rule.summary, to: &json)
          Self.writeText("fullDescription", Self.reason(of: rule), to: &json)
          json.key("help")
          json.object(.line) { json in
            json.member("text", rule.help)
            json.member("markdown", "**\(rule.summary)**\n\n\(rule.help)")
          }
          if let url = rule.url { json.member("helpUri", url) }
          json.key("defaultConfiguration")
          json.object(.line) { $0.member("level", Self.level(rule.severity)) }
          json.key("properties")
          json.object(.line) { json in
            json.key("tags")
            json.array { $0.value(rule.family) }
          }
        }
      }
    }
  }

  private mutating func writeResult(_ diagnostic: Diagnostic, _ fingerprint: String, to json: inout JSONWriter) {
    json.member("ruleId", diagnostic.rule)
    if let index = ruleIndices[diagnostic.rule] { json.member("ruleIndex", index) }
    json.member("level", Self.level(diagnostic.severity))
    let help = diagnostic.help.map { "\nhelp: " + Self.message($0) } ?? ""
    // A viewer shows a related location only where the message leads to it.
    let notes = diagnostic.notes.enumerated().map { "\nsee [\(Self.linked($1.message))](\($0))" }.joined()
    Self.writeRawText("message", Self.message(diagnostic.message) + help + notes, to: &json)
    json.key("locations")
    json.array { json in
      json.object { writePlace(diagnostic.range, in: diagnostic.file, to: &$0) }
    }
    if !diagnostic.notes.isEmpty {
      json.key("relatedLocations")
      json.array { json in
        for (index, note) in diagnostic.notes.enumerated() {
          json.object { json in
            json.member("id", index)
            writePlace(note.range, in: diagnostic.file, to: &json)
            Self.writeText("message", note.message, to: &json)
          }
        }
      }
    }
    json.key("partialFingerprints")
    json.object(.line) { json in
      json.member("primaryLocationLineHash", fingerprint + ":1")
      json.member("platformTiers/v1", fingerprint)
    }
    guard let fix = diagnostic.fix, !fix.edits.isEmpty, let file = files[diagnostic.file] else { return }
    json.key("fixes")
    json.array { json in
      json.object { writeFix(fix, in: file, to: &$0) }
    }
  }

  private mutating func writePlace(_ range: SourceRange, in path: String, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      Self.writeArtifact(report.repositoryPath(path), to: &json)
      writeRegion("region", range, in: path, to: &json)
    }
  }

  private mutating func writeFix(_ fix: Fix, in file: SourceFile, to json: inout JSONWriter) {
    Self.writeText("description", fix.summary, to: &json)
    json.key("artifactChanges")
    json.array { json in
      json.object { json in
        Self.writeArtifact(report.repositoryPath(file.path), to: &json)
        json.key("replacements")
        json.array { json in
          for edit in fix.edits {
            json.object { json in
              writeRegion("deletedRegion", file.range(edit.offsets), in: file.path, to: &json)
              Self.writeRawText("insertedContent", String(decoding: edit.replacement, as: UTF8.self), to: &json)
            }
          }
        }
      }
    }
  }

  private mutating func writeRegion(_ key: String, _ range: SourceRange, in path: String, to json: inout JSONWriter) {
    let range = columns.convert(range, in: path)
    json.key(key)
    json.object(.line) { json in
      json.member("startLine", range.startLine)
      json.member("startColumn", range.startColumn)
      json.member("endLine", range.endLine)
      json.member("endColumn", range.endColumn)
    }
  }
}

extension SARIFReporter {
  /// `PlaceholderContact` for `placeholder-contact`.
  private static func name(of rule: RuleSummary) -> String {
    rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Why the rule is there: the first paragraph of its help. GitHub takes 1024 characters.
  private static func reason(of rule: RuleSummary) -> String {
    let lines = rule.help.split(separator: "\n", omittingEmptySubsequences: false)
    return String(lines.prefix { !$0.isEmpty }.joined(separator: "\n").prefix(1024))
  }

  /// A text in the brackets of a link.
  private static func linked(_ text: String) -> String {
    message(text).reduce(into: "") { result, character in
      if "[]\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func writeArtifact(_ path: String, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object(.line) { $0.member("uri", FileURI.reference(to: path)) }
  }

  private static func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
    writeRawText(key, message(text), to: &json)
  }

  private static func writeRawText(_ key: String, _ text: String, to json: inout JSONWriter) {
    json.key(key)
    json.object(.line) { $0.member("text", text) }
  }

  /// A document's text must not become a link of a viewer: `[text](destination)` is one in a message (section 3.11.6).
  private static func message(_ text: String) -> String {
    var result = ""
    for character in VisibleText.of(text) {
      if character == "(", result.last == "]" { result.append(" ") }
      result.append(character)
    }
    return result
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
