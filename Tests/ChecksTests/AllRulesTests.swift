import Checks
import Foundation
import Testing

@Suite struct AllRulesTests {
  @Test func idsAreUniqueKebabCase() {
    #expect(Set(EveryRule.ids).count == EveryRule.ids.count)
    for id in EveryRule.ids {
      #expect(id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
      #expect(id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
      #expect(RuleFamily(rawValue: id) == nil, "'\(id)' is a family")
    }
  }

  // The rules about changes are of another target, whose tests look after them.
  @Test(arguments: RuleFamily.allCases.filter { $0 != .review })
  func listsTheFilesOfItsFolder(family: RuleFamily) throws {
    let name = family == .ci ? "CI" : family.rawValue.capitalized
    let folder = PackageFolder.url.appending(path: "Sources/Checks/\(name)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let rules = try files.filter { try String(contentsOf: $0, encoding: .utf8).contains("static let description") }
      .map { $0.deletingPathExtension().lastPathComponent }
    let listed = EveryRule.all.filter { $0.description.family == family }.map { "\($0)" }
    #expect(rules.sorted() == listed.sorted(), "add the rule to the list in that folder")
  }

  @Test(arguments: EveryRule.ids)
  func typesAreNamedForTheirIds(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    #expect("\(rule)".lowercased() == id.split(separator: "-").joined())
  }

  @Test(arguments: EveryRule.ids)
  func descriptionsAreProse(id: String) throws {
    let description = try #require(EveryRule.rule(id)).description
    #expect(description.summary.first?.isUppercase == false)
    #expect(description.summary.last != ".")
    #expect(description.rationale.last == ".")
    #expect(description.remedy.last == ".")
  }

  @Test func findsRulesById() {
    #expect(EveryRule.rule("malformed-table")?.description.family == .document)
    #expect(EveryRule.rule("no-such-rule") == nil)
  }
}
