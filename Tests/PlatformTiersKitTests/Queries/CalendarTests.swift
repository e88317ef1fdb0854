import PlatformTiersKit
import Policy
import Testing

/// What `due --format ical` gives, by RFC 5545.
@Suite struct CalendarTests {
  private func calendar(_ change: (inout Platform) throws -> Void, today: String = "2026-11-23") throws -> String {
    var registry = try SampleRegistry.make()
    var platform = try SampleRegistry.haiku()
    platform.notices = []
    platform.contacts = []
    platform.demand = Demand()
    try change(&platform)
    registry.platforms = [platform]
    let list = DueList(registry, today: try SampleRegistry.day(today))
    return String(decoding: list.calendar, as: UTF8.self)
  }

  @Test func anItemIsAnEventOfAWholeDay() throws {
    #expect(
      try calendar { _ in } == """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//platform-tiers//due//EN\r
        CALSCALE:GREGORIAN\r
        BEGIN:VEVENT\r
        UID:note.haiku.2026-12-31@nep57.platform-tiers\r
        DTSTAMP:20261123T000000Z\r
        DTSTART;VALUE=DATE:20261231\r
        SUMMARY:Haiku: the note announces something for '2026': do it\\, or change t\r
         he note\r
        CATEGORIES:note\r
        TRANSP:TRANSPARENT\r
        END:VEVENT\r
        END:VCALENDAR\r

        """)
  }

  @Test func linesHave75OctetsAtTheMostAndWholeCharacters() throws {
    for padding in 0..<8 {
      let name = String(repeating: "x", count: padding) + String(repeating: "日本é🦊", count: 30)
      let text = try calendar { $0.name = name }
      let lines = text.split(separator: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(!text.unicodeScalars.contains("\u{FFFD}"))
      #expect(text.split(separator: "\r\n ").joined().contains("SUMMARY:\(name): the note"))
    }
  }

  @Test func textIsEscaped() throws {
    let text = try calendar { $0.name = "a;b,c\\d\r\nEND:VEVENT\u{7}" }
    #expect(text.contains("SUMMARY:a\\;b\\,c\\\\d␍␊END:VEVENT␇: the note"))
  }

  @Test func anItemKeepsItsUIDWhenItsDayChanges() throws {
    func uids(_ confirmed: String) throws -> [Substring] {
      try calendar {
        $0.notes = ""
        $0.contacts = [Contact(person: "ada", confirmed: try SampleRegistry.day(confirmed))]
      }.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    #expect(try uids("2026-01-01") == ["UID:confirmation.haiku.ada@nep57.platform-tiers"])
    #expect(try uids("2026-02-01") == uids("2026-01-01"))
  }

  @Test func noTwoItemsShareAUID() throws {
    let text = try calendar {
      $0.notes = "Frozen until 2027-01-01. To be dropped by 2027-01-01."
      $0.contacts = [Contact(person: "a.b"), Contact(person: "a_2eb"), Contact(person: "a b")]
    }
    let uids = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(uids.count == 5)
    #expect(Set(uids).count == 5)
  }

  @Test func whatHasNoDayIsDueToday() throws {
    let text = try calendar { $0.contacts = [Contact(person: "ada")] }
    #expect(
      text.contains(
        "UID:acknowledgement.haiku.ada@nep57.platform-tiers\r\nDTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20261123\r\n"
      ))
  }

  @Test func aCalendarIsNeverWithoutAComponent() throws {
    let text = try calendar { $0.notes = "" }
    #expect(!text.contains("VEVENT"))
    #expect(text.contains("\r\nBEGIN:VTIMEZONE\r\nTZID:UTC\r\n"))
  }
}
