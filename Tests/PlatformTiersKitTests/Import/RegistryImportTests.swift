import Diagnostics
import Documents
import PlatformTiersKit
@testable import Policy
import Testing

@Suite("Import of a document")
struct RegistryImportTests {
  static func imported(
    _ file: SourceFile, as format: DocumentFormat = .markdown, policy: Policy = .nep57
  ) -> RegistryImport.Result {
    let document = DocumentReader.read(file, as: format)
    let located = PolicyInterpreter.locate(document, in: file, policy: policy)
    return RegistryImport(document, in: file, located: located, policy: policy) { row in
      [Move(date: ListedRegistry.day, to: row.place.id)]
    }.imported()
  }

  private func imported(
    _ text: String, as format: DocumentFormat = .markdown, policy: Policy = .nep57
  ) -> RegistryImport.Result {
    Self.imported(SourceFile(path: "x", text: text), as: format, policy: policy)
  }

  private func table(_ rows: String...) -> String {
    "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + rows.map { "| \($0) |\n" }.joined()
  }

  @Test(
    "makes ids of names that name a file on every system",
    arguments: [
      ("Linux x86-64 (musllinux)", "linux-x86-64-musllinux"), ("macOS ppc64, universal", "macos-ppc64-universal"),
      ("x86_64-unknown-linux-gnu", "x86_64-unknown-linux-gnu"), ("Emscripten/Pyodide", "emscripten-pyodide"),
      ("../../x", "x"), ("..", "platform-f7d96817"), ("CON", "platform-con"), ("con.x", "platform-con.x"),
      ("Lpt1", "platform-lpt1"), ("FreeBSD 14.1.", "freebsd-14.1"), ("c++", "c"), ("~ $HOME `id`", "home-id"),
      ("日本 x", "u65e5-u672c-x"), ("-rf", "rf"), ("a\u{202E}b", "a-b"), ("🎉", "platform-0f3a94ef"),
    ])
  func ids(name: String, id: String) {
    let found = imported(table("\(name) | |")).registry.platforms.map(\.id)
    #expect(found == [id])
    #expect(found.allSatisfy { $0.utf8.allSatisfy { $0 != UInt8(ascii: "/") } && !$0.hasPrefix(".") })
  }

  @Test func idsAreUnique() {
    let rows = ["A b", "a-b", "A/B", "a b 2"].map { "\($0) | |" }
    let platforms = imported(table(rows[0], rows[1], rows[2], rows[3])).registry.platforms
    #expect(
      Set(platforms.map { "\($0.name): \($0.id)" }) == ["A b: a-b", "a-b: a-b-2", "A/B: a-b-3", "a b 2: a-b-2-2"])
    let long = String(repeating: "long ", count: 100)
    let ids = imported(table("\(long) | |", "\(long)x | |")).registry.platforms.map(\.id)
    #expect(Set(ids).count == 2 && ids.allSatisfy { $0.utf8.count == 80 })
  }

  @Test func rowsThatNameNoPlatformOrOneAgainAreSaid() {
    let result = imported(table("Plan 9 | | Ada", " | a note |", "plan  9 | other |"))
    #expect(result.registry.platforms.map(\.name) == ["Plan 9"])
    #expect(
      result.omissions == [
        "the row on line 6 names no platform", "'plan 9' on line 7 stands on line 5 already",
      ])
  }

  @Test func linksAndMarkupOfNotesStay() {
    let text = """
      Tier 3
      ------

      +----------+---------------------------+----------+
      | Platform | Notes                     | Contacts |
      +==========+===========================+==========+
      | Plan 9   | ``a|b``, *see* gh-1_ and  | Ada      |
      |          | `more <https://a.b/c>`__; |          |
      |          | a <=2.4, 2 * 3            |          |
      +----------+---------------------------+----------+

      .. _gh-1: https://example.org/1
      """
    #expect(
      imported(text, as: .restructuredText).registry.platforms.map(\.notes) == [
        "`a|b`, *see* [gh-1](https://example.org/1) and [more](https://a.b/c); a <=2.4, 2 * 3"
      ])
    #expect(
      imported(table("Plan 9 | [a][x] \\| `b\\|c` | Ada") + "\n[x]: https://example.org/x\n").registry.platforms.map(
        \.notes)
        == ["[a](https://example.org/x) | `b|c`"])
  }

  @Test func everyFurtherColumnIsTaken() throws {
    let result = imported(
      """
      ## Tier 3

      | Platform | Minimum version | Notes | Contacts | Since | Since |
      |----------|-----------------|-------|----------|-------|-------|
      | Haiku    | `>= 4` [^1], see [a](https://b.c/) | | Ada | 2024 | 2025 |
      | Plan 9   |                 |       | Ada      |       |       |
      """)
    #expect(
      result.registry.platforms.map(\.columns) == [
        ["Minimum version": "`>= 4` [^1], see [a](https://b.c/)", "Since": "2024"], [:],
      ])
    #expect(result.omissions == ["the second column titled 'Since' of line 5: '2025'"])
  }

  @Test func thePartsOfANameAreTaken() throws {
    var policy = Policy.nep57
    for index in policy.tiers.indices {
      policy.tiers[index].listing.columns = [
        Column("System", role: .platform), Column("CPU", role: .platform), Column("Support", role: .other),
      ]
      policy.tiers[index].listing.rowFilter = RowFilter(column: "Support", text: "full")
    }
    let text = "## Tier 3\n\n| System | Support | CPU |\n|---|---|---|\n| Haiku | full | x64 |\n"
    let registry = imported(text, policy: policy).registry
    #expect(registry.platforms.map(\.name) == ["Haiku x64"])
    #expect(registry.platforms.map(\.columns) == [["System": "Haiku", "CPU": "x64"]])
  }

  @Test func notesOfListsKeepTheirLinks() {
    let text = "## Tier 3\n\nTier 3 platforms:\n\n- Plan 9 (note: see [the list](https://a.b/c) first), *Ada, Bob*\n"
    let registry = imported(text).registry
    #expect(registry.platforms.map(\.notes) == ["see [the list](https://a.b/c) first"])
    #expect(registry.people.values.map(\.name).sorted() == ["Ada", "Bob"])
  }

  @Test func peopleAreOneEach() {
    let result = imported(
      table(
        "A | | Ada Lovelace, [@grace](https://github.com/Grace-H)", "B | | ada lovelace, Ada Lovelace (@ada)",
        "C | | [Grace Hopper](https://github.com/grace-h/), TBD, bob@example.org"))
    let people = result.registry.people.values.sorted { $0.id < $1.id }
    #expect(people.map(\.id) == ["ada-lovelace", "bob-example.org", "grace-h"])
    #expect(people.map(\.name) == ["Ada Lovelace", "bob@example.org", "@grace"])
    #expect(people.map(\.handle) == [.known("ada"), .unknown, .known("Grace-H")])
    #expect(
      result.registry.platforms.map { $0.contacts.map(\.person) } == [
        ["ada-lovelace", "grace-h"], ["ada-lovelace"], ["grace-h", "bob-example.org"],
      ])
    #expect(result.omissions == ["'TBD' on line 7 names nobody"])
    #expect(result.remarks.contains("'ada lovelace' on line 6 is 'Ada Lovelace', as above"))
    #expect(result.remarks.contains("'Ada Lovelace (@ada)' on line 6 is named twice"))
  }

  @Test func otherSeparatorsAreSaid() {
    let result = imported(table("A | | Ada, Bob", "B | | Ada and Bob", "C | | and"))
    #expect(
      result.remarks == [
        "the contacts on line 6 are taken for 'Ada, Bob'", "the contacts on line 7 are taken for none",
      ])
  }

  @Test func whatTablesDoNotTellIsUnknown() throws {
    let result = imported(table("Plan 9 | | Ada"))
    let platform = try #require(result.registry.platforms.first)
    #expect(platform.unknownParts == [.ci, .wheels])
    #expect(platform.target == Target())
    #expect(platform.demand == Demand())
    #expect(platform.contacts == [Contact(person: "ada")])
    #expect(result.registry.people["ada"] == Person(id: "ada", name: "Ada"))
  }

  @Test("keeps every fact that a table can hold", arguments: [DocumentFormat.markdown, .restructuredText])
  func roundTrip(format: DocumentFormat) {
    for seed in 0..<250 {
      let registry = ListedRegistry.make(seed: seed)
      let (file, isWhole) = ListedRegistry.page(of: registry, as: format)
      let result = Self.imported(file, as: format)
      let (kept, given) = (ListedFacts.all(in: result.registry), ListedFacts.all(in: registry))
      guard !isWhole || kept != given || !result.omissions.isEmpty else { continue }
      Issue.record(
        "seed \(seed): \(result.omissions)\n\(kept)\ninstead of\n\(given)\n\(String(decoding: file.bytes, as: UTF8.self))"
      )
      return
    }
  }

  @Test("is what the tables are generated from again", arguments: [DocumentFormat.markdown, .restructuredText])
  func tablesStay(format: DocumentFormat) {
    for seed in 0..<100 {
      let (file, _) = ListedRegistry.page(of: ListedRegistry.make(seed: seed), as: format)
      let registry = Self.imported(file, as: format).registry
      let again = DocumentGenerator(RegistryTables(registry, at: .present)).generate(file, as: format)
      #expect(again.bytes == file.bytes, "seed \(seed)\n\(String(decoding: file.bytes, as: UTF8.self))")
    }
  }
}
