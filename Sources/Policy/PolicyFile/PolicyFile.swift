package import Diagnostics

/// Reads a policy from its YAML file. `docs/policy-file.md` describes the fields.
package enum PolicyFile {
  /// - Returns: The policy, unless the file has a fault, and all faults that it has.
  package static func read(_ file: SourceFile) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    let result = SingleDocument.read(file, .policy)
    return (result.diagnostics.isEmpty ? result.value : nil, result.diagnostics)
  }
}

extension YAMLForm where Value == Policy {
  static var policy: Self {
    mapping("policy") { keys in
      let id = keys.required("id", .name) { $0.id }
      let name = keys.required("name", .name) { $0.name }
      let url = keys.optional("url", .name) { $0.url }
      let identity = keys.optional("identity", .oneOrMore(of: .located(.word))) { policy in
        policy.identity == [.platform] ? nil : policy.identity.map { Located(unplaced: $0) }
      }
      let tiers = keys.required("tiers", .list(of: .tier)) { $0.tiers.map { ReadTier($0) } }
      let unsupported = keys.optional("unsupported", .list(of: .unsupportedList), default: []) {
        $0.unsupportedLists.map { ReadUnsupportedList($0) }
      }
      let moves = keys.optional("moves", .list(of: .moveDemand), default: []) { $0.moveDemands }
      let threshold = keys.optional("demand-threshold", .percentage) { $0.demandThreshold }
      let document = keys.optional("document", .documentConventions, default: DocumentConventions()) { $0.document }
      let cycles = keys.optional("release-cycles", .list(of: .located(.releaseCycle)), default: []) {
        $0.releaseCycles.map { Located(unplaced: $0) }
      }
      keys.checkOrder(of: cycles)
      guard let id, let name, let tiers else { return nil }
      let policy = Policy(
        id: id, name: name, url: url, tiers: tiers.map { $0.tier }, unsupportedLists: unsupported.map { $0.list },
        identity: identity?.map { $0.value } ?? [.platform], moveDemands: moves, demandThreshold: threshold,
        document: document, releaseCycles: cycles.map { $0.value })
      if policy.tiers.isEmpty {
        keys.report(.invalidValue, "a policy has at least one tier; add it", at: keys.range(of: "tiers"))
      }
      PolicyChecks.uniqueIDs(tiers.map { $0.id } + unsupported.map { $0.id }, keys)
      PolicyChecks.identity(identity ?? [], of: policy, keys)
      return policy
    }
  }
}

/// What the parts of a policy ask of one another.
private enum PolicyChecks {
  static func uniqueIDs(_ ids: [Located<String>], _ keys: YAMLKeys<Policy>) {
    var first: [String: Located<String>] = [:]
    for id in ids {
      guard let other = first[id.value] else {
        first[id.value] = id
        continue
      }
      keys.report(
        .invalidValue, "'\(id.value)' is the id of another tier or list; choose one that is free", at: id.range,
        notes: [Diagnostic.Note("first used here", at: other.range)])
    }
  }

  /// Whatever tells platforms apart has to stand in every listing, or its platforms cannot be compared with others.
  static func identity(_ identity: [Located<ColumnRole>], of policy: Policy, _ keys: YAMLKeys<Policy>) {
    let listings =
      policy.tiers.map { ($0.name, $0.listing) } + policy.unsupportedLists.map { ($0.name, $0.listing) }
    var seen: Set<ColumnRole> = []
    for role in identity where seen.insert(role.value).inserted {
      guard let lacking = listings.first(where: { !$0.1.columns.contains { $0.role == role.value } }) else { continue }
      keys.report(
        .invalidValue,
        "platforms are told apart by '\(role.value.rawValue)', and '\(lacking.0)' has no such column; add it there",
        at: role.range)
    }
  }
}
