package import Diagnostics
package import Policy

/// What a rule about a registry looks at: one platform, where it stands on the day, and where its file says so.
package struct PlatformContext: Sendable {
  package let platform: Platform
  package let registry: Registry
  package let today: CalendarDate
  package let places: ValuePlaces
  /// The tier that it is in on the day; nil for an unsupported platform, which has no duties.
  package let tier: Tier?
  /// The move by which it is there; nil before the first one.
  let move: Move?

  package init(_ platform: Platform, in registry: Registry, places: ValuePlaces, today: CalendarDate) {
    self.init(platform, in: registry, places: places, today: today, since: platform.move(at: today))
  }

  /// - Parameter move: the move by which it stands where it does.
  init(_ platform: Platform, in registry: Registry, places: ValuePlaces, today: CalendarDate, since move: Move?) {
    self.platform = platform
    self.registry = registry
    self.today = today
    self.places = places
    self.move = move
    tier = move.flatMap { registry.policy.place($0.to) }?.tier
  }
}

extension PlatformContext {
  /// The tier, where its wheels are released.
  var wheelTier: Tier? { tier.flatMap { $0.duties.wheels.kind == .released ? $0 : nil } }

  /// Where the platform came to where it stands.
  var moveNote: [Diagnostic.Note] {
    guard let move, let index = platform.moves.lastIndex(of: move) else { return [] }
    let name = registry.policy.place(move.to)?.name ?? move.to
    return [
      Diagnostic.Note("in \(name.quoted) since \(move.date)", at: places["moves", .element(index), "to"])
    ]
  }
}
