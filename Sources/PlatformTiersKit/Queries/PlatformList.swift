import Diagnostics
package import Policy

/// What `list` is to show.
package struct PlatformListRequest: Sendable {
  package var moment: RegistryMoment
  /// Tiers and unsupported lists, by id or name; all where empty.
  package var tiers: [String] = []
  /// People, by id, name or handle.
  package var contacts: [String] = []
  /// As the registry's targets have them, whatever the case.
  package var systems: [String] = []
  package var architectures: [String] = []

  package init(at moment: RegistryMoment) {
    self.moment = moment
  }
}

/// The platforms of a registry that were asked for, by tier and then by name.
package struct PlatformList: Sendable {
  struct Row: Sendable {
    var platform: Platform
    var place: Place
    var move: Move
    var contacts: [Person]
    /// What further columns say, by their titles.
    var columns: [String: String]
    /// The moves that are decided for later.
    var coming: [Move]
  }

  let rows: [Row]
  /// The titles of the further columns that any of the rows has a text for.
  let titles: [String]
  let policy: Policy
  /// What was asked for and fits no platform, in words.
  package let remarks: [String]

  /// - Throws: when a tier or a person is asked for that the registry does not have.
  package init(_ registry: Registry, _ request: PlatformListRequest) throws(RunFailure) {
    var places: Set<String> = []
    for name in request.tiers { places.insert(try registry.place(named: name).id) }
    var people: Set<String> = []
    for name in request.contacts { people.insert(try registry.person(named: name).id) }
    let systems = Set(request.systems.map { $0.lowercased() })
    let architectures = Set(request.architectures.map { $0.lowercased() })

    let order = Dictionary(keepingFirst: zip(registry.policy.places.map { $0.id }, 0...))
    rows = registry.platforms.compactMap { Row($0, registry, at: request.moment) }
      .filter { places.isEmpty || places.contains($0.place.id) }
      .filter { row in people.isEmpty || row.contacts.contains { people.contains($0.id) } }
      .filter { $0.platform.target.matches(systems: systems, architectures: architectures) }
      .sorted { left, right in
        let (first, second) = (order[left.place.id] ?? .max, order[right.place.id] ?? .max)
        return first != second ? first < second : left.platform.comesBefore(right.platform)
      }
    titles = registry.furtherTitles(of: rows.map { $0.columns })
    policy = registry.policy
    remarks =
      Self.remarks(registry, systems: systems, architectures: architectures)
      + (request.moment.isAsked ? [] : Self.arrivals(registry, at: request.moment))
  }

  /// The platforms that stand nowhere yet, and so in no row.
  private static func arrivals(_ registry: Registry, at moment: RegistryMoment) -> [String] {
    registry.platforms.filter { moment.move(of: $0) == nil }.compactMap { platform in
      moment.coming(of: platform).first.map { move in
        "'\(platform.name)' stands nowhere yet; it comes to \(move.comingWords(in: registry.policy))"
      }
    }
  }

  private static func remarks(_ registry: Registry, systems: Set<String>, architectures: Set<String>) -> [String] {
    let targets = registry.platforms.map { $0.target }
    let knownSystems = Set(targets.compactMap { $0.os.value })
    let knownArchitectures = Set(targets.flatMap { $0.architectures.value ?? [] })
    return unknown("operating system", in: systems, known: knownSystems)
      + unknown("architecture", in: architectures, known: knownArchitectures)
  }

  /// The words of targets are open, so that one which none has is no error.
  private static func unknown(_ kind: String, in asked: Set<String>, known: Set<String>) -> [String] {
    let lowercase = Set(known.map { $0.lowercased() })
    return asked.subtracting(lowercase).sorted().map { word in
      "no platform has the \(kind) '\(word)'; there is \(known.sorted().joined(separator: ", "))"
    }
  }
}

extension PlatformList.Row {
  /// Nil when the platform stands nowhere yet.
  fileprivate init?(_ platform: Platform, _ registry: Registry, at moment: RegistryMoment) {
    guard let move = moment.move(of: platform), let place = registry.policy.place(move.to) else { return nil }
    self.init(
      platform: platform, place: place, move: move,
      contacts: platform.contacts(after: move).compactMap { registry.people[$0.person] },
      columns: platform.columns(after: move), coming: moment.coming(of: platform))
  }
}

extension Platform {
  /// By name, whatever its case, and then by id.
  func comesBefore(_ other: Platform) -> Bool {
    let (left, right) = (name.lowercased(), other.name.lowercased())
    return left != right ? left < right : id < other.id
  }
}

extension Target {
  fileprivate func matches(systems: Set<String>, architectures wanted: Set<String>) -> Bool {
    let hasSystem = systems.isEmpty || (os.value.map { systems.contains($0.lowercased()) } ?? false)
    let own = Set((architectures.value ?? []).map { $0.lowercased() })
    return hasSystem && (wanted.isEmpty || !own.isDisjoint(with: wanted))
  }
}
