import Checks
import Documents
import Policy

/// Moves in words. What they quote of documents is unescaped.
struct MoveWording: Sendable {
  let policy: Policy

  /// What a place is called: its name, or its id where the policy does not have it any more.
  func place(_ id: String?) -> String? { id.map { policy.place($0)?.name ?? $0 } }

  /// A sentence that begins with the platform or tier, without its full stop.
  func sentence(_ move: ReviewedMove) -> String {
    let name = move.subject
    let from = place(move.from)
    let to = place(move.to)
    let text =
      switch move.kind {
      case .added: "\(name) is new" + within(to)
      case .promoted: "\(name) is promoted" + way(from, to)
      case .demoted: "\(name) is demoted" + way(from, to)
      case .removed: "\(name) is gone" + (from.map { " from \($0)" } ?? "") + ", and listed nowhere else"
      case .renamed: "'\(move.details.formerName ?? "")' is called '\(name)' now"
      case .wheelsGained: "\(name) gets released wheels"
      case .wheelsDropped: "\(name) gets no more released wheels"
      case .tierAdded: "\(name) is a new tier"
      case .tierRemoved: "\(name) is no tier any more"
      case .contactsChanged, .noteChanged, .columnChanged, .ciChanged, .regrouped: name + ": " + change(move)
      case .waived: "waived from now on: \(name), " + change(move)
      case .dutyAdded: "\(name) asks for more: " + change(move)
      case .dutyRemoved: "\(name) asks for less: " + change(move)
      }
    return text + guess(move)
  }

  /// What is different, for a move that is about something else than the place; empty for the others.
  func change(_ move: ReviewedMove) -> String {
    let details = move.details
    switch move.kind {
    case .contactsChanged:
      let added = details.contactsAdded.isEmpty ? [] : ["new contact " + details.contactsAdded.joined(separator: ", ")]
      let removed =
        details.contactsRemoved.isEmpty
        ? [] : ["no longer a contact " + details.contactsRemoved.joined(separator: ", ")]
      return (added + removed).joined(separator: "; ")
    case .noteChanged:
      return switch (details.oldNote ?? "", details.newNote ?? "") {
      case ("", let new): "now has the note '\(new)'"
      case (let old, ""): "no longer has the note '\(old)'"
      case (let old, let new): "the note was '\(old)' and is '\(new)'"
      }
    case .columnChanged: return details.column.map(Self.words) ?? ""
    case .ciChanged, .regrouped, .dutyAdded, .dutyRemoved, .waived: return details.changes.joined(separator: "; ")
    default: return ""
    }
  }

  private static func words(_ change: ReviewedMove.ColumnChange) -> String {
    let title = "'\(change.title)'"
    return switch (change.old, change.new, change.direction) {
    case (let old, let new, .raised): "\(title) is raised from '\(old)' to '\(new)'"
    case (let old, let new, .lowered): "\(title) is lowered from '\(old)' to '\(new)'"
    case ("", let new, nil): "\(title) is '\(new)' now"
    case (let old, "", nil): "\(title) is no longer '\(old)'"
    case (let old, let new, nil): "\(title) was '\(old)' and is '\(new)'"
    }
  }

  private func within(_ place: String?) -> String { place.map { " in \($0)" } ?? "" }

  private func way(_ from: String?, _ to: String?) -> String {
    (from.map { " from \($0)" } ?? "") + (to.map { " to \($0)" } ?? "")
  }

  /// A platform that is taken for another one is said to be.
  private func guess(_ move: ReviewedMove) -> String {
    guard case .likeness(let percent, let hasSameRest) = move.match else { return "" }
    let rest = hasSameRest ? ", and the rest of the row is the same" : ""
    let former = move.details.formerName.map { " as '\($0)'" } ?? ""
    return " (taken for the same platform\(former): the names are \(percent) % alike\(rest))"
  }
}
