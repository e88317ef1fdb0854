import PlatformModel
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

  @Test(arguments: ["", "2.", ".2", "2.4.x", "v2.0", "2.6.0-rc1", "2.6.0rc", "2..1", "20260101123", "2.6.0rc1b2"])
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
