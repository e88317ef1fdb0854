import Diagnostics

/// What the files of a registry ask of one another.
struct RegistryChecks {
  /// Nil when its file is at fault; then nothing can be said of places.
  let policy: Policy?
  /// Nil when their file is at fault.
  let people: [String: Person]?

  func run(_ platforms: [PlatformSource]) {
    for source in platforms {
      guard let read = source.read else { continue }
      checkPlaces(read, source.faults)
      checkPeople(read, source.faults)
    }
    reportSecondFiles(platforms)
  }

  /// Without the files whose id another one has taken.
  func firstOfEach(_ platforms: [PlatformSource]) -> [PlatformSource] {
    var ids: Set<String> = []
    return platforms.filter { ids.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  private func checkPlaces(_ read: ReadPlatform, _ faults: FaultLog) {
    guard let places = policy?.places.map({ $0.id }) else { return }
    for move in read.moves where !places.contains(move.to.value) {
      let near = NearestName.closest(to: move.to.value, in: places)
      faults.report(
        .unknownPlace,
        "'\(move.to.value)' is neither a tier nor a list of the policy; "
          + (near.map { "did you mean '\($0)'?" } ?? "write one of them"),
        at: move.to.range, help: near == nil ? "they are \(places.quotedList)" : nil)
    }
  }

  private func checkPeople(_ read: ReadPlatform, _ faults: FaultLog) {
    guard let people else { return }
    for contact in read.contacts + read.moves.flatMap({ $0.contacts }) where people[contact.value.person] == nil {
      let near = NearestName.closest(to: contact.value.person, in: people.keys.sorted())
      faults.report(
        .unknownPerson,
        "'\(contact.value.person)' is not in the list of people; "
          + (near.map { "did you mean '\($0)'?" } ?? "add the person there"),
        at: contact.range)
    }
  }

  private func reportSecondFiles(_ platforms: [PlatformSource]) {
    var ids: [String: String] = [:]
    var names: [[String]: String] = [:]
    var targets: [Target: String] = [:]
    for source in platforms {
      if let other = ids.updateFirst(source.id, source.path) {
        report(source, "'\(source.id)' is also the id of '\(other)'", at: .fileStart)
        continue
      }
      guard let read = source.read else { continue }
      if let identity = identity(of: read.platform), let other = names.updateFirst(identity, source.path) {
        report(source, "'\(read.name.value)' is also the name of '\(other)'", at: read.name.range)
      } else if let target = read.target.value.identity, let other = targets.updateFirst(target, source.path) {
        report(source, "this is also the target of '\(other)'", at: read.target.range)
      }
    }
  }

  private func report(_ source: PlatformSource, _ message: String, at range: SourceRange) {
    source.faults.report(.duplicatePlatformFile, message + "; keep one file for a platform", at: range)
  }

  /// What the policy tells platforms apart by; nil where it lets one be listed any number of times.
  private func identity(of platform: Platform) -> [String]? {
    let roles = policy?.identity ?? [.platform]
    guard !roles.isEmpty else { return nil }
    return roles.map { role in
      switch role {
      case .platform: folded(platform.name)
      case .notes: folded(platform.notes)
      case .contacts: platform.contacts.map { $0.person }.joined(separator: " ")
      case .minimumVersion, .until, .other: columns(of: platform, role)
      }
    }
  }

  /// What the columns of this role say in the place where the platform stands.
  private func columns(of platform: Platform, _ role: ColumnRole) -> String {
    guard let move = platform.moves.last, let section = policy?.place(move.to)?.listing else { return "" }
    let texts = platform.columns(after: move)
    return section.columns.filter { $0.role == role }.map { folded(texts[$0.title] ?? "") }.joined(separator: ", ")
  }

  private func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }
}

extension Dictionary {
  /// Keeps what is there for a key, and gives it back; nil when the value is the first.
  fileprivate mutating func updateFirst(_ key: Key, _ value: Value) -> Value? {
    if let first = self[key] { return first }
    self[key] = value
    return nil
  }
}
