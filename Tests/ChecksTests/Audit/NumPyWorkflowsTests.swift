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
  static let audit: WorkflowAudit? = try? NumPyEvidence.audit()

  @Test("finds what is there, and no more")
  func findings() throws {
    let audit = try #require(Self.audit)
    #expect(audit.faults.map(\.message) == [])
    let lines = audit.findings.map { finding in
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
        "numpy/.github/workflows/wheels.yml:48 emulated-ci warning: 'build_wheels' builds 'Android' for arm64 and never "
          + "runs it",
        "numpy/.github/workflows/wheels.yml:50 emulated-ci warning: 'build_wheels' builds 'iOS' for arm64 and never runs "
          + "it",
        "numpy/.github/workflows/windows.yml:79 partial-ci warning: 'Windows x86' is tested on a development version of "
          + "Python only ('3.15t-dev')",
      ])
  }

  @Test("says of each duty whether workflows show it kept")
  func duties() throws {
    let audit = try #require(Self.audit)
    let registry = try #require(try NumPyEvidence.registry().registry)
    let lines = registry.platforms.flatMap { platform -> [String] in
      guard let tier = registry.place(of: platform)?.tier else { return [] }
      return (audit.platforms[platform.id]?.duties(in: tier) ?? []).filter { $0.standing != .met }.map { duty in
        "\(platform.id) \(duty.duty.rawValue) \(duty.standing.rawValue): \(duty.reasons.map(\.text).joined(separator: "; "))"
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
        "macos-arm64 blocks-release unknown: GitHub announced the end of 'macos-14' for 2026-11-02",
        "macos-arm64 wheels unknown: GitHub announced the end of 'macos-14' for 2026-11-02",
        "risc-v ci unknown: 'pyproject.toml', which says how cibuildwheel tests, is not among the evidence",
      ])
  }
}

extension NumPyWorkflowsTests {
  @Test("what a workflow shows of a job")
  func jobs() throws {
    let audit = try #require(Self.audit)
    let jobs = try #require(audit.platforms["risc-v"]?.jobs)
    let lines = jobs.map { job in
      "\(job.title): \(job.hosting?.rawValue ?? "?") \(job.execution?.rawValue ?? "?") \(job.blocks ?? false)"
    }
    #expect(
      lines == [
        "'build_wheels' of .github/workflows/linux_riscv64.yml: self-hosted native true",
        "'linux_qemu' of .github/workflows/linux_qemu.yml: github emulated false",
      ])
    let tier = try #require(try NumPyEvidence.registry().registry?.policy.tiers.last)
    #expect(audit.platforms["risc-v"]?.evidence(in: tier)[.blocking]?.standing == .met)
  }
}

/// The registry of this package, and the workflows that were collected beside it.
enum NumPyEvidence {
  static func audit() throws -> WorkflowAudit {
    let registry = try registry()
    return WorkflowAudit(
      of: try #require(registry.registry), places: registry.places,
      sources: [try sources("numpy", as: "numpy/numpy"), try sources("numpy-release", as: "numpy/numpy-release")],
      today: try #require(CalendarDate("2026-11-23")))
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
    return WorkflowSources(repository: repository, workflows: try files(".yml"), configurations: try files(".toml"))
  }
}
