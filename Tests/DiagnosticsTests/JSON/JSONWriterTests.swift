import Diagnostics
import FoundationEssentials
import Testing

@Suite struct JSONWriterTests {
  @Test func `members keep their order and lines their layout`() {
    var json = JSONWriter(indentation: 1)
    json.object { json in
      json.member("b", "text")
      json.member("a", nil)
      json.key("flag")
      json.value(true)
      json.key("none")
      json.array { _ in }
      json.key("rows")
      json.array { json in
        json.value(1)
        json.object(.line) { json in
          json.member("n", -2)
          json.key("inner")
          json.array { $0.value("x") }
          json.key("empty")
          json.object { _ in }
        }
        json.value(3)
      }
    }
    let expected = """
      {
       "b": "text",
       "a": null,
       "flag": true,
       "none": [],
       "rows": [
        1,
        {"n": -2, "inner": ["x"], "empty": {}},
        3
       ]
      }

      """
    #expect(String(decoding: json.finished(), as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("\"\\/", #"\"\\/"#), ("\u{8}\t\n\u{C}\r\u{0}\u{1F}", #"\b\t\n\f\r\u0000\u001f"#),
      ("\u{7F}\u{9B}", #"\u007f\u009b"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
      ("\u{202E}\u{2066}\u{FEFF}", #"\u202e\u2066\ufeff"#),
      ("\u{61C}\u{200B}\u{200C}\u{200D}\u{2060}", "\\u061c\\u200b\u{200C}\u{200D}\\u2060"),
      ("\u{E0041}\u{FFFE}\u{1FFFF}", #"\udb40\udc41\ufffe\ud83f\udfff"#), ("\u{AD}", "\u{AD}"),
      ("é — 猫 😀 £ ｆ", "é — 猫 😀 £ ｆ"),
    ])
  func `strings are escaped where they must be`(text: String, inside: String) throws {
    var json = JSONWriter()
    json.array(.line) { $0.value(text) }
    let bytes = json.finished()
    #expect(String(decoding: bytes, as: UTF8.self) == "[\"\(inside)\"]\n")
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [text])
  }

  @Test func `every character comes back`() throws {
    let all = String(String.UnicodeScalarView((0...0x10FFFF).compactMap(Unicode.Scalar.init)))
    var json = JSONWriter()
    json.array { $0.value(all) }
    let back = try JSONDecoder().decode([String].self, from: Data(json.finished()))
    #expect(back.first.map { Array($0.utf8) } == Array(all.utf8))
  }
}
