/// Draws a timeline as an inline picture of SVG.
///
/// Places along it are percentages and letters have a size in pixels, so that it fills any page and can be read on a
/// narrow one.
enum HTMLTimeline {
  private static let laneHeight = 38
  private static let barOffset = 20
  private static let barHeight = 10
  /// Room for the days below the lanes.
  private static let footHeight = 22
  /// How wide a written day is on a phone, in thousandths.
  private static let labelWidth = 240

  static func node(of timeline: Timeline) -> HTMLNode {
    let height = timeline.lanes.count * laneHeight + footHeight
    let description: [HTMLNode] = [
      .element("title", [.id("timeline-title")], text: timeline.title),
      .element("desc", [.id("timeline-summary")], text: timeline.summary),
    ]
    let drawing =
      timeline.lanes.indices.map { track($0) } + marks(of: timeline, bottom: height - footHeight)
      + timeline.lanes.enumerated().flatMap { bars(of: $1, number: $0) } + labels(of: timeline, height: height)
    let picture = HTMLNode.element(
      "svg",
      [
        .type("timeline"), HTMLAttribute("width", "100%"), HTMLAttribute("height", String(height)),
        HTMLAttribute("role", "img"), HTMLAttribute("aria-labelledby", "timeline-title timeline-summary"),
      ], description + drawing)
    return .element("figure", [], [picture])
  }

  private static func track(_ number: Int) -> HTMLNode {
    .element(
      "rect",
      [
        .type("track"), HTMLAttribute("x", "0"), HTMLAttribute("y", String(number * laneHeight + barOffset)),
        HTMLAttribute("width", "100%"), HTMLAttribute("height", String(barHeight)),
        HTMLAttribute("rx", String(barHeight / 2)),
      ])
  }

  private static func bars(of lane: Timeline.Lane, number: Int) -> [HTMLNode] {
    let top = number * laneHeight
    let name = HTMLNode.element(
      "text", [.type("lane"), HTMLAttribute("x", "0"), HTMLAttribute("y", String(top + barOffset - 6))],
      text: lane.name)
    return [name]
      + lane.stays.map { stay in
        .element(
          "rect",
          [
            .type(lane.tone.bar), HTMLAttribute("x", percent(stay.start)),
            HTMLAttribute("y", String(top + barOffset)), HTMLAttribute("width", percent(stay.end - stay.start)),
            HTMLAttribute("height", String(barHeight)), HTMLAttribute("rx", "3"),
          ])
      }
  }

  /// None at the start, where the lanes' names stand.
  private static func marks(of timeline: Timeline, bottom: Int) -> [HTMLNode] {
    timeline.marks.filter { $0.position > 0 }.map { mark in
      .element(
        "line",
        [
          .type("mark"), HTMLAttribute("x1", percent(mark.position)), HTMLAttribute("x2", percent(mark.position)),
          HTMLAttribute("y1", "0"), HTMLAttribute("y2", String(bottom)),
        ])
    }
  }

  /// The days that have room: the last one, and of the others each that the one before leaves room for.
  private static func labels(of timeline: Timeline, height: Int) -> [HTMLNode] {
    guard let last = timeline.marks.last.map({ Label($0) }) else { return [] }
    var shown: [Label] = []
    var free = 0
    for label in timeline.marks.dropLast().map({ Label($0) }) where label.start >= free && label.end <= last.start {
      shown.append(label)
      free = label.end
    }
    return (shown + [last]).map { label in
      .element(
        "text",
        [
          .type("day"), HTMLAttribute("x", percent(label.mark.position)), HTMLAttribute("y", String(height - 6)),
          HTMLAttribute("text-anchor", label.isAtEnd ? "end" : "start"),
        ], text: label.mark.label)
    }
  }

  /// A day as it is written below its mark, or before it where the picture ends.
  private struct Label {
    let mark: Timeline.Mark

    init(_ mark: Timeline.Mark) {
      self.mark = mark
    }

    var isAtEnd: Bool { mark.position > 1000 - labelWidth }
    var start: Int { isAtEnd ? mark.position - labelWidth : mark.position }
    var end: Int { isAtEnd ? mark.position : mark.position + labelWidth }
  }

  private static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }
}
