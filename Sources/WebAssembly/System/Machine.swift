package import Policy

/// The host's day.
package enum Clock {
  package static func day() throws(RunFailure) -> CalendarDate {
    guard let day = Host.text(.day, "").flatMap({ CalendarDate($0) }) else {
      throw .cannotRun("the clock gives no day: give '--today'")
    }
    return day
  }
}

/// The variables that the host was started with.
enum Environment {
  static func value(of name: String) -> String? { Host.text(.environment, name) }
}

/// What the system says of failures that explanations quote.
enum SystemCall {
  enum Failure {
    case missing
    case endlessLink
  }

  static func text(_ failure: Failure) -> String {
    switch failure {
    case .missing: "no such file or directory"
    case .endlessLink: "too many levels of symbolic links"
    }
  }
}

extension Array where Element: Sendable {
  /// One after the other: there are no threads.
  package func mappedInParallel<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) -> [Result] {
    map(transform)
  }
}
