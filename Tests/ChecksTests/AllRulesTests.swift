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

  /// Where the rules of a family are, from `Sources` on.
  private static func folder(of family: RuleFamily) -> String {
    switch family {
    case .ci: "Checks/CI"
    case .review: "Checks/Review/Rules"
    default: "Checks/\(family.rawValue.capitalized)"
    }
  }

  @Test(arguments: RuleFamily.allCases)
  func listsTheRulesOfItsFolder(family: RuleFamily) throws {
    let folder = PackageFolder.url.appending(path: "Sources/\(Self.folder(of: family))")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let rules = try files.filter { try String(contentsOf: $0, encoding: .utf8).contains(" = Rule(\n") }
      .map { $0.deletingPathExtension().lastPathComponent.lowercased() }
    let listed = AllRules.family(family)
    let names = listed.map { $0.id.split(separator: "-").joined() }
    #expect(rules.sorted() == names.sorted(), "a rule's file has its name, and AllRules lists it")
  }

  @Test(arguments: EveryRule.ids)
  func descriptionsAreProse(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    #expect(rule.summary.first?.isUppercase == false)
    #expect(rule.summary.last != ".")
    #expect(rule.rationale.last == ".")
    #expect(rule.remedy.last == ".")
  }

  @Test func findsRulesById() {
    #expect(EveryRule.rule("malformed-table")?.family == .document)
    #expect(EveryRule.rule("no-such-rule") == nil)
  }
}
