import Diagnostics
import Policy
import Rendering

/// The moves of all platforms as a feed (Atom, RFC 4287), newest first.
struct MovesFeed {
  static let file = StaticFile("moves.atom")
  /// Further back nobody subscribes.
  private static let limit = 100

  private let site: RegistryPages

  init(of site: RegistryPages) {
    self.site = site
  }

  var bytes: [UInt8] {
    let moves = site.reports.flatMap { report in report.movesInForce.map { (report, $0) } }
    let newest = moves.sorted { left, right in
      left.1.date != right.1.date
        ? left.1.date > right.1.date : left.0.platform.comesBefore(right.0.platform)
    }
    let updated = newest.first?.1.date ?? site.asOf ?? site.moment.day
    var nodes: [MarkupText] = [
      .element("title", text: "\(site.title): moves between tiers"), .element("id", text: identifier("moves")),
      .element("updated", text: Self.moment(updated)),
      .element("author", [:], [.element("name", text: site.project ?? site.registry.policy.name)]),
      .element("generator", text: PageRenderer.mark.description),
    ]
    if let address = site.source.address {
      nodes.append(.element("link", ["rel": "self", "href": address + Self.file.name]))
    }
    nodes += newest.prefix(Self.limit).map { entry($0, $1) }
    return MarkupText.element("feed", ["xmlns": "http://www.w3.org/2005/Atom"], nodes).file
  }

  private func entry(_ report: PlatformReport, _ move: Move) -> MarkupText {
    let platform = report.platform
    let place = site.registry.policy.place(move.to)
    let release = move.release.map { ", from \($0) on" } ?? ""
    let page = site.path(of: platform).text + PageFormat.html.ending
    let words = "\(platform.name): \(place?.standing ?? move.to)\(release)"
    var nodes: [MarkupText] = [
      .element("title", text: words),
      .element("id", text: identifier("\(page)#\(move.date)-\(CalendarText.word(move.to))")),
      .element("updated", text: Self.moment(move.date)),
      .element("link", ["rel": "alternate", "href": (site.source.address ?? "") + page]),
    ]
    nodes += report.links(of: move).filter { $0.uri.hasPrefix("http") }.map { link in
      .element("link", ["rel": "related", "title": link.kind, "href": link.uri])
    }
    nodes.append(.element("summary", text: ([words] + [move.remark].compactMap { $0 }).joined(separator: ". ")))
    return .element("entry", [:], nodes)
  }

  /// The address where it is published, and without one a name that no other feed has.
  private func identifier(_ name: String) -> String {
    site.source.address.map { $0 + name } ?? "urn:platform-tiers:\(CalendarText.word(site.registry.policy.id)):\(name)"
  }

  private static func moment(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }
}
