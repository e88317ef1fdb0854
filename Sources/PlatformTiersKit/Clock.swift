package import PlatformModel

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
    var seconds = time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil,
      let day = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw .cannotRun("the clock gives no day: give '--today'") }
    return day
  }
}
