import Diagnostics

/// A move, and the places of what is held against other moves and files.
struct ReadMove {
  var date: Located<CalendarDate>
  var to: Located<String>
  var contacts: [Located<Contact>]
  var move: Move
}

extension ValueReader where Value == [ReadMove] {
  /// At least one: every platform stands somewhere.
  static var moves: Self {
    let list = Self.list(of: .move)
    return Self(schema: list.schema()) { node, faults in
      if node.hasNoElements {
        faults.report(.invalidValue, "a platform has a place, and so at least one move; add it", at: node.range)
      }
      return list.read(node, faults)
    }
  }
}

extension YAMLNode {
  fileprivate var hasNoElements: Bool {
    if case .sequence(let elements) = content { elements.isEmpty } else { isEmpty }
  }
}

extension ValueReader where Value == ReadMove {
  fileprivate static var move: Self {
    mapping("move") { keys in
      let date = keys.required("date", .located(.date))
      let to = keys.required("to", .located(.name), about: "The id of a tier or of an unsupported list.")
      let release = keys.optional("release", .version, about: "The first release that it applies to.")
      let evidence = Evidence(keys)
      let notes = keys.optional(
        "notes", .text, about: "What the tables said until the next move, if not what they say now.")
      let columns = keys.optional(
        "columns", .columns, default: [:], about: "The same for further columns, by their titles.")
      let contacts = keys.optional(
        "contacts", .contacts, about: "The contacts until the next move, if not those of now.")
      guard let date, let to else { return nil }
      return ReadMove(
        date: date, to: to, contacts: contacts ?? [],
        move: Move(
          date: date.value, to: to.value, release: release, pullRequests: evidence.pullRequests,
          issues: evidence.issues, mailingList: evidence.mailingList, council: evidence.council,
          announcement: evidence.announcement, remark: evidence.remark, notes: notes,
          columns: columns, contacts: contacts?.map(\.value)))
    }
  }
}

/// Where a move was decided.
private struct Evidence {
  var pullRequests: [IssueReference]
  var issues: [IssueReference]
  var mailingList: [String]
  var council: String?
  var announcement: String?
  var remark: String?

  init(_ keys: MappingReader) {
    pullRequests = keys.optional(
      "pull-request", .oneOrMore(of: .issue), default: [], about: "Numbers in the policy's repository, or addresses.")
    issues = keys.optional(
      "issue", .oneOrMore(of: .issue), default: [], about: "Numbers in the policy's repository, or addresses.")
    mailingList = keys.optional(
      "mailing-list", .oneOrMore(of: .url), default: [], about: "Messages or threads that decided it.")
    council = keys.optional("council", .url, about: "Where the council decided it.")
    announcement = keys.optional("announcement", .url, about: "Where the community was told.")
    remark = keys.optional("remark", .name)
  }
}
