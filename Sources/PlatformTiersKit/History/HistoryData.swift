import Checks
import Diagnostics
import Policy

/// The history of a document's platforms for programs.
package struct HistoryData {
  private let document: DocumentHistory

  package init(_ document: DocumentHistory) {
    self.document = document
  }

  /// `{"document", "steps", "platforms"}`: for each commit that moved something its date and moves, and for each platform
  /// its dated places.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("document", document.path)
      json.key("steps")
      json.array { json in
        for step in document.steps { json.object { write(step, to: &$0) } }
      }
      json.key("platforms")
      json.array { json in
        for track in document.history.tracks { json.object { write(track, to: &$0) } }
      }
    }
    return json.finished()
  }

  private func write(_ step: PlatformHistory.Step, to json: inout JSONWriter) {
    json.member("date", step.date.description)
    json.member("commit", step.name)
    json.member("subject", document.revisions[step.name]?.subject)
    json.key("pullRequest")
    if let number = pullRequest(of: step.name) { json.value(number) } else { json.value(nil) }
    json.key("read")
    json.value(!document.unread.contains(step.name))
    json.key("moves")
    json.moves(step.moves)
  }

  private func write(_ track: PlatformHistory.Track, to json: inout JSONWriter) {
    json.member("platform", track.platform)
    json.key("moves")
    json.array { json in
      for place in track.places {
        json.object(.line) { json in
          json.member("date", place.date.description)
          json.member("to", place.place)
          json.member("commit", place.revision)
          json.key("pullRequest")
          if let number = pullRequest(of: place.revision) { json.value(number) } else { json.value(nil) }
        }
      }
    }
  }

  private func pullRequest(of commit: String) -> Int? { document.revisions[commit]?.pullRequest }

  /// The `moves` of a registry's files: a mapping from each platform's name to the list that its file has.
  package var yaml: String {
    var text =
      "# Where git says that each platform of '\(VisibleText.of(document.path))' has stood, for 'moves' in the\n"
    text += "# registry's files. A decision's links are not in git: add 'mailing-list', 'council' and 'release'.\n"
    for track in document.history.tracks {
      text += "\n\(Self.scalar(track.platform)):\n  moves:\n"
      for place in track.places {
        guard let id = place.place else {
          text += "    # \(place.date): listed no more, by \(place.revision.prefix(10))\n"
          continue
        }
        let request = pullRequest(of: place.revision).map { ", pull-request: \($0)" } ?? ""
        text += "    - {date: \(place.date), to: \(Self.scalar(id))\(request)}\n"
      }
    }
    return text
  }

  /// A double-quoted scalar of YAML, which may hold anything that a JSON string may.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    if isPlain, text.utf8.first.map({ $0 > UInt8(ascii: "9") }) == true { return text }
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
