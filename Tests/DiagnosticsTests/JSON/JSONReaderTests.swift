import Diagnostics
import Testing

@Suite struct JSONReaderTests {
  /// What keeps the text from being one value, as `offset message`; nil when it is one.
  private func fault(_ text: String) -> String? { fault(Array(text.utf8)) }

  private func fault(_ bytes: [UInt8]) -> String? {
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      try reader.skip()
      try reader.end()
      return nil
    } catch {
      return "\(error.offset) \(error.message)"
    }
  }

  @Test(arguments: [
    "{}", "[]", " [ ] ", "[[],{}]", #"{"a":{"b":[1,{}]},"c":null}"#, "0", "-0", "1.5e+10", "-12.0E-3", "true", "false",
    "null", #""""#, #""\u00e9 \" \\ \/ \b\f\n\r\t""#, "[1 , 2]", "\u{FEFF}[]", "\t\r\n[]\n",
  ])
  func valuesAreRead(text: String) {
    #expect(fault(text) == nil)
  }

  @Test(arguments: [
    ("01", "1 something follows the value"), ("+1", "0 expected a value"), (".5", "0 expected a value"),
    ("1.", "2 the text ends before the value does"), ("1.x", "2 expected a digit"), ("-x", "1 expected a digit"),
    ("[1,]", "3 expected a value"), ("[1 2]", "3 expected ',' or ']'"), ("{1:2}", "1 expected a key in '\"'"),
    (#"{"a" 1}"#, "5 expected ':' behind the key"), (#"{"a":1,}"#, "7 expected a key in '\"'"),
    ("[}", "1 expected a value"),
    (#"{"a":1]"#, "6 expected ',' or '}'"), ("nul!", "0 expected a value"), ("truth", "0 expected a value"),
    ("\"a\nb\"", "2 a control character in a string must be escaped"), (#""\x""#, "1 there is no such escape"),
    (#""\u12g4""#, "1 '\\u' needs four hexadecimal digits"), ("{} {}", "3 something follows the value"),
    ("", "0 the text ends before the value does"), ("'a'", "0 expected a value"),
    ("[1]//", "3 something follows the value"),
  ])
  func faultsHaveTheirPlace(text: String, expected: String) {
    #expect(fault(text) == expected)
  }

  @Test func everyBeginningIsTruncated() {
    let text = Array(#"{"a": [true, false, null, -1.5e+3, "x\u00e9\n"], "b": {"c": {}}, "d": []} "#.utf8)
    for length in 0..<text.count - 1 {
      var reader = JSONReader(Array(text[..<length]))
      let found = #expect(throws: JSONFault.self, "\(length)") { try reader.skip() }
      #expect(found?.isTruncation == true, "\(length)")
      #expect(found?.offset == length)
    }
  }

  @Test func depthIsLimited() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(JSONReader.depthLimit)) == nil)
    #expect(fault(nested(JSONReader.depthLimit + 1)) == "512 values are nested too deep")
    #expect(fault(String(repeating: "{\"a\":", count: 1_000_000)) == "2560 values are nested too deep")
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""a\"\\\/b""#, "a\"\\/b"), (#""\u0041\u00e9\u4e2d""#, "Aé中"), (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
  ])
  func stringsAreUnescaped(text: String, expected: String) throws {
    var reader = JSONReader(Array(text.utf8))
    let string = try reader.string()
    #expect(reader.text(of: string) == expected)
  }

  @Test func bytesThatAreNoTextAreReplaced() throws {
    var reader = JSONReader([0x22, 0x61, 0xFF, 0x62, 0x22])
    let string = try reader.string()
    #expect(reader.text(of: string) == "a\u{FFFD}b")
  }

  @Test func membersAreReadInOrderAndOthersSkipped() throws {
    var reader = JSONReader(Array(#"{"skip": [1, {"a": 2}], "name": "x", "name": "y", "list": ["p", 3, "q"]}"#.utf8))
    var found: [String] = []
    try reader.object { (key, reader) throws(JSONFault) in
      switch reader.text(of: key) {
      case "name":
        let string = try reader.string()
        found.append(reader.text(of: string))
      case "list":
        try reader.array { (reader) throws(JSONFault) in
          guard try reader.kind() == .string else { return }
          let string = try reader.string()
          found.append(reader.text(of: string))
        }
      default: break
      }
    }
    try reader.end()
    #expect(found == ["x", "y", "p", "q"])
  }
}
