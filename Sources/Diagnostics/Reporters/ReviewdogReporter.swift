/// reviewdog's Diagnostic Format (`rdjson`): one object with all findings, each with the edits that mend it as suggestions.
///
/// Lines and columns count from 1, columns in UTF-8 bytes, and a range ends behind its last byte: as ours do.
enum ReviewdogReporter {
  static func render(_ report: Report) -> [UInt8] {
    let files = report.filesByPath
    var json = JSONWriter()
    json.object { json in
      json.key("source")
      json.object(.line) { $0.member("name", "platform-tiers") }
      json.key("diagnostics")
      json.array { json in
        for diagnostic in report.diagnostics {
          json.object { write(diagnostic, in: files[diagnostic.file], to: &$0) }
        }
      }
    }
    return json.finished()
  }

  private static func write(_ diagnostic: Diagnostic, in file: SourceFile?, to json: inout JSONWriter) {
    let lines = [diagnostic.message] + (diagnostic.help.map { ["help: " + $0] } ?? [])
    json.member("message", lines.map { VisibleText.of($0) }.joined(separator: "\n"))
    json.member("severity", severity(diagnostic.severity))
    json.key("code")
    json.object(.line) { json in
      json.member("value", diagnostic.rule)
      if let url = diagnostic.url { json.member("url", url) }
    }
    json.key("location")
    write(diagnostic.range, in: diagnostic.file, to: &json)
    if !diagnostic.notes.isEmpty {
      json.key("relatedLocations")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", VisibleText.of(note.message))
            json.key("location")
            write(note.range, in: diagnostic.file, to: &json)
          }
        }
      }
    }
    guard let file, let fix = diagnostic.fix, !fix.edits.isEmpty else { return }
    json.key("suggestions")
    json.array { json in
      for edit in fix.edits {
        json.object { json in
          json.key("range")
          write(file.range(edit.offsets), to: &json)
          json.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }

  private static func write(_ range: SourceRange, in path: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", path)
      json.key("range")
      write(range, to: &json)
    }
  }

  private static func write(_ range: SourceRange, to json: inout JSONWriter) {
    json.object(.line) { json in
      for (name, position) in [("start", range.start), ("end", range.end)] {
        json.key(name)
        json.object(.line) { json in
          json.member("line", position.line)
          json.member("column", position.column)
        }
      }
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}
