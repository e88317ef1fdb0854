package import Diagnostics
import Policy

extension DueList {
  /// The items of a day below it.
  package func text(_ layout: Layout) -> String {
    var text = items.isEmpty ? "nothing falls due\n" : ""
    var heading: StyledText?
    for item in items {
      let day = self.heading(of: item)
      if day != heading { text += (heading == nil ? "" : "\n") + layout.paragraph(day) }
      heading = day
      text += layout.paragraph("\(item.platform.name): \(item.message)", indent: 2, hanging: 2)
    }
    return text
  }

  /// `2027-03-31, in 128 days`
  private func heading(of item: DueItem) -> StyledText {
    guard let day = item.day else { return StyledText("now", .severity(.warning)) }
    let days = today.days(until: day)
    let amount = "\(abs(days)) day\(abs(days) == 1 ? "" : "s")"
    let delay = days == 0 ? "today" : days > 0 ? "in \(amount)" : "\(amount) late"
    return StyledText("\(day), \(delay)", days > 0 ? .strong : .severity(days < 0 ? .error : .warning))
  }

  /// An array with one object an item: `due` and `days` are `null` where no day is recorded and it is due at once.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for item in items {
        json.object { json in
          json.member("kind", item.kind.rawValue)
          json.member("due", item.day?.description)
          json.key("days")
          if let day = item.day { json.value(today.days(until: day)) } else { json.value(nil) }
          json.member("platform", item.platform.id)
          json.member("name", item.platform.name)
          json.member("subject", item.subject)
          json.member("message", item.message)
        }
      }
    }
    return json.finished()
  }

  /// A calendar with one event of a whole day an item; what has no day is due today.
  ///
  /// An item keeps its UID when its day changes, so that a calendar that reads this again moves the event. The day in
  /// DTSTAMP is `today`: the same registry and day give the same bytes.
  package var calendar: [UInt8] { calendar(by: "due") }

  /// - Parameter product: what of this program writes it.
  func calendar(by product: String) -> [UInt8] {
    var calendar = CalendarText()
    calendar.add("BEGIN", "VCALENDAR")
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//platform-tiers//\(product)//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    var seen: [String: Int] = [:]
    for item in items {
      let name = [item.kind.rawValue, item.platform.id, item.subject].map(CalendarText.word).joined(separator: ".")
      let count = seen[name, default: 0] + 1
      seen[name] = count
      let number = count == 1 ? "" : ".\(count)"
      calendar.add("BEGIN", "VEVENT")
      calendar.add("UID", "\(name)\(number)@\(CalendarText.word(project)).platform-tiers")
      calendar.add("DTSTAMP", "\(CalendarText.date(today))T000000Z")
      calendar.add("DTSTART;VALUE=DATE", CalendarText.date(item.effectiveDay(today)))
      calendar.add("SUMMARY", text: "\(item.platform.name): \(item.message)")
      calendar.add("CATEGORIES", text: item.kind.rawValue)
      calendar.add("TRANSP", "TRANSPARENT")
      calendar.add("END", "VEVENT")
    }
    // A calendar has one component at the least (section 3.6), and its readers refuse an empty one.
    if items.isEmpty { calendar.addTimeZone() }
    calendar.add("END", "VCALENDAR")
    return calendar.bytes
  }
}
