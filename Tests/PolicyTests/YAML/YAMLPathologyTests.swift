import Diagnostics
import Testing
@testable import Policy

@Suite("YAML made to hurt is read in time in line with its length")
struct YAMLPathologyTests {
  private func read(_ text: String) -> YAMLStream { YAMLReader.read(SourceFile(path: "a.yaml", text: text)) }

  @Test("aliases of aliases are not expanded")
  func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...60 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    let stream = read(text)
    #expect(stream.diagnostics.isEmpty)
    #expect(stream.documents.count == 1)
  }

  @Test("nesting ends at the limit", arguments: ["[", "- ", "{a: ", "? ", "[{a: "])
  func nesting(opening: String) {
    let stream = read(String(repeating: opening, count: 100_000))
    #expect(stream.documents.isEmpty)
    #expect(stream.diagnostics.map(\.message) == ["values are nested deeper than 100 levels; the rest is not read"])
  }

  @Test("what is nested as deep as allowed is read")
  func allowedNesting() {
    let depth = YAMLReader.depthLimit
    #expect(read(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).documents.count == 1)
  }

  @Test("more values than memory is good for are refused")
  func valueLimit() {
    let stream = read(String(repeating: "- a\n", count: YAMLReader.valueLimit + 10))
    #expect(stream.documents.isEmpty)
    #expect(stream.diagnostics.map(\.rule) == ["invalid-yaml"])
  }

  @Test("%TAG lines are few")
  func directives() {
    let stream = read((0..<200).map { "%TAG !a\($0)! b\n" }.joined() + "--- a\n")
    #expect(
      stream.diagnostics.map { "\($0.range.start) \($0.message)" } == [
        "101:1 a file has at most 100 '%' directives; remove the rest"
      ])
  }

  struct LongFile: CustomTestStringConvertible {
    var start = ""
    var repeated: String
    var end = ""
    var testDescription: String { "\((start + repeated + end).debugDescription)" }
  }

  @Test(
    "long files end in one value or one fault",
    arguments: [
      LongFile(repeated: "# é\n", end: "a"), LongFile(start: "a: ", repeated: "é "),
      LongFile(start: "a: '", repeated: "é\n\n"), LongFile(repeated: "\u{0}"),
      LongFile(start: "a: |\n", repeated: "  é\n"), LongFile(repeated: "%"), LongFile(start: "- ", repeated: "&a "),
      LongFile(repeated: " ", end: "é: ["),
    ])
  func longFiles(_ file: LongFile) {
    let stream = read(file.start + String(repeating: file.repeated, count: 200_000) + file.end)
    #expect(stream.documents.count + stream.diagnostics.count > 0)
  }

  @Test("random bytes give values or faults", arguments: 0..<20)
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let alphabet = Array("ab:-?,[]{}#&*!|>'\"%@` \n\t\r.\u{0}é\u{85}\u{FEFF}".utf8) + [0xFF, 0xC3]
    for _ in 0..<200 {
      let length = Int(generator.next() % 60)
      let bytes = (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      let file = SourceFile(path: "a.yaml", bytes: bytes)
      for diagnostic in YAMLReader.read(file).diagnostics {
        #expect(file.offset(of: diagnostic.range.end) <= bytes.count, "\(bytes)")
      }
    }
  }

  @Test("a policy of shuffled words gives a policy or faults, each within the file", arguments: 0..<10)
  func shuffledPolicies(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let words = [
      "id: a", "name: b", "tiers:", "- ", "  ", "\n", "\n", "\n", "columns: [Platform]", "ci: github", "moves: []",
      "document: {", "header: [", "]", "}", "contacts: ", "1", "identity: ", "notes", "unsupported:", "*x", "&x ", "é",
    ]
    for _ in 0..<300 {
      let text = (0..<Int(generator.next() % 40)).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
      let file = SourceFile(path: "policy.yaml", text: text)
      let (policy, diagnostics) = PolicyFile.read(file)
      #expect((policy == nil) == !diagnostics.isEmpty)
      for diagnostic in diagnostics { #expect(file.offset(of: diagnostic.range.end) <= file.bytes.count) }
    }
  }
}

/// Sebastiano Vigna's SplitMix64: equal seeds give equal tests.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
