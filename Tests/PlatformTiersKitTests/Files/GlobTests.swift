import Testing
@testable import PlatformTiersKit

@Suite("path patterns")
struct GlobTests {
  @Test(
    "a pattern matches",
    arguments: [
      ("nep-*.rst", "nep-0057-platforms.rst"), ("nep-*.rst", "doc/neps/nep-0057.rst"), ("*", "a"), ("*", "a/b"),
      ("doc/*/nep-0057.rst", "doc/neps/nep-0057.rst"), ("doc/**/nep.rst", "doc/nep.rst"),
      ("doc/**/nep.rst", "doc/a/b/nep.rst"), ("**/nep.rst", "nep.rst"), ("doc/**", "doc/a/b"), ("**", "a/b/c"),
      ("nep-????-*.{rst,md}", "nep-0057-é.md"), ("?.md", "é.md"), ("{a,b{c,d}}/x", "bd/x"), ("a{,b}", "a"),
      ("a{,b}", "ab"), ("./a/b", "a/b"), ("a/b", "./a/b"), ("\\*.md", "*.md"), ("a,b", "a,b"), ("a***b", "axxb"),
      ("{**/x,y}/z", "a/x/z"),
    ])
  func matches(pattern: String, path: String) throws {
    #expect(try #require(Glob(pattern)).matches(path))
  }

  @Test(
    "a pattern does not match",
    arguments: [
      ("nep-*.rst", "nep-0057.rst.txt"), ("doc/*.rst", "doc/neps/nep.rst"), ("doc/*.rst", "x/doc/nep.rst"),
      ("doc/**/nep.rst", "doc/xnep.rst"), ("doc/**/nep.rst", "docs/nep.rst"), ("?", "ab"), ("a?b", "a/b"),
      ("\\*.md", "a.md"), ("{a,b}", "c"), ("a", "A"), ("", "a"),
    ])
  func differs(pattern: String, path: String) throws {
    #expect(try !#require(Glob(pattern)).matches(path))
  }

  @Test("braces that do not pair are no pattern", arguments: ["{a", "a}", "{a,{b}", "}{"])
  func unpaired(pattern: String) {
    #expect(Glob(pattern) == nil)
  }

  @Test(
    "patterns made to backtrack cost no more than their length times the path's",
    arguments: ["*a", "**/", "{*,*a}", "{a,a}", "?*"])
  func pathological(part: String) throws {
    let glob = try #require(Glob(String(repeating: part, count: 30) + "b"))
    #expect(!glob.matches(String(repeating: "a", count: 2_000)))
  }

  @Test("braces may be nested as deep as one likes")
  func nesting() throws {
    let depth = 50_000
    let glob = try #require(Glob(String(repeating: "{", count: depth) + "a" + String(repeating: "}", count: depth)))
    #expect(glob.matches("a"))
  }
}
