import Diagnostics
import Testing
@testable import Policy

@Suite("YAML files are read with the place of everything")
struct YAMLReaderTests {
  /// One line a value: range, kind and text, indented by depth; a mapping's keys end with `:`.
  private func dump(_ text: String) -> [String] {
    let stream = YAMLReader.read(SourceFile(path: "a.yaml", text: text))
    return stream.documents.flatMap { dump($0, indent: "") } + stream.diagnostics.lines
  }

  private func dump(_ node: YAMLNode, indent: String) -> [String] {
    let tag = node.tag.map { " \($0)" } ?? ""
    switch node.content {
    case .scalar(let text, .plain): return ["\(indent)\(node.range) \(text)\(tag)"]
    case .scalar(let text, let style): return ["\(indent)\(node.range) \(style) \(text.debugDescription)\(tag)"]
    case .alias(let name): return ["\(indent)\(node.range) *\(name)"]
    case .sequence(let nodes):
      return ["\(indent)\(node.range) sequence\(tag)"] + nodes.flatMap { dump($0, indent: indent + "  ") }
    case .mapping(let pairs):
      return ["\(indent)\(node.range) mapping\(tag)"]
        + pairs.flatMap { dump($0.key, indent: indent + "  ") + dump($0.value, indent: indent + "    ") }
    }
  }

  @Test("what aliases call a value stays with it")
  func anchors() throws {
    let text = "a: &one x\nb: &two [*one]\nc: &three {d: y}\n"
    let root = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: text)).documents.first)
    guard case .mapping(let pairs) = root.content else { throw CancellationError() }
    #expect(pairs.map(\.value.anchor) == ["one", "two", "three"])
  }

  @Test("scalars are text, whatever YAML's schema would make of them")
  func scalars() {
    #expect(
      dump("- no\n- 1.10\n- '0x1F'\n- \"a\\tb\"\n- ~\n-\n") == [
        "1:1-6:2 sequence", "  1:3-1:5 no", "  2:3-2:7 1.10", "  3:3-3:9 singleQuoted \"0x1F\"",
        "  4:3-4:9 doubleQuoted \"a\\tb\"", "  5:3-5:4 ~", "  6:2-6:2 ",
      ])
  }

  @Test("a key that is given twice is there twice")
  func duplicateKeys() {
    #expect(
      dump("a: 1\nb: {c: [2, 3], c: 4}\na: 5\n") == [
        "1:1-3:5 mapping", "  1:1-1:2 a", "    1:4-1:5 1", "  2:1-2:2 b", "    2:4-2:21 mapping", "      2:5-2:6 c",
        "        2:8-2:14 sequence", "          2:9-2:10 2", "          2:12-2:13 3", "      2:16-2:17 c",
        "        2:19-2:20 4", "  3:1-3:2 a", "    3:4-3:5 5",
      ])
  }

  @Test("block scalars end with their text")
  func blockScalars() {
    #expect(
      dump("a: |\n  one\n  two\n\n\nb: >-\n  three\n  four\n") == [
        "1:1-8:7 mapping", "  1:1-1:2 a", "    1:4-3:6 literal \"one\\ntwo\\n\"", "  6:1-6:2 b",
        "    6:4-8:7 folded \"three four\"",
      ])
  }

  @Test("a block collection ends with its last value, not where the next one starts")
  func blockCollections() {
    #expect(
      dump("a:\n- x\n\n# comment\n\nb: y\n") == [
        "1:1-6:5 mapping", "  1:1-1:2 a", "    2:1-2:4 sequence", "      2:3-2:4 x", "  6:1-6:2 b", "    6:4-6:5 y",
      ])
  }

  @Test("columns are bytes", arguments: ["é: {ö: ü}\n", "\u{FEFF}é: {ö: ü}\n"])
  func columns(text: String) {
    let shift = text.utf8.count - "é: {ö: ü}\n".utf8.count
    #expect(
      dump(text) == [
        "1:\(1 + shift)-1:\(13 + shift) mapping", "  1:\(1 + shift)-1:\(3 + shift) é",
        "    1:\(5 + shift)-1:\(13 + shift) mapping", "      1:\(6 + shift)-1:\(8 + shift) ö",
        "        1:\(10 + shift)-1:\(12 + shift) ü",
      ])
  }

  @Test("a line that only YAML ends does not move the lines below it")
  func yamlLineBreaks() {
    #expect(
      dump("# a\u{2028}b: 1\u{85}# c\nd: 2\n") == [
        "1:7-2:5 mapping", "  1:7-1:8 b", "    1:10-1:11 1", "  2:1-2:2 d", "    2:4-2:5 2",
      ])
  }

  @Test("line endings", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) {
    #expect(
      dump("a: 1\(ending)b:\(ending)  - 2\(ending)") == [
        "1:1-3:6 mapping", "  1:1-1:2 a", "    1:4-1:5 1", "  2:1-2:2 b", "    3:3-3:6 sequence", "      3:5-3:6 2",
      ])
  }

  @Test("aliases stay where they are, as keys as well")
  func aliases() {
    #expect(
      dump("a: &x [1]\nb: *x\n*x : c\n") == [
        "1:1-3:7 mapping", "  1:1-1:2 a", "    1:4-1:10 sequence", "      1:8-1:9 1", "  2:1-2:2 b", "    2:4-2:6 *x",
        "  3:1-3:3 *x", "    3:6-3:7 c",
      ])
  }

  @Test("several documents, tags, and nothing at all")
  func documents() {
    #expect(dump("--- a\n--- !!str b\n...\n") == ["1:5-1:6 a", "2:5-2:12 b tag:yaml.org,2002:str"])
    #expect(dump("") == [])
    #expect(dump("# only a comment\n") == [])
    #expect(dump("---\n") == ["1:4-1:4 "])
  }

  @Test("a fault has its place and what was being read")
  func syntaxErrors() {
    #expect(dump("a: [1, 2\nb: 3\n") == ["invalid-yaml 2:2 this is not YAML: did not find expected ',' or ']'"])
    #expect(dump("é: b: c\n") == ["invalid-yaml 1:6 this is not YAML: mapping values are not allowed in this context"])
    #expect(dump("a:\n\tb: 1\n") == ["invalid-yaml 2:1 a tab cannot indent YAML; use spaces"])
    let stream = YAMLReader.read(SourceFile(path: "a.yaml", text: "x: 1\na: [1, 2\nb: 3\n"))
    #expect(
      stream.diagnostics.first?.notes.map { "\($0.range) \($0.message)" } == ["2:4-2:4 while parsing a flow sequence"])
  }

  @Test("a fault after the first document is found, and what stands before it is read")
  func faultInSecondDocument() {
    #expect(
      dump("--- a\n--- [\n") == ["1:5-1:6 a", "invalid-yaml 2:6 this is not YAML: did not find expected node content"])
  }

  @Test("bytes that YAML cannot hold are faults, and the rest is read")
  func invalidBytes() {
    let bytes = Array("a: x".utf8) + [0xFF, 0xC0] + Array("y\nb: p".utf8) + [0] + Array("q\nc: \u{9F}\u{FEFF}\n".utf8)
    let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes))
    #expect(
      stream.diagnostics.lines == [
        "invalid-yaml 1:5 this is not UTF-8; save the file in that encoding",
        "control-character 2:5 YAML has no place for control characters; remove this one (2 places in this file)",
      ])
    #expect(stream.documents.flatMap { dump($0, indent: "") }.contains("    2:4-2:7 p?q"))
  }

  @Test(
    "each way in which bytes are not UTF-8",
    arguments: [
      [0x80], [0xC3], [0xC1, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xFF, 0xFE, 0x61, 0x00],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array("- ".utf8) + bytes + [0x0A]))
    #expect(stream.diagnostics.contains { $0.message.hasPrefix("this is not UTF-8") })
    #expect(stream.documents.count == 1)
  }
}
