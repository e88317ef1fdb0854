import Testing
import TestSupport
@testable import PlatformTiersKit

@Suite struct ObjectReaderTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func text(_ object: GitObject?) -> String? { object.map { String(decoding: $0.bytes, as: UTF8.self) } }

  @Test func allObjectsComeFromOneProcess() throws {
    let commit = try repository.commit(["a.rst": "first\n", "empty": "", "b/c d.rst": "no line end"])
    let reader = try ObjectReader(Git(folder: repository.path))
    let objects = try reader.objects(["HEAD:a.rst", "main:empty", "HEAD:b/c d.rst", "HEAD^{commit}"])
    #expect(objects.prefix(3).map(text) == ["first\n", "", "no line end"])
    #expect(objects.last??.id == commit)
    #expect(text(try reader.object("HEAD:a.rst")) == "first\n")
  }

  @Test func aNameOfNothingHasNoObject() throws {
    try repository.commit(["a.rst": "text"])
    let reader = try ObjectReader(Git(folder: repository.path))
    let names = ["HEAD:b.rst", "--help", "", "HEAD:a.rst\nHEAD:a.rst", "no such branch", "HEAD:a.rst"]
    #expect(try reader.objects(names).map { $0 != nil } == [false, false, false, false, false, true])
  }

  @Test func moreRequestsAndAnswersThanPipesHold() throws {
    let long = String(repeating: "x", count: 200_000)
    try repository.commit(["long": long])
    let reader = try ObjectReader(Git(folder: repository.path))
    let objects = try reader.objects(Array(repeating: "HEAD:long", count: 40) + Array(repeating: "none", count: 20_000))
    #expect(objects.prefix(40).allSatisfy { text($0) == long })
    #expect(objects.dropFirst(40).allSatisfy { $0 == nil })
  }

  @Test func anObjectOverTheLimitHasItsSizeAndNoContents() {
    var stream = ObjectStream(limit: 3)
    stream.take(Array("\(String(repeating: "1", count: 40)) blob 4\nabcd\n".utf8)[...])
    stream.take(Array("\(String(repeating: "2", count: 40)) blob 3\nabc\n".utf8)[...])
    #expect(stream.answers.map { $0?.size } == [4, 3])
    #expect(stream.answers.map { $0?.bytes.count } == [0, 3])
  }

  @Test func itDoesNotMatterWhereTheOutputIsCut() {
    let id = String(repeating: "a", count: 40)
    let output = Array("\(id) blob 2\n\n\n\nx missing\n\(id) tree 0\n\ny ambiguous\n".utf8)
    for size in 1...output.count {
      var stream = ObjectStream(limit: 100)
      var rest = output[...]
      while !rest.isEmpty {
        stream.take(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(stream.answers.map { $0?.kind } == [.blob, nil, .tree, nil])
      #expect(stream.answers.first??.bytes == [10, 10])
    }
  }
}
