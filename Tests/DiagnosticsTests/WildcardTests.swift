import Diagnostics
import Testing

@Suite("a pattern with wildcards")
struct WildcardTests {
  @Test(
    "a star is any text",
    arguments: [
      ("*", "", true), ("*", "a/b é", true), ("", "", true), ("", "a", false), ("a*c", "abcbc", true),
      ("a*c", "abcb", false), ("*_x86_64", "manylinux_2_28_x86_64", true), ("win*", "darwin", false),
      ("**b", "ab", true),
      ("a", "A", false), ("?", "a", false),
    ])
  func stars(pattern: String, text: String, isMatch: Bool) {
    #expect(Wildcard(stars: pattern).matches(text) == isMatch)
  }

  @Test(
    "a step is read as often as it says",
    arguments: [
      (Wildcard.Times.once, ["a"]), (.onceOrNever, ["", "a"]), (.onceOrMore, ["a", "aa", "aaa"]),
      (.anyNumber, ["", "a", "aa", "aaa"]),
    ])
  func times(times: Wildcard.Times, matching: [String]) {
    let wildcard = Wildcard([.read(.only("a"), times)])
    #expect(["", "a", "aa", "aaa", "b", "ab", "ba"].filter(wildcard.matches) == matching)
  }

  @Test("characters are one, all but one, some or all but some")
  func characters() {
    func matching(_ characters: Wildcard.Characters) -> String {
      String("a/é9".filter { Wildcard([.read(characters)]).matches(String($0)) })
    }
    #expect(matching(.any) == "a/é9")
    #expect(matching(.only("/")) == "/")
    #expect(matching(.anyBut("/")) == "aé9")
    #expect(matching(.among(Wildcard.ranges(of: "0-9a"[...].unicodeScalars))) == "a9")
    #expect(matching(.notAmong(Wildcard.ranges(of: "0-9a"[...].unicodeScalars))) == "/é")
  }

  @Test("a range has its ends, and none the wrong way round; a hyphen at an end is itself")
  func ranges() {
    func ranges(_ set: String) -> [String] {
      Wildcard.ranges(of: set[...].unicodeScalars).map { "\($0.lowerBound)\($0.upperBound)" }
    }
    #expect(ranges("a-c_") == ["ac", "__"])
    #expect(ranges("z-a") == [])
    #expect(ranges("a-") == ["aa", "--"])
    #expect(ranges("-a") == ["--", "aa"])
    #expect(ranges("") == [])
  }

  @Test("ways part and meet again, at the end too")
  func forks() {
    // a(b|c)?
    let wildcard = Wildcard([
      .read(.only("a")), .fork([2, 4, 5]), .read(.only("b")), .fork([5]), .read(.only("c")),
    ])
    #expect(["a", "ab", "ac", "abc", "b", ""].filter(wildcard.matches) == ["a", "ab", "ac"])
    #expect(!Wildcard([.fork([0])]).matches(""))
  }

  @Test("many stars take no longer than few", .timeLimit(.minutes(1)))
  func time() {
    let pattern = Wildcard(stars: String(repeating: "*a", count: 500) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
