import Checks
import Diagnostics
import Evidence
import Policy
import Testing
import TestSupport

/// This repository's registry held against the real listing.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct NumPyAuditTests {
  private static let listing: IndexListing? = try? IndexReader.read(
    SourceFile(path: "numpy.json", bytes: SharedFolder.bytes("evidence/index/numpy.json"))
  ).listing

  private static let registry: RegistryReader.Result = {
    let names = [
      "android", "emscripten-pyodide", "free-threaded-cpython", "freebsd", "ios", "linux-aarch64-manylinux",
      "linux-aarch64-musllinux", "linux-i686", "linux-ppc64le", "linux-s390x", "linux-x86-64-manylinux",
      "linux-x86-64-musllinux", "macos-arm64", "macos-ppc64-universal", "macos-x86-64", "pypy", "risc-v", "wasi",
      "windows-arm64", "windows-x86-64", "windows-x86",
    ]
    return RegistryReader.read(
      RegistryFiles(
        policy: PackageFile.read("registry/policy.yaml").map { .file($0) } ?? .absent,
        people: PackageFile.read("registry/people.yaml").map { .file($0) } ?? .absent,
        platforms: names.compactMap { PackageFile.read("registry/platforms/\($0).yaml") }))
  }()

  private func audit(_ release: String, in listing: IndexListing? = listing) throws -> Audit {
    let listing = try #require(listing)
    var evidence = AuditEvidence()
    evidence.index = listing
    let version = try #require(ReleaseVersion(release))
    let found = try #require(listing.release(version))
    evidence.release = found
    return Audit(
      of: try #require(Self.registry.registry), places: Self.registry.places, by: evidence,
      today: try #require(CalendarDate("2026-11-23")))
  }

  @Test func theRegistryIsSound() {
    #expect(Self.registry.diagnostics == [])
    #expect(Self.registry.registry?.platforms.count == 21)
  }

  @Test func theListingIsReadWhole() throws {
    let listing = try #require(Self.listing)
    #expect(listing.isComplete)
    #expect(listing.releases.count == 67)
    #expect(listing.releases.reduce(0) { $0 + $1.files.count } == 3012)
    #expect(listing.newestFinal?.version.description == "2.5.5")
    #expect(listing.releases.filter(\.isYanked).map(\.version.description) == ["2.4.0"])
  }

  @Test func the255HasOneHoleAndNoForbiddenWheel() throws {
    let audit = try audit("2.5.5")
    #expect(
      audit.diagnostics.map { "\($0.rule): \($0.message)" } == [
        "wheel-gap: numpy 2.5.5 serves 'macOS x86-64' on cp314t from macOS 14.0 on only, and on other Pythons from "
          + "10.13 or 10.15 on"
      ])
    #expect(audit.diagnostics.map(\.file).allSatisfy { $0.hasSuffix("macos-x86-64.yaml") })
    let wheels = audit.platforms.compactMap { platform in
      platform.duties?.verdicts[.wheels].map { "\(platform.platform.id) \($0.word)" }
    }
    #expect(wheels.filter { !$0.hasSuffix(" kept") } == ["macos-x86-64 kept (warning)"])
  }

  @Test func theNextReleaseMayNotShipWin32() throws {
    // The present release under the number of the next one, which Windows x86 is in Tier 3 for.
    let text = String(decoding: try SharedFolder.bytes("evidence/index/numpy.json"), as: UTF8.self)
    let next = text.split(separator: "2.5.5", omittingEmptySubsequences: false).joined(separator: "2.6.0")
    let audit = try audit("2.6.0", in: IndexReader.read(SourceFile(path: "next.json", text: next)).listing)
    let errors = audit.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.rule): \($0.message)" } == [
        "forbidden-wheels: numpy 2.6.0 has 6 wheels of 'Windows x86', and 'Tier 3' has none"
      ])
    #expect(errors.first?.file.hasSuffix("windows-x86.yaml") == true)
  }

  @Test("a release that leaves out Pythons of a platform breaks the promise, and says which")
  func wheelsForOnePythonAlone() throws {
    let text = String(decoding: try SharedFolder.bytes("evidence/index/numpy.json"), as: UTF8.self)
    let next = text.split(separator: "2.5.5", omittingEmptySubsequences: false).joined(separator: "2.6.0")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let others = ["cp313-cp313", "cp313-cp313t", "cp314-cp314", "cp314-cp314t", "cp315-cp315", "cp315-cp315t"]
    let listing = try #require(
      IndexReader.read(SourceFile(path: "next.json", text: next.joined(separator: "\n"))).listing)
    let version = try #require(ReleaseVersion("2.6.0"))
    let release = try #require(listing.release(version))
    let names = release.files.map(\.name).filter { name in
      !(name.contains("macosx") && name.hasSuffix("arm64.whl") && others.contains { name.contains("-\($0)-") })
    }
    let files = names.map { #"{"filename": "\#($0)", "upload-time": "2026-12-20T00:00:00Z"}"# }.joined(separator: ",")
    let made = SourceFile(path: "made.json", text: #"{"name": "numpy", "files": [\#(files)]}"#)
    let audit = try audit("2.6.0", in: IndexReader.read(made).listing)
    let macos = try #require(audit.platforms.first { $0.platform.id == "macos-arm64" }?.duties?.verdicts[.wheels])
    #expect(macos.status == .broken)
    #expect(macos.reason.hasPrefix("numpy 2.6.0 has 2 wheels, for 1 of "), "\(macos.reason)")
    #expect(macos.reason.contains("no wheel for cp313"), "\(macos.reason)")
    #expect(
      audit.diagnostics.contains {
        $0.rule == "wheel-gap" && $0.severity == .error && $0.message.contains("'macOS arm64'")
      })
  }

  @Test("what every platform lacks is missing all the same")
  func wheelsForOnePythonEverywhere() throws {
    let listing = try #require(Self.listing)
    let names = listing.releases.flatMap(\.files).filter { file in
      file.version.description != "2.5.5" || file.name.contains("-cp312-")
    }.map(\.name)
    let files = names.map { #"{"filename": "\#($0)", "upload-time": "2026-11-15T00:00:00Z"}"# }.joined(separator: ",")
    let made = SourceFile(path: "made.json", text: #"{"name": "numpy", "files": [\#(files)]}"#)
    let audit = try audit("2.5.5", in: IndexReader.read(made).listing)
    let wheels = audit.platforms.first { $0.platform.id == "windows-x86-64" }?.duties?.verdicts[.wheels]
    #expect(wheels?.status == .broken)
    #expect(wheels?.reason.contains("for 1 of 6 Pythons") == true, "\(wheels?.reason ?? "")")
  }

  @Test func lastWheelsAreKnown() throws {
    let history = ReleaseHistory(of: try #require(Self.registry.registry), by: try #require(Self.listing))
    func last(_ id: String) -> String? {
      guard let column = history.platforms.firstIndex(where: { $0.id == id }) else { return nil }
      return history.rows.first { $0.cells[column].files > 0 }?.release.version.description
    }
    #expect(history.rows.count == 67)
    #expect(last("pypy") == "2.4.6")
    #expect(last("linux-i686") == "1.21.6")
    #expect(last("macos-ppc64-universal") == "1.22.1")
    #expect(last("windows-x86") == "2.5.5")
    #expect(last("linux-ppc64le") == nil)
    #expect(!history.rows.flatMap(\.cells).contains { [.missing, .forbidden].contains($0.state) })
  }

  @Test func releasesBeforeThePolicyOweNothing() throws {
    let audit = try audit("2.0.2")
    #expect(audit.diagnostics == [])
    #expect(audit.platforms.allSatisfy { $0.releasePlace == nil })
  }
}
