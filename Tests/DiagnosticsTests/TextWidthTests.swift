import Diagnostics
import Testing

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("", 0), ("Tier 1", 6), ("日本語", 6), ("ﾊﾝ", 2), ("e\u{301}te", 3), ("e\u{200B}", 1), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("🇫🇮", 2), ("👩‍👩‍👧", 2), ("a\u{1B}b", 2), ("co\u{AD}op", 5), ("\r\n", 0),
    ])
  func `text takes these columns`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func `wide is what the Unicode data calls wide or full-width`() {
    #expect([0x1100, 0x115F, 0x3042, 0xFF21, 0x1F600, 0x3FFFD].allSatisfy(TextWidth.isWide))
    #expect(![0x41, 0x10FF, 0x1160, 0xFF71, 0x2014, 0x3FFFE, 0x10FFFF].contains(where: TextWidth.isWide))
  }

  @Test func `combining is what has a combining class`() {
    #expect([0x300, 0x591, 0x94D, 0x3099, 0x1E94A].allSatisfy(TextWidth.isCombining))
    // A mark without a class, and a joiner: no columns of their own, and yet not combining.
    #expect(![0x41, 0x2FF, 0x900, 0x200D, 0x10FFFF].contains(where: TextWidth.isCombining))
  }
}
