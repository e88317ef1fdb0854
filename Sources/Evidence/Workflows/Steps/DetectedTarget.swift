package import Diagnostics
package import Policy

/// What a run builds for, and how that is run, as far as the workflow shows.
package struct DetectedTarget: Sendable {
  package var os: String
  /// As `Architecture` names them.
  package var architecture: String
  /// Nil where it makes no difference, or cannot be told.
  package var libc: String?
  /// The Python that it builds for, where that is another than CPython: `pypy`.
  package var interpreter: String?
  /// Nil when it cannot be told.
  package var execution: CIJob.Execution?
  package var tests: TestVerdict
  /// The identifier of cibuildwheel's that says so: `cp314t-macosx_x86_64`.
  package var identifier: String?
  /// Whether settings that are not among the evidence may say that it builds for something else.
  package var isAssumed = false
  package var range: SourceRange

  /// How messages call it: `Linux on s390x`.
  package var title: String {
    let name = Self.names[os] ?? os
    let python = interpreter.map { ($0 == "pypy" ? "PyPy" : $0) + " on " } ?? ""
    return "\(python)\(name) on \(architecture)\(libc == "musl" ? " with musl" : "")"
  }

  private static let names = [
    "linux": "Linux", "macos": "macOS", "windows": "Windows", "android": "Android", "ios": "iOS", "cygwin": "Cygwin",
    "emscripten": "Emscripten", "freebsd": "FreeBSD", "openbsd": "OpenBSD", "netbsd": "NetBSD",
  ]

  /// Whether it is seen to be tested, at least in part, so that it is more than a machine on which something happens.
  package var isSeenTested: Bool {
    switch tests {
    case .tested, .testedInPart: true
    case .untested, .unseen, .unknown: false
    }
  }

  /// Whether it is certain what it builds for: tests are seen to run there, or cibuildwheel is told.
  package var isDefinite: Bool { !isAssumed && (isSeenTested || identifier != nil) }

  /// Whether it shows more of a platform than another: tests that run natively before those under emulation, and these
  /// before what is built only.
  package static func isBetter(_ left: DetectedTarget, _ right: DetectedTarget) -> Bool { left.rank < right.rank }

  private var rank: Int {
    guard execution != .crossCompiled else { return 10 }
    let emulated = execution == .native ? 0 : 1
    switch tests {
    case .tested: return emulated
    case .unknown, .unseen: return 2 + emulated
    case .testedInPart: return 4 + emulated
    case .untested: return 6 + emulated
    }
  }

  /// Whether it is of a platform's interpreter; `any`, and none, is CPython.
  package func isOf(_ interpreter: String?) -> Bool {
    let asked = interpreter == "cpython" || interpreter == "any" ? nil : interpreter
    return asked == self.interpreter
  }

  /// Whether a platform is what it builds for. A platform of all systems or architectures is none in particular.
  package func isPart(of target: Target) -> Bool {
    guard target.os.value == os, isOf(target.interpreter.value) else { return false }
    if let libc = target.libc, let own = self.libc, libc != own { return false }
    guard let architectures = target.architectures.value else { return true }
    return architectures.contains { Architecture.canonical($0) == architecture }
  }
}

extension Target {
  /// Whether it stands for several systems or architectures, so that no run's own says anything.
  package var isGeneral: Bool { os.value == nil || os.value == "any" || architectures.value?.contains("any") ?? false }
}
