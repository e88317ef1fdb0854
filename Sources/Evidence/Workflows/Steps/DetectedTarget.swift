package import Diagnostics
package import Policy

/// What a run builds for, and how that is run, as far as the workflow shows.
package struct DetectedTarget: Sendable {
  package var os: String
  /// As `Architecture` names them.
  package var architecture: String
  /// Nil where it makes no difference, or cannot be told.
  package var libc: String?
  /// Whether it is PyPy that it builds for; CPython, where nothing says so.
  package var isPyPy = false
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
    return "\(isPyPy ? "PyPy on " : "")\(name) on \(architecture)\(libc == "musl" ? " with musl" : "")"
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

  package func isOf(_ interpreter: String?) -> Bool { (interpreter == "pypy") == isPyPy }

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

/// Tells what a run builds for from what its steps show, and from its machine where they show nothing.
struct TargetDetector {
  let run: JobRun
  private let files: RepositoryFiles
  private let signs: JobSigns

  init(_ run: JobRun, signs: JobSigns, files: RepositoryFiles) {
    self.run = run
    self.signs = signs
    self.files = files
  }

  private var machine: String? { run.runner?.architecture }

  var targets: [DetectedTarget] {
    if !signs.wheelBuilds.isEmpty { return signs.wheelBuilds.flatMap(targets) }
    if let guest = signs.guest { return [target(of: guest)] }
    if !signs.containers.isEmpty {
      return signs.containers.map { target("linux", $0.value, libc: signs.usesMusl ? "musl" : "glibc", at: $0.range) }
    }
    // What is emulated without a word of what it is cannot be told.
    guard let os = run.runner?.os, let machine, signs.emulation == nil else { return [] }
    let libc = os == "linux" ? (signs.usesMusl ? "musl" : "glibc") : nil
    let python = signs.pythonArchitecture.flatMap { name in
      Architecture.known(name.value).map { Located(value: $0, range: name.range) }
    }
    let place = run.combination.places.isEmpty ? run.job.id.range : run.place
    return [target(os, python?.value ?? machine, libc: libc, at: python?.range ?? place)]
  }

  private func target(of guest: JobSigns.Guest) -> DetectedTarget {
    let architecture = guest.architecture.map { Architecture.canonical($0) } ?? machine ?? "x86-64"
    return target(guest.os, architecture, libc: nil, at: guest.action.range)
  }

  private func target(_ os: String, _ architecture: String, libc: String?, at range: SourceRange) -> DetectedTarget {
    DetectedTarget(
      os: os, architecture: architecture, libc: libc,
      isPyPy: !signs.pythons.isEmpty && signs.pythons.allSatisfy { $0.value.hasPrefix("pypy") },
      execution: execution(os, architecture), tests: verdict, range: range)
  }

  /// How code for an architecture runs on the machine.
  private func execution(_ os: String, _ architecture: String) -> CIJob.Execution? {
    if os == "emscripten" { return .native }
    guard let machine else { return nil }
    if os == "android" { return architecture == machine ? .emulated : .crossCompiled }
    if Architecture.runs(architecture, on: machine) { return .native }
    // Rosetta, and Windows' own emulator.
    if (os == "macos" || os == "windows") && architecture == "x86-64" { return .emulated }
    if signs.emulation != nil || !signs.containers.isEmpty || signs.guest != nil { return .emulated }
    return nil
  }

  /// What the run's scripts test.
  private var verdict: TestVerdict {
    let tests = signs.tests.max { $0.value.extent.rank < $1.value.extent.rank }
    switch tests?.value.extent {
    case .whole?: return .tested
    case .unknown(let why)?: return .unknown(why, tests?.range ?? run.job.id.range)
    case .part?, .none?, nil: break
    }
    // What is not looked into may test the rest.
    if signs.unresolved.isEmpty, let tests { return .testedInPart(tests.range) }
    if let unresolved = signs.unresolved.first {
      return .unknown("'\(unresolved.value)' is not given, and may test", unresolved.range)
    }
    return .unseen(run.job.id.range)
  }
}

extension TargetDetector {
  private func targets(of build: WheelBuild) -> [DetectedTarget] {
    BuildSelection(build, on: run.runner, files: files).items.map { item in
      let platform = item.target.os == "emscripten" ? "pyodide" : item.target.os
      return DetectedTarget(
        os: item.target.os, architecture: item.target.architecture, libc: item.target.libc,
        isPyPy: item.title.hasPrefix("pp"),
        execution: execution(of: item.target),
        tests: build.verdict(for: item.identifiers, platform: platform, files: files),
        identifier: item.title, isAssumed: item.isAssumed,
        range: run.combination.places.isEmpty ? item.pattern.range : place(naming: item.title))
    }
  }

  /// The value of the matrix that an identifier was made of.
  private func place(naming identifier: String) -> SourceRange {
    let tag = identifier.split(separator: "-").last?.prefix { $0 != "*" } ?? ""
    let leaf = tag.isEmpty ? nil : run.combination.leaves.first { $0.text.holds(String(tag)) }
    return leaf.flatMap { run.combination.places[$0.key] } ?? run.place
  }

  /// cibuildwheel tests where the machine can run it: an iOS device and a foreign Android are never there.
  private func execution(of target: BuildTarget) -> CIJob.Execution? {
    if target.os == "ios" {
      // The simulator runs code for the Mac's own processor.
      guard target.isSimulator else { return .crossCompiled }
      return machine.map { $0 == target.architecture ? .native : .crossCompiled }
    }
    if let found = execution(target.os, target.architecture) { return found }
    return target.os == "linux" ? nil : machine == nil ? nil : .crossCompiled
  }
}
