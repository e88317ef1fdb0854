import Testing
import TestSupport
@testable import PlatformTiersKit

@Suite struct GitHubTextTests {
  @Test(arguments: [
    ("Linux x86-64 (musllinux)", "Linux x86-64 (musllinux)"),
    ("<script>alert(1)</script> &amp;", "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"),
    ("a|b", #"a\|b"#), ("`code` *x* __y__ ~~z~~", #"\`code\` \*x\* \_\_y\_\_ \~\~z\~\~"#),
    ("![x](y)", #"\!\[x\](y)"#), (#"\|"#, #"\\\|"#), ("$x$", #"\$x\$"#),
    ("@numpy and a@b.org", "@&#8203;numpy and a@&#8203;b.org"),
    ("fixes #12, gh-12 and GH-12, not C#", "fixes #&#8203;12, gh-&#8203;12 and GH-&#8203;12, not C#"),
    ("a\nb\u{1B}[31m\u{202E}", #"a␊b␛\[31m<U+202E>"#.replacingAngles),
  ])
  func textStaysText(_ text: String, _ expected: String) {
    #expect(GitHubText.escaped(text) == expected)
  }

  @Test func anAddressIsALinkThatShowsWhereItLeads() {
    #expect(
      GitHubText.escaped("see 'https://example.org/a_b?c=#1', and http://x.org.")
        == "see '<https://example.org/a_b?c=#1>', and <http://x.org>.")
    #expect(GitHubText.escaped("https://") == #"https\://"#)
    #expect(GitHubText.escaped("https://a.org|<b>") == #"<https://a.org>\|&lt;b&gt;"#)
    #expect(GitHubText.escaped("HTTP://a.org/~b_ and www.c.org/~d") == #"<HTTP://a.org/~b_> and www\.c.org/\~d"#)
    #expect(GitHubText.escaped("javascript:alert(1)") == "javascript:alert(1)")
  }

  @Test(arguments: ["# a", "- a", "+ a", "= a", "12. a", "1) a", "---"])
  func noTextBeginsABlock(_ text: String) {
    let mark = text.prefix { $0.isNumber }
    #expect(GitHubText.escaped(text) == mark + "\\" + text.dropFirst(mark.count))
  }

  @Test func aLinkIsOneWhereTheTextHasNoAddress() {
    #expect(GitHubText.link("a_[b]", to: "https://a.org") == #"[a\_\[b\]](<https://a.org>)"#)
    #expect(GitHubText.link("a_b", to: nil) == #"a\_b"#)
    #expect(GitHubText.link("see https://b.org", to: "https://a.org") == "see <https://b.org>")
  }

  @Test func aLongTextIsCut() {
    #expect(
      GitHubText.escaped(String(repeating: "é", count: 1000), limit: 10) == String(repeating: "é", count: 10) + "…")
  }

  /// cmark-gfm is what GitHub renders with.
  @Test(.enabled(if: Oracle.isPresent("cmark-gfm", "sh"), "skipped: no cmark-gfm"))
  func cmarkMakesTheSameTextOfIt() throws {
    let hostile =
      "<b>&lt; `a` *b* _c_ **d** [e](f) ![g](h) ~~i~~ \\* &copy; <!-- j --> @k #1 www.example.org "
      + "https://e.example/<img src=x onerror=alert(1)> http://e.example/~ada www.e.example/<b> ftp://e.example/_|`a`"
    let folder = try TemporaryFolder()
    try folder.write("| a |\n|---|\n| \(GitHubText.escaped(hostile)) |\n", to: "a.md")
    let html = String(
      decoding: try Oracle("cmark-gfm").run([
        "-e", "table", "-e", "strikethrough", "-e", "autolink", "-t", "plaintext", folder["a.md"],
      ]),
      as: UTF8.self)
    let text = String(String.UnicodeScalarView(html.unicodeScalars.filter { $0 != "\u{200B}" }))
    // Of a table's cells, this format leaves the pipes as they are in the source.
    #expect(text.contains(hostile.replacing("|", with: #"\|"#)))
  }
}

extension String {
  /// Code points in angle brackets are made visible first, and then escaped.
  fileprivate var replacingAngles: String {
    map { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : String($0) }.joined()
  }
}
