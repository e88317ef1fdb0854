import Policy
import Testing

@Suite("dates")
struct CalendarDateTests {
  @Test(
    "headers have ISO dates, and older ones name the month",
    arguments: [
      ("2026-01-30", "2026-01-30"), ("30-Jan-2026", "2026-01-30"), ("7-Jul-2002", "2002-07-07"),
      ("29-Feb-2024", "2024-02-29"),
    ])
  func header(text: String, date: String) {
    #expect(CalendarDate(inHeader: text)?.description == date)
  }

  @Test(
    "what is no date",
    arguments: [
      "", "2026-02-30", "2026-1-30", "30-jan-2026", "30-January-2026", "29-Feb-2023", "30-Jan-26", "-Jan-2026", "today",
      "2026-01-30-", "030-Jan-2026",
    ])
  func noDate(text: String) {
    #expect(CalendarDate(inHeader: text) == nil)
  }
}
