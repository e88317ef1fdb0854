import Foundation
import Testing
import TestSupport

@Suite("schema") struct SchemaTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func writesThreeFilesAndChecksThem() throws {
    let missing = try Tool.run(["schema", "--check"], in: folder.path)
    #expect(missing.status == 1)
    #expect(missing.output.contains("+++ b/registry/schema/platform.schema.json"))
    #expect(try folder.names == [])

    #expect(try Tool.run(["schema"], in: folder.path).status == 0)
    let written = try FileManager.default.contentsOfDirectory(atPath: folder["registry/schema"]).sorted()
    #expect(written == ["people.schema.json", "platform.schema.json", "policy.schema.json"])
    let current = try Tool.run(["schema", "--check"], in: folder.path)
    #expect(current.status == 0)
    #expect(current.output.isEmpty)
  }

  @Test func showsWhatAHandChanged() throws {
    #expect(try Tool.run(["schema", "--output", "."], in: folder.path).status == 0)
    let text = try folder.text(of: "people.schema.json")
    try folder.write(text + " ", to: "people.schema.json")
    let changed = try Tool.run(["schema", "--check", "--output", "."], in: folder.path)
    #expect(changed.status == 1)
    #expect(changed.output.contains("people.schema.json"))
    #expect(!changed.output.contains("policy.schema.json"))
  }

  @Test func whatCannotBeWrittenEndsWith2() throws {
    try folder.write("", to: "file")
    let result = try Tool.run(["schema", "--output", "file/schema"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains("cannot make the folder 'file/schema'"))
  }
}
