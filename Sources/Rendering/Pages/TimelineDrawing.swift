/// Draws a chart as a file of SVG for light and dark.
struct TimelineDrawing {
  static let width = 1120
  private static let left = 210
  private static let right = 940
  private static let top = 36
  private static let rowHeight = 22
  private static let barHeight = 14
  /// What a label on the axis takes.
  private static let labelWidth = 36

  private let chart: TimelineChart

  init(_ chart: TimelineChart) {
    self.chart = chart
  }

  private var bottom: Int { Self.top + chart.rows.count * Self.rowHeight + 6 }
  var height: Int { bottom + 58 }

  var bytes: [UInt8] { MarkupText.file(of: picture) }

  private var picture: HTMLNode {
    .element(
      "svg",
      [
        HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"), HTMLAttribute("viewBox", "0 0 \(Self.width) \(height)"),
        number("width", Self.width), number("height", height), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-labelledby", "title summary"),
      ],
      [
        .element("title", [.id("title")], text: chart.title),
        .element("desc", [.id("summary")], text: chart.summary), .element("style", text: Self.style), hatching,
        .element("rect", [.type("page"), number("width", Self.width), number("height", height)]),
      ] + axis + chart.rows.enumerated().flatMap { row($1, number: $0) } + today + key)
  }

  // MARK: Places

  /// In tenths of a pixel, so that equal days give equal bytes.
  private func place(_ day: Int) -> Int {
    let day = min(max(day, chart.first), chart.last)
    return Self.left * 10 + (day - chart.first) * (Self.right - Self.left) * 10 / (chart.last - chart.first)
  }

  private func tenths(_ name: StaticString, _ value: Int) -> HTMLAttribute {
    HTMLAttribute(name, "\(value / 10).\(value % 10)")
  }

  private func number(_ name: StaticString, _ value: Int) -> HTMLAttribute { HTMLAttribute(name, String(value)) }

  private func text(
    _ type: StaticString, _ x: Int, _ y: Int, _ text: String, anchor: StaticString? = nil
  ) -> HTMLNode {
    .element(
      "text",
      [.type(type), tenths("x", x), number("y", y)]
        + (anchor.map { [HTMLAttribute("text-anchor", $0.description)] } ?? []), text: text)
  }

  private func line(_ type: StaticString, _ x: Int, from top: Int) -> HTMLNode {
    .element("line", [.type(type), tenths("x1", x), tenths("x2", x), number("y1", top), number("y2", bottom)])
  }

  // MARK: Parts

  private var axis: [HTMLNode] {
    var nodes: [HTMLNode] = []
    var free = 0
    for year in chart.years {
      let x = place(year.day)
      nodes.append(line("year", x, from: Self.top - 12))
      guard x >= free else { continue }
      nodes.append(text("small", x + 30, bottom + 14, year.label))
      free = x + Self.labelWidth * 10
    }
    free = 0
    for release in chart.releases {
      let x = place(release.day)
      guard x >= free else { continue }
      nodes += [
        line("release", x, from: Self.top - 16), text("small", x, Self.top - 22, release.label, anchor: "middle"),
      ]
      free = x + Self.labelWidth * 10
    }
    if let start = chart.start {
      let x = place(start.day)
      nodes += [line("start", x, from: Self.top - 12), text("small", x, bottom + 28, start.label, anchor: "end")]
    }
    return nodes
  }

  private var today: [HTMLNode] {
    guard let today = chart.today else { return [] }
    let x = place(today.day)
    return [line("today", x, from: Self.top - 12), text("now", x + 30, bottom + 28, today.label)]
  }

  private func row(_ row: TimelineChart.Row, number: Int) -> [HTMLNode] {
    let top = Self.top + number * Self.rowHeight
    var nodes = [text("name", (Self.left - 10) * 10, top + 12, Self.shortened(row.name), anchor: "end")]
    if let presence = row.presence { nodes.append(bar(presence, "presence", top: top + 5, height: 6)) }
    nodes += row.stays.map { bar($0.bar, $0.tone.bar, top: top + 1, height: Self.barHeight) }
    var end = row.stays.map { place($0.bar.end) }.max() ?? row.presence.map { place($0.end) } ?? place(chart.last)
    if let announced = row.announced {
      nodes.append(bar(announced, "announced", top: top + 1, height: Self.barHeight))
      end = max(end, place(announced.end))
    }
    if !row.remark.isEmpty { nodes.append(text("small", end + 60, top + 12, row.remark)) }
    return nodes
  }

  private func bar(_ bar: TimelineChart.Bar, _ type: StaticString, top: Int, height: Int) -> HTMLNode {
    let start = place(bar.start)
    return .element(
      "rect",
      [
        .type(type), tenths("x", start), number("y", top), tenths("width", max(place(bar.end) - start, 10)),
        number("height", height), HTMLAttribute("rx", "2"),
      ], [.element("title", text: bar.text)])
  }

  private var key: [HTMLNode] {
    var entries: [(type: StaticString, text: String)] = chart.key.map { ($0.tone.bar, $0.text) }
    if let presence = chart.presence { entries.append(("presence", presence)) }
    if let announcement = chart.announcement { entries.append(("announced", announcement)) }
    var x = 100
    return entries.flatMap { entry -> [HTMLNode] in
      let nodes: [HTMLNode] = [
        .element(
          "rect",
          [
            .type(entry.type), tenths("x", x), number("y", height - 16), number("width", 14), number("height", 10),
            HTMLAttribute("rx", "2"),
          ]), text("small", x + 190, height - 7, entry.text),
      ]
      x += 300 + entry.text.unicodeScalars.count * 62
      return nodes
    }
  }

  private var hatching: HTMLNode {
    .element(
      "defs", [],
      [
        .element(
          "pattern",
          [
            .id("hatching"), number("width", 6), number("height", 6), HTMLAttribute("patternUnits", "userSpaceOnUse"),
            HTMLAttribute("patternTransform", "rotate(45)"),
          ], [.element("rect", [.type("stripe"), number("width", 3), number("height", 6)])])
      ])
  }

  /// As long a name as there is room for.
  private static func shortened(_ name: String) -> String {
    name.count <= 29 ? name : name.prefix(28) + "…"
  }

  private static let style = """
    svg { color-scheme: light dark; --page: #ffffff; --text: #1c2126; --quiet: #56606b; --line: #d5dbe1; \
    --first: #17693a; --second: #1659a6; --third: #6a3fae; --lower: #7a5212; --gone: #8a949e; --today: #b3261e; } \
    @media (prefers-color-scheme: dark) { svg { --page: #14171a; --text: #e4e8ec; --quiet: #a5afba; --line: #333a42; \
    --first: #5dbb83; --second: #6aa9ef; --third: #b394f0; --lower: #d9a860; --gone: #6d7883; --today: #ff8a80; } } \
    .page { fill: var(--page); } text { font: 12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: var(--text); } \
    .small { font-size: 11px; fill: var(--quiet); } .now { font-size: 11px; fill: var(--today); } \
    .year { stroke: var(--line); } .release { stroke: var(--line); stroke-dasharray: 2 3; } \
    .start { stroke: var(--quiet); stroke-dasharray: 5 3; } .today { stroke: var(--today); stroke-width: 1.5; } \
    .presence { fill: var(--gone); opacity: 0.55; } .announced { fill: url(#hatching); } .stripe { fill: var(--quiet); } \
    .tier-first { fill: var(--first); } .tier-second { fill: var(--second); } .tier-third { fill: var(--third); } \
    .tier-lower { fill: var(--lower); } .unsupported { fill: var(--gone); }
    """
}
