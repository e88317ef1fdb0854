import Policy
import Testing
@testable import Evidence

@Suite("A version of Python is judged by the day")
struct PythonVersionTests {
  @Test(arguments: [
    ("3.15-dev", "2026-09-30", true), ("3.15-dev", "2026-10-01", false), ("3.15t-dev", "2026-11-30", false),
    ("3.16-dev", "2026-11-30", true), ("3.14", "2020-01-01", false), ("3.15.0-rc.1", "2026-11-30", true),
    ("3.15.0-alpha - 3.15", "2026-11-30", false), ("~3.15.0-0", "2026-05-01", true), ("pypy3.11", "2026-05-01", false),
    ("3.9-dev", "2026-11-30", false),
  ])
  func development(version: String, day: String, isDevelopment: Bool) throws {
    #expect(PythonVersion(version).isDevelopment(on: try #require(CalendarDate(day) as CalendarDate?)) == isDevelopment)
  }

  @Test(arguments: [("3.14t", true), ("3.15t-dev", true), ("3.14", false), ("3.15-dev", false), ("pypy3.11", false)])
  func freeThreaded(version: String, isFreeThreaded: Bool) {
    #expect(PythonVersion(version).isFreeThreaded == isFreeThreaded)
  }
}
