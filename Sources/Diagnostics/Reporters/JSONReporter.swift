/// An array with one object a finding.
///
/// | key | value |
/// |---|---|
/// | `rule` | the rule's id |
/// | `severity` | `error`, `warning` or `info` |
/// | `file` | the path as it was given |
/// | `line`, `column` | where it starts; lines and UTF-8 byte columns count from 1 |
/// | `endLine`, `endColumn` | the first place behind it |
/// | `message` | what is wrong |
/// | `help` | what to do, or `null` |
/// | `notes` | further places: `message`, `line`, `column`, `endLine`, `endColumn` |
/// | `fix` | `null`, or `safety` (`safe`, `unsafe`), `summary`, and `edits`: each a place and the `text` to put there |
/// | `url` | where the policy says so, or `null` |
///
/// Texts are the document's own, escaped as JSON asks and no further: who shows them to a person sanitises them.
enum JSONReporter {
  static func render(_ report: Report) -> [UInt8] {
    var json = JSONWriter()
    write(report, to: &json)
    return json.finished()
  }

  /// Writes the array as a value, its findings in the report's order.
  static func write(_ report: Report, to json: inout JSONWriter) {
    let files = report.filesByPath
    json.array { json in
      for diagnostic in report.diagnostics {
        json.object { write(diagnostic, in: files[diagnostic.file], to: &$0) }
      }
    }
  }

  private static func write(_ diagnostic: Diagnostic, in file: SourceFile?, to json: inout JSONWriter) {
    json.member("rule", diagnostic.rule)
    json.member("severity", diagnostic.severity.rawValue)
    json.member("file", diagnostic.file)
    write(diagnostic.range, to: &json)
    json.member("message", diagnostic.message)
    json.member("help", diagnostic.help)
    json.key("notes")
    json.array { json in
      for note in diagnostic.notes {
        json.object(.line) { json in
          json.member("message", note.message)
          write(note.range, to: &json)
        }
      }
    }
    json.key("fix")
    if let fix = diagnostic.fix, let file {
      json.object { write(fix, in: file, to: &$0) }
    } else {
      json.value(nil)
    }
    json.member("url", diagnostic.url)
  }

  private static func write(_ fix: Fix, in file: SourceFile, to json: inout JSONWriter) {
    json.member("safety", fix.safety.rawValue)
    json.member("summary", fix.summary)
    json.key("edits")
    json.array { json in
      for edit in fix.edits {
        json.object(.line) { json in
          write(file.range(edit.offsets), to: &json)
          json.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }

  private static func write(_ range: SourceRange, to json: inout JSONWriter) {
    json.member("line", range.start.line)
    json.member("column", range.start.column)
    json.member("endLine", range.end.line)
    json.member("endColumn", range.end.column)
  }
}
