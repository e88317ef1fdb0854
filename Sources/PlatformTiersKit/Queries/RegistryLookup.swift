import Diagnostics
package import Policy

extension Registry {
  /// The platform with this id or name, whatever its case.
  package func platform(named name: String) throws(RunFailure) -> Platform {
    if let platform = platforms.first(where: { $0.id == name }) { return platform }
    let found = platforms.filter {
      $0.id.lowercased() == name.lowercased() || $0.name.lowercased() == name.lowercased()
    }
    if found.count > 1 {
      throw .wrongUsage("'\(name)' is the name of \(found.map { "'\($0.id)'" }.joined(separator: " and ")); give an id")
    }
    if let platform = found.first { return platform }
    throw Self.unknown(
      "platform", name, among: platforms.flatMap { [$0.id, $0.name] }, listedBy: "platform-tiers list")
  }

  /// The tier or unsupported list with this id or name, whatever its case.
  package func place(named name: String) throws(RunFailure) -> Place {
    let wanted = name.lowercased()
    if let place = policy.places.first(where: { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted }) {
      return place
    }
    throw Self.unknown("tier", name, among: policy.places.flatMap { [$0.id, $0.name] })
  }

  /// The person with this id, name or handle, whatever its case.
  package func person(named name: String) throws(RunFailure) -> Person {
    let wanted = name.lowercased()
    let known = people.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let byId = known.first { $0.id.lowercased() == wanted }
    if let person = byId ?? known.first(where: { $0.names.contains { $0.lowercased() == wanted } }) { return person }
    throw Self.unknown("person", name, among: known.flatMap { $0.names })
  }

  private static func unknown(
    _ kind: String, _ name: String, among names: [String], listedBy command: String? = nil
  ) -> RunFailure {
    if let nearest = NearestName.closest(to: name, in: names) {
      return .wrongUsage("there is no \(kind) '\(name)'; did you mean '\(nearest)'?")
    }
    return .wrongUsage("there is no \(kind) '\(name)'" + (command.map { "; '\($0)' lists them" } ?? ""))
  }
}

extension Person {
  fileprivate var names: [String] { [id, name] + [handle.value].compactMap { $0 } }
}
