import Foundation
import Rendering
import Testing

/// Contrast as WCAG 2.1 reckons it, of what the stylesheet puts on what.
@Suite("The stylesheet of the pages")
struct StylesheetTests {
  private static let text = String(decoding: PageStylesheet.bytes, as: UTF8.self)

  /// Colours of the first block, and over them those for dark.
  private func colours(isDark: Bool) -> [String: String] {
    var result: [String: String] = [:]
    let blocks = Self.text.components(separatedBy: "prefers-color-scheme: dark")
    for block in blocks.prefix(isDark ? 2 : 1) {
      for match in block.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/) { result[String(match.1)] = String(match.2) }
    }
    return result
  }

  private func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double(number >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ first: String, _ second: String) -> Double {
    let values = [luminance(first), luminance(second)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  @Test("text is at AA on what it stands on, bars and outlines on the page", arguments: [false, true])
  func contrast(isDark: Bool) throws {
    let colours = colours(isDark: isDark)
    let tiers = ["first", "second", "third", "lower", "gone"]
    let texts =
      [("text", "page"), ("quiet", "page"), ("link", "page"), ("met", "met-back"), ("unmet", "unmet-back")]
      + [("unknown", "unknown-back")] + tiers.map { ("on-tier", $0) }
    for (text, back) in texts {
      let value = contrast(try #require(colours[text]), try #require(colours[back]))
      #expect(value >= 4.5, "\(text) on \(back): \(value)")
    }
    for tier in tiers {
      let value = contrast(try #require(colours[tier]), try #require(colours["page"]))
      #expect(value >= 3, "\(tier): \(value)")
    }
  }

  @Test("nothing comes from elsewhere")
  func selfContained() {
    #expect(!Self.text.contains("url("))
    #expect(!Self.text.contains("@import"))
  }

  @Test("it has a rule for every class that pages use")
  func classes() {
    for name in [
      "tier-first", "tier-second", "tier-third", "tier-lower", "unsupported", "met", "unmet", "unknown", "partial",
    ] {
      #expect(Self.text.contains(".badge.\(name) {"))
    }
    for name in [
      ".skip", ".pages", ".source", ".scroll", ".records thead", ".wide thead", ".long", ".long thead th", ".blank",
      ".timeline .lane", ".timeline .mark",
    ] {
      #expect(Self.text.contains("\(name) {"))
    }
  }
}
