import Policy
import Testing

@Suite struct CalendarArithmeticTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-11-23", 20_780),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysAreNumbered(_ text: String, _ number: Int) throws {
    #expect(try #require(CalendarDate(text)).dayNumber == number)
  }

  @Test func eachDayFollowsTheOneBefore() {
    var expected: Int?
    for year in 1996...2104 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let number = CalendarDate(year: year, month: month, day: day)?.dayNumber
          if let expected { #expect(number == expected) }
          expected = number.map { $0 + 1 }
        }
      }
    }
  }

  @Test func aLeapDayComesBackOnThe28th() {
    #expect(CalendarDate("2024-02-29")?.adding(years: 1) == CalendarDate("2025-02-28"))
    #expect(CalendarDate("2024-02-29")?.adding(years: 4) == CalendarDate("2028-02-29"))
    #expect(CalendarDate("9999-02-01")?.adding(years: 1) == nil)
    #expect(CalendarDate("2024-02-29")?.adding(years: .max) == nil)
  }
}
