import Diagnostics
import Documents
import Policy

/// What became of one listing, of a document or of the registry, from the base to the head.
struct ListingChange: Sendable {
  var base: Listing?
  var head: Listing?
  /// Why the two are one platform's; nil where only one of them is there.
  var reason: Matching.Reason?
  /// Where the head lists the platform besides: its old place.
  var lingering: [Listing] = []

  var name: String { head?.name ?? base?.name ?? "" }
  var from: Place? { base?.place }
  var to: Place? { head?.place }
  var changesPlace: Bool { from?.id != to?.id }

  /// Whether something sets it apart from other rows of its tier that did not before.
  var changesDivision: Bool {
    guard let base, let division = head?.division, !changesPlace else { return false }
    return base.division?.folded != division.folded
  }

  /// The people whom the head names and the base did not, as the head writes them.
  var newContacts: [String] { Self.names(in: head, notIn: base) }
  var lostContacts: [String] { Self.names(in: base, notIn: head) }

  private static func names(in listing: Listing?, notIn other: Listing?) -> [String] {
    let known = Set((other?.people ?? []).map { $0.key })
    return (listing?.people ?? []).filter { !known.contains($0.key) }.map { $0.name }
  }
}

extension ListingChange {
  /// The moves that it is made of, without what the other source says.
  ///
  /// A platform that changes its place gets another note with it: that is a detail of the move and no move of its own.
  func moves(policy: Policy) -> [ReviewedMove] {
    var kinds: [ReviewedMove.Kind] = []
    if let kind = placeKind(policy: policy) { kinds.append(kind) }
    if base != nil, head != nil, base?.name.folded != head?.name.folded { kinds.append(.renamed) }
    if changesPlace {
      switch (from?.releasesWheels ?? false, to?.releasesWheels ?? false) {
      case (false, true): kinds.append(.wheelsGained)
      case (true, false): kinds.append(.wheelsDropped)
      default: break
      }
    }
    if let base, let head {
      if !changesPlace || base.contacts != nil && head.contacts != nil, !newContacts.isEmpty || !lostContacts.isEmpty {
        kinds.append(.contactsChanged)
      }
      if !changesPlace, base.note.folded != head.note.folded { kinds.append(.noteChanged) }
    }
    var moves = kinds.map { move($0) }
    if changesDivision {
      var move = move(.regrouped)
      move.details.changes = ["is listed below \((head?.division ?? "").quoted)"]
      moves.append(move)
    }
    for change in columnChanges {
      var move = move(.columnChanged)
      move.details.column = change
      moves.append(move)
    }
    let jobs = changedJobs
    if !jobs.isEmpty {
      var move = move(.ciChanged)
      move.details.changes = jobs
      moves.append(move)
    }
    return moves
  }

  /// Nil where the place stays the same.
  func placeKind(policy: Policy) -> ReviewedMove.Kind? {
    switch (from, to) {
    case (nil, nil): nil
    case (nil, _): .added
    case (_, nil): .removed
    case (let from?, let to?): from.id == to.id ? nil : from.rises(to: to, in: policy) ? .promoted : .demoted
    }
  }

  private func move(_ kind: ReviewedMove.Kind) -> ReviewedMove {
    var move = ReviewedMove(kind, name, from: from?.id, to: to?.id, match: reason)
    if (head ?? base)?.platform == nil {
      move.base = base?.location
      move.head = head?.location
    } else {
      move.registryBase = base?.location
      move.registryHead = head?.location
    }
    if let base, let head, base.name != head.name { move.details.formerName = base.name }
    move.details.contactsAdded = newContacts
    move.details.contactsRemoved = lostContacts
    if (base?.note ?? "").folded != (head?.note ?? "").folded {
      move.details.oldNote = base?.note
      move.details.newNote = head?.note
    }
    return move
  }

  /// The columns that both listings have and that say something else. With another place come other columns and other
  /// things to say: then only what both say counts.
  var columnChanges: [ReviewedMove.ColumnChange] {
    guard let base, let head else { return [] }
    return head.columns.compactMap { column -> ReviewedMove.ColumnChange? in
      guard column.role.isFurther, let old = base.text(titled: column.title) else { return nil }
      let new = column.cell.text
      guard old.folded != new.folded, !changesPlace || !old.isEmpty && !new.isEmpty else { return nil }
      let isFloor = column.role == .minimumVersion || column.role == .until
      return ReviewedMove.ColumnChange(
        title: column.title, old: old, new: new, direction: isFloor ? VersionFloor.direction(from: old, to: new) : nil)
    }
  }

  /// The CI jobs and wheel builds that the registry records anew, no more, or otherwise than before.
  private var changedJobs: [String] {
    guard let old = base?.platform, let new = head?.platform else { return [] }
    return Self.changes(from: old.ci, to: new.ci, "CI job")
      + Self.changes(from: old.wheels.jobs, to: new.wheels.jobs, "wheel build")
  }

  private static func changes(from old: [CIJob], to new: [CIJob], _ noun: String) -> [String] {
    let lost = old.filter { !new.contains($0) }
    let gained = new.filter { !old.contains($0) }
    let titles = Set(lost.map { $0.title }).intersection(gained.map { $0.title })
    var changes = lost.filter { !titles.contains($0.title) }.map { "\(noun) \($0.title) removed" }
    changes += gained.map { "\(noun) \($0.title) \(titles.contains($0.title) ? "changed" : "added")" }
    return changes
  }
}

extension Place {
  var releasesWheels: Bool { tier?.duties.wheels.kind == .released }

  /// Whether going from here to another place is a promotion.
  func rises(to other: Place, in policy: Policy) -> Bool {
    switch (self, other) {
    case (.tier, .unsupported): false
    case (.unsupported, .tier): true
    case (.tier, .tier): policy.rank(other) < policy.rank(self)
    case (.unsupported, .unsupported(let list)): list.kind == .knownInterest
    }
  }
}

extension Policy {
  /// 0 for the highest tier; what the policy does not have ranks last.
  func rank(_ place: Place) -> Int { places.firstIndex { $0.id == place.id } ?? places.count }
}
