import Foundation
import Testing
import TestSupport

/// The wheel that `Scripts/build-wheel` has made.
@Suite(.enabled(if: Wheel.path != nil, "skipped: run Scripts/build-wheel first"))
struct WheelTests {
  private let folder: TemporaryFolder
  private let wheel: String

  init() throws {
    folder = try TemporaryFolder()
    wheel = try #require(Wheel.path)
  }

  /// Runs a program of the test tools, or of the machine.
  private func run(_ command: String..., environment: [String: String] = [:]) throws -> Tool.Result {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = ["PATH": PackageFile.path(".build/venv/bin") + ":" + path, "HOME": folder.path]
    return try Tool.run(
      executable: "/usr/bin/env", command, in: folder.path, environment: variables.merging(environment) { $1 })
  }

  @Test func equalExecutablesGiveEqualWheels() throws {
    let script = PackageFile.path("Scripts/build-wheel")
    let executable = PackageFile.path(".build-release/platform-tiers")
    let surroundings = [("one", "umask 022", "UTC"), ("two", "umask 077", "Asia/Tokyo")]
    for (name, mask, zone) in surroundings {
      let result = try run(
        "sh", "-c", "\(mask); exec \"$@\"", "sh", script, "--executable", executable, "--output", folder[name],
        environment: ["TZ": zone, "SOURCE_DATE_EPOCH": "1770000000"])
      try #require(result.status == 0, "\(result.error)")
    }
    let name = URL(filePath: wheel).lastPathComponent
    let wheels = try surroundings.map { try Data(contentsOf: URL(filePath: folder["\($0.0)/\(name)"])) }
    #expect(wheels[0] == wheels[1])
  }

  @Test func auditwheelFindsNoLibraryThatItNeeds() throws {
    let result = try run("auditwheel", "show", "--json", wheel)
    try #require(result.status == 0, "\(result.error)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(report["overall_tag"] as? String == "manylinux_2_5_x86_64")
    #expect((report["external_libs"] as? [String: Any])?.isEmpty == true)
    #expect(report["unsupported_isa"] as? Bool == false)
  }

  /// What `auditwheel` cannot see: glibc's startup refuses a kernel that is too old, which bounds the tags from below.
  @Test func theTagsPromiseNoOlderKernelThanTheExecutableTakes() throws {
    let notes = try run("readelf", "--notes", PackageFile.path(".build-release/platform-tiers"))
    let kernel = try #require(notes.output.firstMatch(of: /OS: Linux, ABI: (\d+)\.(\d+)\./))
    // manylinux_2_17 is that of CentOS 7, whose kernel is 3.10; musllinux_1_1 that of Alpine 3.12, whose is 5.4.
    let (major, minor) = try (#require(Int(kernel.1)), #require(Int(kernel.2)))
    #expect((major, minor) <= (3, 10))
    #expect(wheel.hasSuffix("-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64.whl"))
  }

  @Test func pipPutsItOnThePathAndTakesItAway() throws {
    #expect(try run("python3", "-m", "venv", "environment").status == 0)
    let pip = folder["environment/bin/pip"]
    let installed = try run(
      pip, "install", "--no-index", "--find-links", URL(filePath: wheel).deletingLastPathComponent().path(),
      "platform-tiers")
    try #require(installed.status == 0, "\(installed.error)")
    let program = folder["environment/bin/platform-tiers"]
    let version = try run(program, "--version")
    #expect(version.status == 0)
    #expect(try run(pip, "show", "platform-tiers").output.contains("\nVersion: \(version.output)"))
    let module = try run(folder["environment/bin/python"], "-m", "platform_tiers", "--version")
    #expect(module.output == version.output, "\(module.error)")
    let page = PackageFile.path("docs/nep-0057-platform-support.rst")
    #expect(try run(program, "lint", "--no-config", page).status == 0)
    #expect(try run(pip, "uninstall", "--yes", "platform-tiers").status == 0)
    #expect(!FileManager.default.fileExists(atPath: program))
  }

  /// By a virtual environment's own `packaging`, which reads names and metadata as indexes do.
  @Test func itsMetadataAndNoticesAreWhole() throws {
    let result = try run("python", PackageFile.path("Tests/Wheel/check.py"), wheel)
    #expect(result.status == 0, "\(result.error)")
    for name in ["LICENSE", "NOTICES", "libc6-dev/copyright", "common-licenses/LGPL-2.1", "swift/LICENSE.txt"] {
      #expect(result.output.contains("licence: \(name)\n"), "\(result.output)")
    }
  }

  /// In a folder that holds nothing but the executable, a document and /proc, from which Swift takes the arguments.
  @Test(.enabled(if: Wheel.canMount, "skipped: needs root, for chroot and mount"))
  func itNeedsNoFileOfTheSystem() throws {
    try folder.write("Titles\n====\n", to: "root/page.rst")
    #expect(try run("mkdir", "root/proc").status == 0)
    #expect(try run("cp", PackageFile.path(".build-release/platform-tiers"), "root/").status == 0)
    let result = try run(
      "unshare", "--mount", "sh", "-c", "mount --rbind /proc root/proc && exec /usr/sbin/chroot root \"$@\"", "sh",
      "/platform-tiers", "lint", "--no-config", "/page.rst")
    #expect(result.status == 0)
    #expect(result.output.contains("short-title-underline"), "\(result.output)\(result.error)")
  }

  /// As docs/adopting.md says, with an index that has the wheel.
  @Test(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
  func preCommitInstallsItAsAHook() throws {
    let repository = try HookedRepository(hooks: [])
    let configuration = try String(
      contentsOfFile: PackageFile.path("docs/adopting/pre-commit-wheel.yaml"), encoding: .utf8)
    try repository.write(configuration, to: ".pre-commit-config.yaml")
    try repository.write(
      "Tier 1\n====\n\n========  =====\nPlatform  Notes\n========  =====\nHaiku     fine\n========  =====\n",
      to: "doc/neps/nep-0057-platforms.rst")
    try repository.git("add", "--all")
    let folders = [URL(filePath: wheel).deletingLastPathComponent().path(), PackageFile.path(".build/wheels")]
    let result = try repository.preCommit(
      ["run", "--all-files"], environment: ["PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folders.joined(separator: " ")])
    #expect(result.status == 1)
    #expect(result.output.contains("warning[short-title-underline]"), "\(result.output)\(result.error)")
  }
}

private enum Wheel {
  /// The absolute path of the wheel, nil before it is built.
  static let path: String? = {
    let folder = PackageFile.path(".build-release/wheel")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().last { $0.hasSuffix(".whl") }.map { folder + "/" + $0 }
  }()

  static var canMount: Bool {
    (try? Tool.run(executable: "/usr/bin/unshare", ["--mount", "true"], in: "/").status) == 0
  }
}
