package import Policy

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The day it is.
package enum Clock {
  /// The day in UTC, so that two people who lint the same document at the same moment see the same.
  package static func day() throws(RunFailure) -> CalendarDate {
    guard let day = day(ofSecond: time(nil)) else { throw .cannotRun("the clock gives no day: give '--today'") }
    return day
  }

  /// The day in UTC of a moment in seconds since 1970; nil beyond the years 1 to 9999.
  static func day(ofSecond second: Int) -> CalendarDate? {
    var second = time_t(second)
    var parts = tm()
    guard gmtime_r(&second, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
