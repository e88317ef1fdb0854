import Rendering
import Testing

@Suite("The drawing of all platforms")
struct TimelineChartTests {
  private static func chart(_ rows: [TimelineChart.Row] = [row]) -> TimelineChart {
    var chart = TimelineChart(title: "<All>", summary: "All & more", first: 0, last: 730, rows: rows)
    chart.years = [TimelineChart.Mark(0, "2025"), TimelineChart.Mark(365, "2026")]
    chart.releases = [TimelineChart.Mark(100, "1.0"), TimelineChart.Mark(101, "1.1"), TimelineChart.Mark(300, "1.2")]
    chart.today = TimelineChart.Mark(400, "as of today")
    chart.key = [TimelineChart.Key(.tier(0), "Tier 1")]
    return chart
  }

  private static let row = TimelineChart.Row(
    "Haiku & Co", presence: TimelineChart.Bar(-50, 100, "wheels"),
    stays: [TimelineChart.Stay(TimelineChart.Bar(365, 400, "Tier 1 from then"), .tier(0))],
    announced: TimelineChart.Bar(400, 730, "ends"), remark: "ends soon")

  private func text(_ chart: TimelineChart) -> String { String(decoding: chart.svg, as: UTF8.self) }

  @Test("it is a file of its own with a title, a description and both colour schemes")
  func file() {
    let text = text(Self.chart())
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Written by platform-tiers pages"))
    #expect(text.contains(#"<title id="title">&lt;All&gt;</title>"#))
    #expect(text.contains(#"<desc id="summary">All &amp; more</desc>"#))
    #expect(text.contains("prefers-color-scheme: dark"))
  }

  @Test("days stand where they are in the span, and what lies outside is cut off")
  func places() {
    let text = text(Self.chart())
    // 730 px for 730 days, from 210 on.
    #expect(text.contains(#"<rect class="bar tier-first" x="575.0" y="37" width="35.0" height="14" rx="2">"#))
    #expect(text.contains(#"<rect class="presence" x="210.0" y="41" width="100.0" height="6" rx="2">"#))
    #expect(text.contains(#"<rect class="announced" x="610.0" y="37" width="330.0" height="14" rx="2">"#))
    #expect(text.contains(#"<line class="today" x1="610.0" x2="610.0""#))
  }

  @Test("a label on the axis is left out where there is no room for it")
  func labels() {
    let text = text(Self.chart())
    #expect(text.contains(">1.0</text>"))
    #expect(!text.contains(">1.1</text>"))
    #expect(text.contains(">1.2</text>"))
  }

  @Test("a row a platform, however many there are")
  func height() {
    let many = Self.chart(Array(repeating: Self.row, count: 300))
    #expect(many.height - Self.chart().height == 299 * 22)
  }
}
