import Checks
import Diagnostics
import Evidence
import Foundation
import Policy
import Testing
import TestSupport

/// NumPy's registry against NumPy's workflows. `docs/numpy-findings.md` explains each finding.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct NumPyWorkflowsTests {
  static let audit: Audit? = try? NumPyEvidence.audit()

  @Test("finds what is there, and no more")
  func findings() throws {
    let audit = try #require(Self.audit)
    let lines = audit.diagnostics.map { finding in
      "\(finding.file):\(finding.range.start.line) \(finding.rule) \(finding.severity.rawValue): \(finding.message)"
    }
    #expect(
      lines == [
        "numpy-release/.github/workflows/wheels.yml:60 inactive-job warning: 'build_wheels' asks for 'macos-14', whose end "
          + "GitHub announced for 2026-11-02",
        "numpy-release/.github/workflows/wheels.yml:66 wheel-gap warning: 'exclude' takes a build of "
          + "'cp314t-macosx_x86_64' from 'Free-threaded CPython' and 'macOS x86-64'; what is left of it is "
          + "'macos-15-intel, macosx_x86_64, accelerate, cp314t'",
        "numpy-release/.github/workflows/wheels.yml:69 unexpected-wheels warning: 'cp313-pyodide_wasm32' is built among "
          + "the released wheels, and for 'Emscripten/Pyodide' 'Tier 3' releases none; only the pattern '*wasm*' keeps "
          + "it off the index",
        "numpy/.github/workflows/cygwin.yml:32 unlisted-ci info: 'cygwin_build_test' is CI for Cygwin on x86-64, which "
          + "no tier lists",
        "numpy/.github/workflows/linux-ibm.yml:45 unlisted-ci info: 'native_ibm' is CI for 'Linux on IBM Z (s390x)', one "
          + "of the formerly supported platforms",
        "numpy/.github/workflows/linux.yml:167 unlisted-ci info: 'armhf_test' is CI for Linux on armv7, which no tier "
          + "lists",
        "numpy/.github/workflows/linux.yml:424 unlisted-ci info: 'Linux_Python_312_32bit_full' is CI for 'Linux i686', "
          + "one of the formerly supported platforms",
        "numpy/.github/workflows/linux_qemu.yml:49 non-blocking-ci info: 'linux_qemu' tests 'RISC-V' under emulation, and "
          + "a failure of it holds no release back",
        "numpy/.github/workflows/linux_qemu.yml:217 unlisted-ci info: 'linux_loongarch64_qemu' is CI for Linux on "
          + "loongarch64, under emulation, with 'continue-on-error', which no tier lists",
        "numpy/.github/workflows/macos.yml:121 inactive-job warning: 'accelerate' asks for 'macos-14', whose end GitHub "
          + "announced for 2026-11-02",
        "numpy/.github/workflows/wheels.yml:48 emulated-ci warning: 'build_wheels' builds 'cp313-android_arm64_v8a' for 'Android' "
          + "and never runs that build",
        "numpy/.github/workflows/wheels.yml:50 emulated-ci warning: 'build_wheels' builds 'cp313-ios_arm64_iphoneos' for 'iOS' and "
          + "never runs that build",
        "numpy/.github/workflows/windows.yml:79 partial-ci warning: 'Windows x86' is tested on a free-threaded Python "
          + "only ('3.15t-dev')",
      ])
  }

  @Test("says of each duty whether workflows show it kept")
  func duties() throws {
    let audit = try #require(Self.audit)
    let lines = audit.platforms.flatMap { platform in
      (platform.duties?.verdicts ?? []).filter { $0.status != .kept && $0.source == .workflow }.map { verdict in
        "\(platform.platform.id) \(verdict.duty.rawValue) \(verdict.status.rawValue): \(verdict.reason)"
      }
    }
    #expect(
      lines == [
        "android ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
        "emscripten-pyodide ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
        "ios ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
        "linux-aarch64-musllinux ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
        "linux-x86-64-musllinux ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
        "macos-arm64 ci unknown: GitHub announced the end of 'macos-14' for 2026-11-02",
        "macos-arm64 wheels unknown: GitHub announced the end of 'macos-14' for 2026-11-02",
        "risc-v ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
      ])
  }
}

extension NumPyWorkflowsTests {
  @Test("what a workflow shows of a job")
  func jobs() throws {
    let audit = try #require(Self.audit)
    let jobs = try #require(audit.platforms.first { $0.platform.id == "risc-v" }?.jobs)
    let lines = jobs.map { job in
      "\(job.title): \(job.hosting?.rawValue ?? "?") \(job.execution?.rawValue ?? "?") \(job.blocks ?? false)"
    }
    #expect(
      lines == [
        "'build_wheels' of .github/workflows/linux_riscv64.yml: self-hosted native true",
        "'linux_qemu' of .github/workflows/linux_qemu.yml: github emulated false",
      ])
  }
}

/// The registry of this package, and the workflows that were collected beside it.
enum NumPyEvidence {
  /// - Parameter folder: where a day's workflows are in the folder of evidence.
  static func audit(
    of folder: String = "", on day: String = "2026-11-23", release: String? = nil, own: Bool = true
  ) throws -> Audit {
    let registry = try registry()
    let today = try #require(CalendarDate(day))
    let version = release.flatMap { ReleaseVersion($0) }
    var evidence = AuditEvidence()
    if own { evidence.workflows.append(try sources("\(folder)numpy", as: "numpy/numpy")) }
    evidence.workflows.append(try sources("\(folder)numpy-release", as: "numpy/numpy-release"))
    let move: ((Platform) -> Move?)? = version.map { version in { $0.move(forRelease: version, at: today) } }
    return Audit(
      of: try #require(registry.registry), places: registry.places, by: evidence, today: today, release: version,
      move: move)
  }

  static func registry() throws -> RegistryReader.Result { RegistryReader.read(try registryFiles()) }

  private static func registryFiles() throws -> RegistryFiles {
    let folder = PackageFile.path("registry/platforms")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    func part(_ path: String) -> RegistryFiles.Part { PackageFile.read(path).map { .file($0) } ?? .absent }
    return RegistryFiles(
      policy: part("registry/policy.yaml"), people: part("registry/people.yaml"),
      platforms: names.compactMap { PackageFile.read("registry/platforms/\($0)") })
  }

  static func sources(_ folder: String, as repository: String) throws -> WorkflowSources {
    func files(_ suffix: String) throws -> [WorkflowSources.File] {
      try SharedFolder.paths(in: "evidence/\(folder)", suffix: suffix).map { path in
        let name = String(path.dropFirst("evidence/".count))
        return WorkflowSources.File(
          path: String(name.dropFirst(folder.count + 1)),
          source: SourceFile(path: name, bytes: try SharedFolder.bytes(path)))
      }
    }
    return WorkflowSources(
      repository: repository, workflows: try files(".yml").filter { $0.path.hasPrefix(".github/workflows/") },
      configurations: try files(".toml"),
      file: { path in
        (try? SharedFolder.bytes("evidence/\(folder)/\(path)")).map { SourceFile(path: "\(folder)/\(path)", bytes: $0) }
      })
  }
}

/// The workflows of other days: the registry is of November, and none of its platforms had broken a promise.
@Suite("Of other days nothing is called broken", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct OtherDaysTests {
  private func broken(_ audit: Audit) -> [String] {
    audit.platforms.flatMap { platform in
      (platform.duties?.verdicts ?? []).filter { $0.status == .broken }.map {
        "\(platform.platform.id) \($0.duty.rawValue)"
      }
    }
  }

  @Test(arguments: ["2026-02-15", "2026-05-20", "2026-08-22"])
  func workflows(of day: String) throws {
    let audit = try NumPyEvidence.audit(of: "days/\(day)/", on: day)
    #expect(broken(audit) == [])
    #expect(audit.diagnostics.allSatisfy { $0.severity < .error || $0.rule.hasPrefix("missing-") })
  }

  @Test("a job that was renamed since is a fault of the registry, which says what covers the platform")
  func renamedJobs() throws {
    let audit = try NumPyEvidence.audit(of: "days/2026-05-20/", on: "2026-05-20")
    let windows = audit.diagnostics.first { $0.file.hasSuffix("windows-x86.yaml") && $0.rule == "missing-job" }
    #expect(
      windows?.help?.hasPrefix(
        "'msvc_python32bit_no_openblas' of .github/workflows/windows.yml runs a part of its tests now") == true)
  }

  @Test("a release's workflow counts by the tiers of that release")
  func maintenance() throws {
    let audit = try NumPyEvidence.audit(of: "days/maintenance-2.5.x/", release: "2.5.5", own: false)
    #expect(broken(audit) == [])
    #expect(!audit.diagnostics.contains { $0.rule == "unexpected-wheels" && $0.message.contains("win32") })
    let next = try NumPyEvidence.audit(of: "days/maintenance-2.5.x/", own: false)
    #expect(next.diagnostics.contains { $0.rule == "unexpected-wheels" && $0.message.contains("win32") })
  }
}
