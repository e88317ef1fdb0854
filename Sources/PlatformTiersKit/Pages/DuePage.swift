import Policy
import Rendering

/// The page of what falls due, and the same as a calendar.
///
/// What has no day is due on the last day that anything is known of, so that the same inputs give the same files.
struct DuePage {
  static let file = StaticFile("due.ics")

  private let site: RegistryPages
  private let list: DueList

  init(of site: RegistryPages) {
    self.site = site
    list = DueList(site.registry, today: site.asOf ?? site.moment.day)
  }

  var calendar: [UInt8] { list.calendar(by: PageRenderer.mark.description) }

  var page: Page {
    let sentence = PageText("What somebody has to do, or decide, by a day." + site.momentSentence.text)
    return Page(path: RegistryPages.due, title: "Due", lead: [.paragraph(sentence), .files([link])], sections: [items])
  }

  private var link: PageFileLink { PageFileLink("Calendar to subscribe to (iCalendar)", Self.file) }

  private var items: PageSection {
    guard !list.items.isEmpty else { return PageSection("items", "Items", [.paragraph("Nothing falls due.")]) }
    let rows = list.items.map { item -> [PageText] in
      [
        item.day.map { .day($0.description) } ?? "no day is recorded", site.name(of: item.platform),
        PageText(item.kind.rawValue), PageText(item.message.sentence),
      ]
    }
    let table = PageTable("What falls due, soonest first", columns: ["By", "Platform", "Kind", "What"], rows: rows)
    return PageSection("items", "Items", [.table(table)])
  }
}
