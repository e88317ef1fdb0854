/// How the process ends.
package enum ExitStatus: Int32, Sendable {
  case success = 0
  /// Findings that count, or output that is out of date.
  case findings = 1
  /// Something could not be read, written or understood.
  case cannotRun = 2
  /// `EX_USAGE` of `sysexits.h`, which the argument parser gives too.
  case wrongUsage = 64
}
