import Checks
import Documents
package import Policy

/// What falls due in a registry, soonest first, what is late included.
package struct DueList: Sendable {
  package let items: [DueItem]
  package let today: CalendarDate
  /// Tells the items of one project from another's: the policy's id.
  let project: String

  /// - Parameter days: leaves out what falls due later than so many days from today; nil: nothing.
  package init(_ registry: Registry, today: CalendarDate, within days: Int? = nil) {
    self.today = today
    project = registry.policy.id
    items = registry.platforms
      .flatMap { PlatformDues($0, registry, today: today).items }
      .filter { item in days.map { today.days(until: item.effectiveDay(today)) <= $0 } ?? true }
      .sorted { left, right in
        let (first, second) = (left.effectiveDay(today), right.effectiveDay(today))
        return first != second ? first < second : left.platform.comesBefore(right.platform)
      }
  }
}

/// What falls due for one platform.
private struct PlatformDues {
  let platform: Platform
  let registry: Registry
  let place: Place?
  /// The moves that are decided for later.
  private let coming: [Move]

  init(_ platform: Platform, _ registry: Registry, today: CalendarDate) {
    let moment = RegistryMoment(today: today)
    let move = moment.move(of: platform)
    coming = moment.coming(of: platform)
    self.platform = move.map { platform.recorded(after: $0, at: nil) } ?? platform
    self.registry = registry
    place = move.flatMap { registry.policy.place($0.to) }
  }

  /// Outside the tiers nothing is asked of a platform, and only a note can announce something.
  var items: [DueItem] {
    let moves = coming.map(move)
    guard let place else { return moves }
    guard place.tier != nil else { return moves + notes(in: place) }
    return moves + platform.notices.flatMap(notice) + notes(in: place) + platform.contacts.map(contact)
      + [demand].compactMap { $0 }
  }

  private func move(_ move: Move) -> DueItem {
    let place = registry.policy.place(move.to)?.name ?? move.to
    let release = move.release.map { " from \($0) on" } ?? ""
    return DueItem(
      .move, platform, subject: "\(move.date)-\(move.to)", day: move.date,
      "comes to \(place)\(release): let 'platform-tiers generate' write the tables of that day")
  }

  private func notice(_ notice: Notice) -> [DueItem] {
    let cycle = registry.policy.releaseCycle(for: notice)
    let subject = "\(notice.duty.rawValue)-\(notice.since)"
    let duty = "'\(notice.duty.rawValue)', not met since \(notice.since)"
    let line = cycle.map { "of the \($0.release) cycle" }
    let resolution = DueItem(
      .resolution, platform, subject: subject, day: cycle?.firstCandidate,
      "meet \(duty), move to a tier that does without it, or become unsupported: "
        + (line.map { "first release candidate \($0)" } ?? "the policy names no release cycle after it"))
    guard notice.announced == nil else { return [resolution] }
    let announcement = DueItem(
      .announcement, platform, subject: subject, day: cycle?.middle,
      "announce the pending removal (\(duty)): "
        + (line.map { "middle \($0)" } ?? "the policy names no release cycle after it"))
    return [announcement, resolution]
  }

  private func notes(in place: Place) -> [DueItem] {
    let text = MarkdownInline.parse(platform.notes).map { $0.text }.joined()
    var isHistory = false
    if case .unsupported(let list) = place { isHistory = list.kind == .formerlySupported }
    return NoteDeadline.deadlines(in: text, isHistory: isHistory).map { deadline in
      DueItem(
        .note, platform, subject: deadline.lastDay.description, day: deadline.lastDay,
        "the note announces something for '\(deadline.text(asIn: text))': do it, or change the note")
    }
  }

  private func contact(_ contact: Contact) -> DueItem {
    let name = registry.name(of: contact.person)
    let agreed = [contact.acknowledgement.value?.date, contact.confirmed].compactMap { $0 }.max()
    guard let agreed else {
      return DueItem(
        .acknowledgement, platform, subject: contact.person, day: nil, "ask \(name) whether they agree to be listed")
    }
    return DueItem(
      .confirmation, platform, subject: contact.person, day: agreed.adding(years: 1),
      "ask \(name) whether it still holds; last said on \(agreed)")
  }

  private var demand: DueItem? {
    guard let share = platform.demand.share.value else { return nil }
    guard let date = platform.demand.date else {
      return DueItem(
        .demand, platform, day: nil, "say when \(share.percentage) of users was measured, or measure again")
    }
    return DueItem(
      .demand, platform, day: date.adding(years: 1),
      "measure the share of users again; \(share.percentage) is of \(date)")
  }
}
