import Checks
import Diagnostics
import Evidence
import Policy

extension ReleaseHistory {
  /// Releases by platforms, newest first, with numbers for the platforms' names.
  package var text: String {
    let columns = shownColumns
    var names = TextTable()
    for (number, column) in columns.enumerated() { names.add(["\(number + 1)", platforms[column].name]) }
    var table = TextTable()
    table.add(["release"] + columns.indices.map { "\($0 + 1)" })
    for row in rows {
      table.add([Self.title(row)] + columns.map { row.cells[$0].words })
    }
    return names.lines() + "\n" + table.lines() + "\n" + Self.legend + "\n"
  }

  package var markdown: String {
    let columns = shownColumns
    let names = columns.map { GitHubText.escaped(platforms[$0].name) }
    return GitHubText.row(["release"] + names) + GitHubText.rule(columns.count + 1)
      + rows.map { row in
        GitHubText.row([GitHubText.escaped(Self.title(row))] + columns.map { row.cells[$0].words })
      }.joined() + "\n```text\n" + Self.legend + "\n```\n"
  }

  /// An array with one object a release, newest first.
  package var json: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.finished()
  }

  /// The array as a value.
  func write(to json: inout JSONWriter) {
    json.array { json in
      for row in rows {
        json.object { json in
          json.member("release", row.release.version.description)
          json.member("date", row.release.date?.description)
          json.key("yanked")
          json.value(row.release.isYanked)
          json.key("platforms")
          json.array { json in
            for (platform, cell) in zip(platforms, row.cells) {
              json.object(.line) { json in
                json.member("id", platform.id)
                json.member("state", cell.state.rawValue)
                json.member("files", cell.files)
                json.member("served", cell.served)
                json.member("expected", cell.expected)
              }
            }
          }
        }
      }
    }
  }

  private static func title(_ row: Row) -> String {
    row.release.version.description + (row.release.isYanked ? " (yanked)" : "")
  }

  private static let legend = """
    6/6        wheels for so many of the release's Pythons; 'gap': with a hole
    (7)        so many wheels, and none promised
    missing    no wheels, against the tier of that release
    forbidden  wheels, against the tier of that release
    """
}

extension ReleaseHistory.Cell {
  /// `6/6 gap`: a few letters, which `legend` explains.
  var words: String {
    switch state {
    case .none: "-"
    case .unpromised: "(\(files))"
    case .complete: "\(served)/\(expected)"
    case .gap: "\(served)/\(expected) gap"
    case .missing: "missing"
    case .forbidden: "\(files) forbidden"
    }
  }
}
