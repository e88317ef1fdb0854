import Checks
import Diagnostics
import Foundation
import PlatformTiersKit
import Testing
import TestSupport

/// The rules whose findings are made here, shown by their own examples as all others are.
@Suite struct KitRulesTests {
  static let ids = RuleCatalogue.ofFiles.map(\.id)

  @Test func thereAreFive() {
    #expect(
      Self.ids.sorted() == [
        "malformed-region", "stale-region", "unreadable-file", "unused-exemption", "unwritable-table",
      ])
  }

  @Test(arguments: ids)
  func firesAtTheMarksAndNowhereElse(id: String) throws {
    let rule = try RuleCatalogue.rule(id)
    #expect(rule.flagged.count > 1)
    for example in rule.flagged {
      let places = RuleCatalogue.findings(of: rule, in: example).map { "\($0.file):\($0.range.start)" }
      #expect(!places.isEmpty)
      #expect(places.sorted() == example.marks.sorted())
    }
    #expect(!rule.accepted.isEmpty)
    for example in rule.accepted { #expect(RuleCatalogue.findings(of: rule, in: example).map(\.message) == []) }
  }

  @Test(arguments: ids)
  func explainsItself(id: String) throws {
    let text = RuleCatalogue.page(of: try RuleCatalogue.rule(id), Layout())
    #expect(text.contains(": \(id == "unused-exemption" ? "warning" : "error"): "))
  }

  @Test("what is said of links is what the system says of such links")
  func unreadableLinks() throws {
    let rule = try RuleCatalogue.rule("unreadable-file")
    for example in rule.flagged + rule.accepted {
      let folder = try TemporaryFolder()
      try folder.write("ada: {name: Ada Lovelace}\n", to: "people.yaml")
      for file in example.files {
        let text = String(decoding: file.source.bytes, as: UTF8.self)
        if text.hasPrefix("-> ") {
          try folder.write("", to: file.path)
          try FileManager.default.removeItem(atPath: folder[file.path])
          try FileManager.default.createSymbolicLink(
            atPath: folder[file.path], withDestinationPath: text.dropFirst(3).trimmingCharacters(in: .newlines))
        } else {
          try folder.write(text, to: file.path)
        }
      }
      let found = try RegistryFolder.read(folder.path).diagnostics.filter { $0.rule == "unreadable-file" }
      let messages = found.map { $0.message.replacing(folder.path + "/", with: "") }
      #expect(messages == RuleCatalogue.findings(of: rule, in: example).map(\.message))
    }
  }
}
