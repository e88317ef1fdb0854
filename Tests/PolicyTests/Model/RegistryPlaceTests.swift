import Policy
import Testing

@Suite("a platform's place is its last move in force")
struct RegistryPlaceTests {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// Shipped until 2.6.0, which leaves 2.5 as it was.
  private let platform: Platform
  private let registry: Registry

  init() throws {
    platform = Platform(
      id: "old", name: "Old", notes: "now", contacts: [Contact(person: "ada")],
      moves: [
        Move(date: try Self.day("2026-02-09"), to: "tier-1", notes: "then", contacts: []),
        Move(date: try Self.day("2026-06-16"), to: "tier-3", release: ReleaseVersion("2.6.0")),
      ])
    registry = Registry(
      policy: .nep57, people: ["ada": Person(id: "ada", name: "Ada", role: .known(.maintainer))],
      platforms: [platform])
  }

  @Test(
    arguments: [
      ("2026-02-08", nil), ("2026-02-09", "tier-1"), ("2026-06-15", "tier-1"), ("2026-06-16", "tier-3"),
      (nil, "tier-3"),
    ] as [(String?, String?)])
  func atADate(date: String?, place: String?) throws {
    #expect(registry.place(of: platform, at: try date.map(Self.day))?.id == place)
  }

  @Test(arguments: [("2.5.5", "tier-1"), ("2.6.0rc1", "tier-3"), ("2.6.0", "tier-3"), ("2.7.0", "tier-3")])
  func forARelease(version: String, place: String) throws {
    let version = try #require(ReleaseVersion(version))
    #expect(registry.place(of: platform, forRelease: version)?.id == place)
    #expect(registry.place(of: platform, forRelease: version, at: try Self.day("2026-06-15"))?.id == "tier-1")
  }

  @Test func notesAndContactsChangeWithIt() throws {
    let first = try #require(platform.move(at: try Self.day("2026-03-01")))
    #expect(platform.notes(after: first) == "then")
    #expect(platform.contacts(after: first) == [])
    let last = try #require(platform.move())
    #expect(platform.notes(after: last) == "now")
    #expect(platform.contacts(after: last).map { registry.role(of: $0) } == [.known(.maintainer)])
  }

  @Test func rolesAreTheContactsOwnFirst() {
    #expect(registry.role(of: Contact(person: "ada", role: .contributor)) == .known(.contributor))
    #expect(registry.role(of: Contact(person: "bob")) == .unknown)
  }

  @Test func targetsAreTheSameWhateverTheOrder() {
    let target = Target(os: .known("ios"), architectures: .known(["b", "a", "a"]), interpreter: .known("cpython"))
    var other = target
    other.architectures = .known(["a", "b"])
    #expect(target.identity == other.identity)
    other.libc = "musl"
    #expect(target.identity != other.identity)
    other.os = .unknown
    #expect(other.identity == nil)
  }
}
