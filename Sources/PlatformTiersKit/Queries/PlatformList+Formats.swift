package import Diagnostics
import Policy
import Rendering

extension PlatformList {
  /// The platforms of a tier below its name.
  ///
  /// - Parameter isWide: whether ids, systems and processors are shown.
  package func text(_ layout: Layout, isWide: Bool = false) -> String {
    guard !rows.isEmpty else { return "" }
    let hasComing = rows.contains { !$0.coming.isEmpty }
    let counts = Dictionary(grouping: rows, by: { $0.place.id }).mapValues { $0.count }
    var lines: [[StyledText]] = []
    if isWide || hasComing || !titles.isEmpty {
      let titles = (isWide ? ["id", "os", "arch"] : []) + ["contacts"] + titles + (hasComing ? ["coming"] : [])
      lines.append([""] + titles.map { StyledText($0, .quiet) })
    }
    var place: String?
    for row in rows {
      if row.place.id != place { lines.append(["\(row.place.name, .strong) (\(counts[row.place.id] ?? 0))"]) }
      place = row.place.id
      lines.append(cells(of: row, isWide: isWide) + (hasComing ? [StyledText(comingWords(of: row))] : []))
    }
    let total = "\(rows.count) platform\(rows.count == 1 ? "" : "s")"
    let hint = isWide ? "" : "; `--wide` adds id, system and processor"
    return layout.table(lines) + layout.paragraph("\(total + hint, .quiet)")
  }

  private func cells(of row: Row, isWide: Bool) -> [StyledText] {
    let target = row.platform.target
    let contacts = row.contacts.map { person in person.handle.value.map { "@\($0)" } ?? person.name }
    let architectures = target.architectures.value?.joined(separator: ", ") ?? "unknown"
    return ["  \(row.platform.name)"]
      + (isWide ? [row.platform.id, target.os.words, architectures] : []).map { StyledText($0) }
      + ([contacts.joined(separator: ", ")] + texts(of: row)).map { StyledText($0) }
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
