import Diagnostics

/// A move, and the places of what is held against other moves and files.
struct ReadMove {
  var date: Located<CalendarDate>
  var to: Located<String>
  var contacts: [Located<Contact>]
  var move: Move
}

extension ReadMove {
  init(_ move: Move) {
    date = Located(unplaced: move.date)
    to = Located(unplaced: move.to)
    contacts = (move.contacts ?? []).map { Located(unplaced: $0) }
    self.move = move
  }
}

extension YAMLForm where Value == [ReadMove] {
  /// At least one: every platform stands somewhere.
  static var moves: Self {
    let list = Self.list(of: .move)
    return Self(schema: list.schema(), write: list.write) { node, faults in
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

extension YAMLForm where Value == ReadMove {
  fileprivate static var move: Self {
    mapping("move") { keys in
      let date = keys.required("date", .located(.date)) { $0.date }
      let to = keys.required("to", .located(.name), about: "The id of a tier or of an unsupported list.") { $0.to }
      let release = keys.optional("release", .version, about: "The first release that it applies to.") {
        $0.move.release
      }
      let evidence = Evidence(keys)
      let notes = keys.optional(
        "notes", .text, about: "What the tables said until the next move, if not what they say now."
      ) { $0.move.notes }
      let columns = keys.optional(
        "columns", .columns, default: [:], about: "The same for further columns, by their titles."
      ) { $0.move.columns }
      // An empty list says that there was nobody; without the key the contacts are those of now.
      let contacts = keys.optional(
        "contacts", .contacts, about: "The contacts until the next move, if not those of now."
      ) { read in read.move.contacts.map { _ in read.contacts } }
      guard let date, let to else { return nil }
      return ReadMove(
        date: date, to: to, contacts: contacts ?? [],
        move: Move(
          date: date.value, to: to.value, release: release, pullRequests: evidence.pullRequests,
          issues: evidence.issues, mailingList: evidence.mailingList, council: evidence.council,
          announcement: evidence.announcement, remark: evidence.remark, notes: notes,
          columns: columns, contacts: contacts?.map { $0.value }))
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

  init(_ keys: YAMLKeys<ReadMove>) {
    pullRequests = keys.optional(
      "pull-request", .oneOrMore(of: .issue), default: [], about: "Numbers in the policy's repository, or addresses."
    ) { $0.move.pullRequests }
    issues = keys.optional(
      "issue", .oneOrMore(of: .issue), default: [], about: "Numbers in the policy's repository, or addresses."
    ) { $0.move.issues }
    mailingList = keys.optional(
      "mailing-list", .oneOrMore(of: .url), default: [], about: "Messages or threads that decided it."
    ) { $0.move.mailingList }
    council = keys.optional("council", .url, about: "Where the council decided it.") { $0.move.council }
    announcement = keys.optional("announcement", .url, about: "Where the community was told.") { $0.move.announcement }
    remark = keys.optional("remark", .name) { $0.move.remark }
  }
}
