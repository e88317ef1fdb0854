import Foundation
import Testing
import TestSupport

/// `generate` on pages whose cells nobody may lose.
@Suite struct GenerateShapesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ada: {name: Ada Lovelace, role: maintainer}\n", to: "registry/people.yaml")
  }

  private func platform(
    _ name: String, _ id: String, arch: String = "x86-64", notes: String = "", to tier: String = "tier-3"
  )
    throws
  {
    try folder.write(
      """
      name: \(name)
      target: {os: \(id.split(separator: "-")[0]), arch: \(arch), interpreter: cpython}
      notes: "\(notes)"
      contacts: [ada]
      moves: [{date: 2026-02-01, to: \(tier)}]

      """, to: "registry/platforms/\(id).yaml")
  }

  private func generated(_ page: String, name: String = "page.md", status: Int32 = 0) throws -> String {
    try folder.write(page, to: name)
    let result = try Tool.run(["generate", name], in: folder.path)
    #expect(result.status == status, "\(result.error)")
    let text = try folder.text(of: name)
    if status == 0 { #expect(try Tool.run(["generate", "--check", name], in: folder.path).status == 0) }
    return text
  }

  @Test func aPipeTableWithoutOuterPipes() throws {
    try platform("Haiku", "haiku", notes: "third")
    let page = "## Tier 3\n\nPlatform | Notes | Contacts\n---|---|---\nHaiku | second | Ada Lovelace\n"
    #expect(try generated(page) == page.replacing("second", with: "third"))
    try folder.write("registry: registry\ndocuments: page.md\n", to: ".platform-tiers.yaml")
    try folder.write(page, to: "page.md")
    #expect(try Tool.run(["check", "--today", "2026-11-30"], in: folder.path).status == 1)
  }

  @Test func aColumnThatIsNobodysKeepsItsCells() throws {
    try platform("Haiku", "haiku", notes: "second")
    let page = """
      ## Tier 3

      | Platform | Notes | Contacts     | Board    |
      |----------|-------|--------------|----------|
      | Haiku    | third | Ada Lovelace | R1/beta4 |

      """
    #expect(try generated(page).contains("| Haiku    | second | Ada Lovelace | R1/beta4 |\n"))
  }

  @Test func anotherSpellingIsThePlatforms() throws {
    try platform("Linux arm64", "linux-arm64", arch: "aarch64", notes: "new")
    let page = """
      ## Tier 3

      | Platform                  | Notes | Contacts     | Board |
      |---------------------------|-------|--------------|-------|
      | [`Linux aarch64`](l.html) | old   | Ada Lovelace | *R1*  |

      """
    #expect(try generated(page) == page.replacing("| old  ", with: "| new  "))
  }

  @Test func aFaultOfGeometryIsMendedFirst() throws {
    try platform("Haiku", "haiku", notes: "new")
    let page = """
      Tier 3
      ------

      +----------+-------+--------------+
      | Platform | Notes | Contacts     |
      +==========+=======+==============+
      | Haiku    | old   | Ada Lovelace |
      +----------+------+---------------+

      """
    try folder.write(page, to: "page.rst")
    let result = try Tool.run(["generate", "page.rst"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("error[unwritable-table]"))
    #expect(result.error.contains("mend it first: 'platform-tiers lint --fix page.rst'"))
    #expect(result.error.contains("changed 0 of 1 document"))
    #expect(try folder.text(of: "page.rst") == page)
    _ = try Tool.run(["lint", "--fix", "page.rst"], in: folder.path)
    #expect(try Tool.run(["generate", "page.rst"], in: folder.path).status == 0)
    #expect(try folder.text(of: "page.rst").contains("| Haiku    | new   | Ada Lovelace |"))
  }

  @Test func aFullDiskIsNoChange() throws {
    try platform("Haiku", "haiku", notes: "new")
    let page = "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n| Haiku | old | Ada Lovelace |\n"
    try folder.write(page, to: "page.md")
    // A limit on the size of files stops the write as a full disk does.
    let result = try Tool.shell(
      "(trap '' XFSZ; ulimit -f 0; exec $TOOL generate page.md) 2>&1 | cat", in: folder.path)
    #expect(result.output.contains("cannot write 'page.md'"), "\(result.output)")
    #expect(result.output.contains("changed 0 of 1 document"))
    #expect(try folder.text(of: "page.md") == page)
    #expect(try folder.names == ["page.md", "registry"])
  }
}
