import Diagnostics
import Policy

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
    var hosts: [TestHost] = []
    for test in signs.tests where !hosts.contains(test.value.host) { hosts.append(test.value.host) }
    guard hosts.isEmpty else {
      return hosts.compactMap { host in
        target(on: host, verdict(of: signs.tests.filter { $0.value.host == host }))
      }
    }
    return untested
  }

  /// What it is for where no tests are seen.
  private var untested: [DetectedTarget] {
    if let guest = signs.guest { return [target(of: guest, verdict(of: []))] }
    if !signs.containers.isEmpty {
      return signs.containers.map {
        target("linux", $0.value, libc: signs.usesMusl ? "musl" : "glibc", verdict(of: []), at: $0.range)
      }
    }
    // What is emulated without a word of what it is cannot be told.
    guard signs.emulation == nil else { return [] }
    return [ownTarget(verdict(of: []))].compactMap { $0 }
  }

  /// The machine, or the container that all of the job runs in.
  private func ownTarget(_ verdict: TestVerdict) -> DetectedTarget? {
    if run.container != nil {
      let architecture = signs.containers.first
      guard let name = architecture?.value ?? machine else { return nil }
      let range = architecture?.range ?? run.container?.range ?? run.place
      return target("linux", name, libc: signs.usesMusl ? "musl" : "glibc", verdict, at: range)
    }
    guard let os = run.runner?.os, let machine else { return nil }
    let libc = os == "linux" ? "glibc" : nil
    let python = signs.pythonArchitecture.flatMap { name in
      Architecture.known(name.value).map { Located(value: $0, range: name.range) }
    }
    let place = run.combination.places.isEmpty ? run.job.id.range : run.place
    return target(os, python?.value ?? machine, libc: libc, verdict, at: python?.range ?? place)
  }

  private func target(of guest: JobSigns.Guest, _ verdict: TestVerdict) -> DetectedTarget {
    let architecture = guest.architecture.map { Architecture.canonical($0) } ?? machine ?? "x86-64"
    return target(guest.os, architecture, libc: nil, verdict, at: guest.action.range)
  }

  /// What tests on a host are for; nil where that cannot be told.
  private func target(on host: TestHost, _ verdict: TestVerdict) -> DetectedTarget? {
    var found: DetectedTarget?
    if let guest = signs.guest, host.os == guest.os || !guest.isApart && !host.isContainer {
      found = target(of: guest, verdict)
    } else if host.isContainer {
      let told =
        host.architecture ?? only(signs.containers.map { $0.value }, or: signs.emulation == nil ? machine : nil)
      let range = signs.containers.first { $0.value == told }?.range ?? run.place
      found = told.map {
        target("linux", $0, libc: host.libc == "musl" || signs.usesMusl ? "musl" : "glibc", verdict, at: range)
      }
    } else if let own = ownTarget(verdict), verdict == .tested || signs.emulation == nil {
      let isSameSystem = host.os == nil || host.os == own.os
      // What it is built for otherwise says nothing of the processor.
      guard isSameSystem || host.architecture != nil else { return nil }
      found = target(
        host.os ?? own.os, host.architecture ?? own.architecture,
        libc: isSameSystem ? host.libc ?? own.libc : host.libc,
        verdict, at: own.range)
    }
    if host.isEmulated, let architecture = found?.architecture, architecture != machine { found?.execution = .emulated }
    found?.interpreter = host.interpreter == "cpython" ? nil : host.interpreter
    return found
  }

  /// The only one there is; nil for several.
  private func only(_ names: [String], or other: String?) -> String? { names.count > 1 ? nil : names.first ?? other }

  private func target(
    _ os: String, _ architecture: String, libc: String?, _ verdict: TestVerdict, at range: SourceRange
  ) -> DetectedTarget {
    let isPyPy = !signs.pythons.isEmpty && signs.pythons.allSatisfy { $0.value.hasPrefix("pypy") }
    return DetectedTarget(
      os: os, architecture: architecture, libc: libc, interpreter: isPyPy ? "pypy" : nil,
      execution: execution(os, architecture), tests: verdict, range: range)
  }

  /// How code for an architecture runs on the machine.
  private func execution(_ os: String, _ architecture: String) -> CIJob.Execution? {
    if os == "emscripten" { return .native }
    guard let machine else { return nil }
    if os == "android" { return architecture == machine ? .emulated : .crossCompiled }
    let isGuest = signs.guest?.os == os
    if Architecture.runs(architecture, on: machine), isGuest || os == "linux" || os == run.runner?.os { return .native }
    // Rosetta, and Windows' own emulator.
    if (os == "macos" || os == "windows") && os == run.runner?.os && architecture == "x86-64" { return .emulated }
    if signs.emulation != nil || !signs.containers.isEmpty || isGuest { return .emulated }
    return nil
  }

  /// What the tests of the run that have one host come to.
  private func verdict(of tests: [Located<TestRun>]) -> TestVerdict {
    let best = tests.max { $0.value.extent.rank < $1.value.extent.rank }
    switch best?.value.extent {
    case .whole?: return doubt ?? .tested
    case .unknown(let why)?: return .unknown(why, best?.range ?? run.job.id.range)
    case .part?, .none?, nil: break
    }
    // What is not looked into may test the rest.
    if signs.unresolved.isEmpty, let best { return .testedInPart(best.range) }
    if let unresolved = signs.unresolved.first {
      return .unknown("'\(unresolved.value)' is not given, and may test", unresolved.range)
    }
    return .unseen(run.job.id.range)
  }

  /// What keeps whole tests from showing anything: a run of which nobody sees that it failed.
  private var doubt: TestVerdict? {
    if run.isPerhaps { return .unknown("it runs on a condition that is known only then", run.job.id.range) }
    switch run.ignoresFailure {
    case false?: return nil
    case true?:
      return .unknown("a failure of it does not fail its workflow", run.job.continueOnError?.range ?? run.place)
    case nil:
      return .unknown(
        "whether a failure of it counts is known only when it runs", run.job.continueOnError?.range ?? run.place)
    }
  }
}

extension TargetDetector {
  private func targets(of build: WheelBuild) -> [DetectedTarget] {
    BuildSelection(build, on: run.runner, files: files).items.map { item in
      let platform = item.target.os == "emscripten" ? "pyodide" : item.target.os
      var tests = build.verdict(for: item.identifiers, platform: platform, files: files)
      if tests == .tested { tests = doubt ?? build.doubt.map { .unknown($0, build.range) } ?? .tested }
      return DetectedTarget(
        os: item.target.os, architecture: item.target.architecture, libc: item.target.libc,
        interpreter: InterpreterName.other(in: item.title),
        execution: execution(of: item.target), tests: tests, identifier: item.title, isAssumed: item.isAssumed,
        range: run.combination.places.isEmpty ? item.pattern.range : place(naming: item.title))
    }
  }

  /// The value of the matrix that an identifier was made of.
  private func place(naming identifier: String) -> SourceRange {
    let tag = identifier.split(separator: "-").last?.prefix { $0 != "*" } ?? ""
    let leaf = tag.isEmpty ? nil : run.combination.leaves.first { $0.text.contains(tag) }
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
