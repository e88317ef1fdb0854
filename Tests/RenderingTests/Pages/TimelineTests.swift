import Rendering
import Testing

@Suite("Timelines")
struct TimelineTests {
  private func html(_ timeline: Timeline) -> String {
    let page = Page(path: PagePath("index"), title: "x", lead: [.timeline(timeline)])
    let frame = PageFrame(title: "Set", navigation: [], data: "data.json")
    return String(decoding: PageRenderer.render(page, as: .html, in: frame), as: UTF8.self)
  }

  private func days(_ positions: Int...) -> [String] {
    let marks = positions.map { Timeline.Mark(position: $0, label: "day \($0)") }
    let text = html(Timeline(title: "t", summary: "s", lanes: [], marks: marks))
    return text.matches(of: />(day [0-9]+)</).map { String($0.1) }
  }

  @Test("positions are percentages, so that it is as wide as the page")
  func positions() {
    let lane = Timeline.Lane("<Tier> 1", .tier(0), stays: [Timeline.Stay(start: 0, end: 375)])
    let text = html(
      Timeline(title: "t", summary: "s", lanes: [lane], marks: [Timeline.Mark(position: 375, label: "d")]))
    #expect(text.contains(#"<rect class="bar tier-first" x="0.0%" y="20" width="37.5%" height="10" rx="3"></rect>"#))
    #expect(text.contains(#"x1="37.5%" x2="37.5%""#))
    #expect(text.contains("&lt;Tier&gt; 1</text>"))
    #expect(text.contains(#"<title id="timeline-title">t</title>"#))
    #expect(text.contains(#"<desc id="timeline-summary">s</desc>"#))
  }

  @Test("days are written that have room, the last one first")
  func labels() {
    #expect(days() == [])
    #expect(days(0) == ["day 0"])
    #expect(days(0, 100, 500) == ["day 0", "day 500"])
    #expect(days(0, 240, 480, 1000) == ["day 0", "day 240", "day 480", "day 1000"])
    #expect(days(0, 700, 950) == ["day 0", "day 950"])
  }

  @Test("what lies outside is put at the ends")
  func ends() {
    #expect(Timeline.Stay(start: -5, end: 2000) == Timeline.Stay(start: 0, end: 1000))
    #expect(Timeline.Stay(start: 900, end: 100) == Timeline.Stay(start: 900, end: 900))
    #expect(Timeline.Mark(position: 1500, label: "d").position == 1000)
  }

  @Test("formats without pictures have it in words")
  func words() {
    let timeline = Timeline(title: "t", summary: "Tier 1 since *2026*.", lanes: [], marks: [])
    let page = Page(path: PagePath("index"), title: "x", lead: [.timeline(timeline)])
    let frame = PageFrame(title: "Set", navigation: [], data: "data.json")
    for format in [PageFormat.markdown, .rst] {
      let text = String(decoding: PageRenderer.render(page, as: format, in: frame), as: UTF8.self)
      #expect(text.contains(#"Tier 1 since \*2026\*."#))
    }
  }
}
