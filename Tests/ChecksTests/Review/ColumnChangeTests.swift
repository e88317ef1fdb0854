import Checks
import Diagnostics
import Documents
import Policy
import Testing

/// A change of a column that the policy gives no field is a move of its own.
@Suite struct ColumnChangeTests {
  /// The moves from one row of a table to another, by a policy whose column `Minimum version` has this role.
  private func moves(
    from base: String, to head: String, role: ColumnRole = .minimumVersion, tiers: (String, String) = ("1", "1")
  ) throws -> [ReviewedMove] {
    var policy = Policy.nep57
    for index in policy.tiers.indices {
      policy.tiers[index].listing.columns.append(Column("Minimum version", role: role, isRequired: false))
    }
    let states = [(base, tiers.0), (head, tiers.1)].map { row, tier in
      let text = """
        ## Tier \(tier)

        | Platform | Notes | Minimum version | Since |
        |----------|-------|-----------------|-------|
        | Windows  |       | \(row) |
        """
      let file = SourceFile(path: "platforms.md", text: text)
      return PolicyState(documents: [LocatedDocument(file, as: .markdown, policy: policy)], policy: policy)
    }
    let today = try #require(CalendarDate("2026-11-23"))
    return Reviewer(base: states[0], head: states[1], today: today).review().moves
  }

  private func changes(_ moves: [ReviewedMove]) -> [String] {
    moves.filter { $0.kind == .columnChanged }.compactMap(\.details.column).map { change in
      let direction = change.direction.map { " \($0)" } ?? ""
      return "\(change.title): '\(change.old)' -> '\(change.new)'\(direction)"
    }
  }

  @Test(arguments: [
    ("Windows 8", "Windows 10", " raised"), (">= 12", ">= 11", " lowered"), (">= 2.17", ">= 2.9", " lowered"),
    ("10.15", "11", " raised"), ("12", ">= 12.1", " raised"), (">= 12", "12+", ""), ("Windows 8", "macOS 10", ""),
    ("", "Windows 10", ""), ("Windows 8.1", "", ""), ("10 or 11", "12", ""), ("v2", "v3", " raised"),
  ])
  func aVersionFloorIsRaisedOrLowered(old: String, new: String, direction: String) throws {
    let moves = try moves(from: "\(old) | 2020", to: "\(new) | 2020")
    #expect(changes(moves) == ["Minimum version: '\(old)' -> '\(new)'\(direction)"])
    #expect(moves.count == 1)
  }

  @Test func anotherColumnHasNoDirection() throws {
    let moves = try moves(from: "8 | 2020", to: "10 | 2021", role: .other)
    #expect(changes(moves) == ["Minimum version: '8' -> '10'", "Since: '2020' -> '2021'"])
  }

  @Test(arguments: ["windows  8 | 2020", "`Windows 8` | *2020*"])
  func markupAndCaseAreNoChange(row: String) throws {
    #expect(try moves(from: "Windows 8 | 2020", to: row).map(\.kind) == [])
  }

  /// With another tier come other things to say.
  @Test func whatIsSaidNoMoreInAnotherTierIsNoChange() throws {
    let gone = try moves(from: "Windows 8 | 2020", to: " | 2020", tiers: ("2", "3"))
    #expect(changes(gone) == [])
    let raised = try moves(from: "Windows 8 | 2020", to: "Windows 10 | 2020", tiers: ("2", "3"))
    #expect(changes(raised) == ["Minimum version: 'Windows 8' -> 'Windows 10' raised"])
    #expect(raised.map(\.kind).contains(.demoted))
  }

  @Test func theRegistryTellsTheSame() throws {
    func state(_ version: String) -> PolicyState {
      let text = """
        name: Windows
        target: {os: windows, arch: x86-64, interpreter: cpython}
        columns: {Minimum version: \(version)}
        moves: [{date: 2026-02-09, to: tier-1}]
        """
      let files = RegistryFiles(platforms: [SourceFile(path: "platforms/windows.yaml", text: text)])
      let result = RegistryReader.read(files)
      let registry = result.registry.map { RegistryState(registry: $0, places: result.places) }
      return PolicyState(registry: registry, policy: .nep57)
    }
    let today = try #require(CalendarDate("2026-11-23"))
    let moves = Reviewer(base: state("8"), head: state("10"), today: today).review().moves
    #expect(changes(moves) == ["Minimum version: '8' -> '10'"])
    #expect(moves.first?.registryHead?.file == "platforms/windows.yaml")
  }
}
