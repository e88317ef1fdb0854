import Diagnostics
import Documents
import Policy
import Testing

/// One side of a matching: rows written as `tier-2: PLATFORM | NOTE | CONTACT; CONTACT`.
struct Side {
  let listings: [Listing]

  init(_ rows: String..., policy: Policy = .nep57) {
    listings = rows.compactMap { Self.listing($0, policy) }
  }

  private static func listing(_ text: String, _ policy: Policy) -> Listing? {
    let parts = text.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2, let place = policy.place(String(parts[0])) else { return nil }
    let cells = parts[1].split(separator: "|", omittingEmptySubsequences: false).map { cell in
      cell.split(separator: " ").joined(separator: " ")
    }
    func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }
    let name = spaced(parts[1])
    let row = LocatedRow(
      place: place, platform: at(name), notes: cell(1).isEmpty ? nil : at(cell(1)),
      contacts: cell(2).split(separator: ";").map { at(spaced($0)) }, contactsCell: at(cell(2)),
      identity: policy.identity.map { role in
        switch role {
        case .platform: name
        case .notes: cell(1)
        case .contacts, .minimumVersion, .until, .other: ""
        }
      }, range: .fileStart)
    return Listing(row, in: "platforms.md")
  }

  /// As it is written, white space within included.
  private static func spaced(_ text: Substring) -> String {
    var text = text.prefix { $0 != "|" }.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func at(_ text: String) -> LocatedText { LocatedText(text, at: .fileStart) }
}

/// A platform of a registry, in Tier 1.
func registered(
  _ name: String, id: String, os: String?, arch: String?, libc: String? = nil, interpreter: String = "cpython",
  notes: String = ""
) throws -> Listing {
  let move = Move(date: try #require(CalendarDate("2026-02-09")), to: "tier-1")
  let target = Target(
    os: Known(os), architectures: Known(arch.map { [$0] }), libc: libc, interpreter: .known(interpreter))
  let platform = Platform(id: id, name: name, target: target, notes: notes, moves: [move])
  return try #require(Listing(platform, after: move, in: Registry(policy: .nep57, platforms: [platform])))
}

extension Policy {
  /// A name may stand in several tiers, told apart by its notes.
  static var byNotes: Policy { with([.platform, .notes]) }
  /// A platform may be listed any number of times.
  static var byNothing: Policy { with([]) }

  private static func with(_ identity: [ColumnRole]) -> Policy {
    var policy = nep57
    policy.identity = identity
    return policy
  }
}

extension Matching {
  /// The pairs in the order of `from`, then what is in none: `0-1 name`, `0 only`, `only 1`.
  var told: [String] {
    let paired = pairs.map { ($0.from, "\($0.from)-\($0.to) \($0.reason.word)") } + onlyFrom.map { ($0, "\($0) only") }
    return paired.sorted { $0.0 < $1.0 }.map(\.1) + onlyTo.map { "only \($0)" }
      + repeatedTo.map { "repeated \($0.listing) of \(pairs[$0.pair].from)-\(pairs[$0.pair].to)" }
      + repeatedFrom.map { "\($0.listing) repeats \(pairs[$0.pair].from)-\(pairs[$0.pair].to)" }
  }
}

extension Matching.Reason {
  var word: String {
    switch self {
    case .identity: "identity"
    case .target: "target"
    case .id: "id"
    case .name: "name"
    case .spelling: "spelling"
    case .likeness: "likeness"
    }
  }
}
