import Testing
@testable import PlatformTiersKit

@Suite struct RevisionRangeTests {
  private func words(_ base: String, _ head: String? = nil, isStaged: Bool = false) throws -> String {
    let range = try RevisionRange(base: base, head: head, isStaged: isStaged)
    let end =
      switch range.head {
      case .revision(let name): name
      case .index: "(index)"
      case .workTree: "(disk)"
      }
    return "\(range.base) \(range.usesMergeBase ? "..." : "..") \(end)"
  }

  @Test func revisionsAreReadAsGitDiffReadsThem() throws {
    #expect(try words("main") == "main ... (disk)")
    #expect(try words("main", isStaged: true) == "main ... (index)")
    #expect(try words("main", "change") == "main ... change")
    #expect(try words("main...change") == "main ... change")
    #expect(try words("main..change") == "main .. change")
    #expect(try words("main...") == "main ... HEAD")
    #expect(try words("..change") == "HEAD .. change")
    #expect(try words("v1.0") == "v1.0 ... (disk)")
    #expect(try words("-x...y") == "-x ... y")
  }

  @Test func dotsInASearchAreItsOwn() throws {
    #expect(try words(":/What ... a change") == ":/What ... a change ... (disk)")
    #expect(try words("HEAD^{/a..b}") == "HEAD^{/a..b} ... (disk)")
  }

  @Test(arguments: [("main...change", "other", false), ("main...change", nil, true), ("main", "change", true)])
  func twoHeadsAreTooMany(_ base: String, _ head: String?, _ isStaged: Bool) {
    #expect(throws: RunFailure.self) { try RevisionRange(base: base, head: head, isStaged: isStaged) }
  }
}
