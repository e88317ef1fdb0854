extension CalendarDate {
  /// Days since 1970-01-01; negative before it.
  package var dayNumber: Int {
    // Years that begin in March have their odd day at the end; 400 of them have 146,097 days.
    let marchYear = month > 2 ? year : year - 1
    let monthSinceMarch = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return marchYear * 365 + leapDays + (153 * monthSinceMarch + 2) / 5 + day - 1 - 719_468
  }

  /// How many days later `other` is; negative when it is earlier.
  package func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// The same day of another year: 29 February becomes the 28th where there is none. Nil beyond the year 9999.
  package func adding(years: Int) -> CalendarDate? {
    let (year, overflows) = year.addingReportingOverflow(years)
    guard !overflows, (1...9999).contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
  }
}
