import Diagnostics
import Policy
import Rendering

extension PlatformList {
  package var text: String {
    guard !rows.isEmpty else { return "" }
    var table = TextTable()
    let hasComing = rows.contains { !$0.coming.isEmpty }
    table.add(["place", "platform", "id", "os", "arch", "contacts"] + titles + (hasComing ? ["coming"] : []))
    for row in rows {
      let target = row.platform.target
      let facts = [
        row.place.name, row.platform.name, row.platform.id, target.os.words,
        target.architectures.value?.joined(separator: ", ") ?? "unknown",
        row.contacts.map { $0.name }.joined(separator: ", "),
      ]
      table.add(facts + texts(of: row) + (hasComing ? [comingWords(of: row)] : []))
    }
    return table.lines()
  }

  /// One record a platform; what is unknown is empty, and several values stand with `; ` between them.
  package var csv: String {
    let header = [
      "id", "name", "place", "place-name", "since", "release", "os", "architectures", "libc", "abi", "interpreter",
      "contacts", "handles", "coming",
    ]
    return CSVText.record(header + titles.map { VisibleText.of($0) })
      + rows.map { row in
        let target = row.platform.target
        let cells = [
          row.platform.id, row.platform.name, row.place.id, row.place.name, row.move.date.description,
          row.move.release?.description ?? "", target.os.value ?? "",
          (target.architectures.value ?? []).joined(separator: "; "), target.libc ?? "", target.abi ?? "",
          target.interpreter.value ?? "", row.contacts.map { $0.name }.joined(separator: "; "),
          row.contacts.compactMap { $0.handle.value }.joined(separator: "; "), comingWords(of: row),
        ]
        return CSVText.record((cells + texts(of: row)).map { VisibleText.of($0) })
      }.joined()
  }

  /// The further columns' plain texts, in the order of the titles.
  private func texts(of row: Row) -> [String] {
    titles.map { CellContent(markdown: row.columns[$0] ?? "").text }
  }

  /// An array with one object a platform; what is unknown is `null`.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for row in rows {
        json.object { json in
          json.member("id", row.platform.id)
          json.member("name", row.platform.name)
          json.place(row.place, since: row.move)
          json.target(row.platform.target)
          json.columns(row.columns)
          json.key("contacts")
          json.array { json in
            for person in row.contacts { json.person(person) }
          }
          json.key("coming")
          json.array { json in
            for move in row.coming {
              json.object(.line) { json in
                json.member("date", move.date.description)
                json.member("to", move.to)
                json.member("release", move.release?.description)
              }
            }
          }
        }
      }
    }
    return json.finished()
  }
}

extension PlatformList {
  private func comingWords(of row: Row) -> String {
    row.coming.map { $0.comingWords(in: policy) }.joined(separator: "; ")
  }
}

extension Known<String> {
  /// What a person reads.
  var words: String { value ?? "unknown" }
}
