import Policy
import Testing

@Suite struct ReleaseVersionTests {
  @Test func ordersAsPythonDoes() throws {
    let order = [
      "1.22.0", "2.5.5", "2.6.0.dev1", "2.6.0a1", "2.6.0a2.dev3", "2.6.0a2", "2.6.0b1", "2.6.0rc1", "2.6.0rc2", "2.6.0",
      "2.6.0.post1", "2.6.1", "2.10.0",
    ]
    let versions = try order.map { try #require(ReleaseVersion($0)) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(versions.map(\.description) == order)
  }

  @Test func finalZeroesMakeNoDifference() throws {
    let short = try #require(ReleaseVersion("1.22"))
    let long = try #require(ReleaseVersion("1.22.0"))
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
    #expect(short.description == "1.22")
  }

  @Test(arguments: [
    ("v2.0", "2.0"), ("2.6.0-rc1", "2.6.0rc1"), ("2.6.0rc", "2.6.0rc0"), ("2.6.0.RC.1", "2.6.0rc1"),
    ("2.6.0c1", "2.6.0rc1"), ("2.6.0pre1", "2.6.0rc1"), ("2.6.0_alpha_2", "2.6.0a2"), ("2.6.0-1", "2.6.0.post1"),
    ("2.6.0-r4", "2.6.0.post4"), ("2.6.0dev", "2.6.0.dev0"), ("0!2.6.0", "2.6.0"), ("2.6.0+UBUNTU-1", "2.6.0+ubuntu.1"),
  ])
  func otherSpellingsAreTheSame(text: String, canonical: String) throws {
    let version = try #require(ReleaseVersion(text))
    #expect(version == ReleaseVersion(canonical))
    #expect(version.canonical == canonical)
  }

  @Test func epochsAndLocalVersionsAreOrdered() throws {
    let order = ["2025.1", "2025.1+1", "2025.1.1", "1!0.9", "1!1.0", "1!1.0+abc.2", "1!1.0+abc.10", "1!1.0+2"]
    let versions = try order.map { try #require(ReleaseVersion($0)) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(Set(versions).count == order.count)
  }

  @Test(arguments: [
    "", "2.", ".2", "2.4.x", "2..1", "20260101123", "2.6.0rc1b2", "2.6.0rc20260101123", "1!", "!1", "1!2!3", "2.0+",
    "2.0+a..b", "2.0+a b", "vv2.0", "rc1", "2.6.0-", "2.6.0 ",
  ])
  func otherTextsAreNone(text: String) {
    #expect(ReleaseVersion(text) == nil)
  }

  @Test(arguments: [
    ("2.6.0", "2.6.0", true), ("2.6.0rc1", "2.6.0", true), ("2.6.0.dev0", "2.6.0", true), ("2.5.5", "2.6.0", false),
    ("2.6.1", "2.6.0", true), ("2.6.0rc1", "2.6.0rc2", false), ("2.6.0rc2", "2.6.0rc2", true), ("2.6", "2.6.0", true),
  ])
  func candidatesBelongToTheirRelease(version: String, start: String, isCovered: Bool) throws {
    let version = try #require(ReleaseVersion(version))
    #expect(version.isCovered(by: try #require(ReleaseVersion(start))) == isCovered)
  }
}
