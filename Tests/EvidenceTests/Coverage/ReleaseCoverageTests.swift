import Diagnostics
import Evidence
import Policy
import Testing

@Suite struct ReleaseCoverageTests {
  /// What a release of files with these tags has for a platform with this pattern.
  private func coverage(_ pattern: String, _ tags: String, excluding excluded: String? = nil) throws -> PlatformCoverage
  {
    let names = tags.split(separator: " ").map { #"{"filename": "demo-1.0-\#($0).whl"}"# }
    let text = #"{"name": "demo", "files": ["# + names.joined(separator: ",") + "]}"
    let (listing, faults) = IndexReader.read(SourceFile(path: "index.json", text: text))
    #expect(faults == [])
    let target = Target(os: .known("any"), architectures: .known(["any"]), interpreter: .known("cpython"))
    let platform = Platform(id: "own", name: "Own", target: target, wheels: Wheels(tags: [pattern]))
    let other = Platform(id: "other", name: "Other", wheels: Wheels(tags: excluded.map { [$0] } ?? []))
    let release = try #require(listing?.newestFinal)
    return ReleaseCoverage(release, platforms: [platform, other]) { $0.id == "other" }.coverage(of: platform)
  }

  @Test(arguments: [
    // A newer Python may need a newer system.
    ("*-*-macosx_*_x86_64", "cp312-cp312-macosx_10_13_x86_64 cp314-cp314-macosx_10_15_x86_64", ""),
    // One as new is served on older ones.
    (
      "*-*-macosx_*_x86_64",
      "cp312-cp312-macosx_14_0_x86_64 cp313-cp313-macosx_10_13_x86_64",
      "cp312 from macOS 14.0 on only, others from 10.13 on"
    ),
    // Most others have a wheel for the same system, and an older one as well.
    (
      "*-*-macosx_*_arm64",
      "cp312-cp312-macosx_11_0_arm64 cp312-cp312-macosx_14_0_arm64 cp313-cp313-macosx_11_0_arm64 "
        + "cp313-cp313-macosx_14_0_arm64 cp314-cp314-macosx_14_0_arm64",
      "cp314 from macOS 14.0 on only, others from 11.0 on"
    ),
    // Only a wheel for newer systems is missing: they take the other one.
    (
      "*-*-macosx_*_arm64",
      "cp313-cp313-macosx_11_0_arm64 cp313-cp313-macosx_14_0_arm64 cp314-cp314-macosx_11_0_arm64", ""
    ),
    (
      "*-*-manylinux*_x86_64",
      "cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64 cp314-cp314-manylinux_2_28_x86_64", ""
    ),
    (
      "*-*-manylinux*_x86_64",
      "cp313-cp313-manylinux_2_28_x86_64 cp314-cp314-manylinux_2_17_x86_64.manylinux2014_x86_64",
      "cp313 from glibc 2.28 on only, others from 2.17 on"
    ),
    // Each of a platform's architectures counts.
    (
      "*-*-android_*",
      "cp313-cp313-android_24_arm64_v8a cp313-cp313-android_24_x86_64 cp314-cp314-android_24_arm64_v8a",
      "no wheel for cp314 (android, x86_64)"
    ),
    ("*-*-win_amd64", "cp313-cp313-win_amd64 cp314-cp314-win_arm64", "no wheel for cp314"),
    ("*-*-win_amd64", "cp313-cp313-win_amd64 cp314-cp314t-win_arm64", "no wheel for cp314t"),
    // The limited API serves later Pythons, and no free-threaded one.
    ("*-*-win_amd64", "cp312-abi3-win_amd64 cp314-cp314-win_arm64", ""),
    ("*-*-win_amd64", "cp312-abi3-win_amd64 cp311-cp311-win_arm64", "no wheel for cp311"),
    ("*-*-win_amd64", "cp312-abi3-win_amd64 cp314-cp314t-win_arm64", "no wheel for cp314t"),
    ("*-*-win_amd64", "py3-none-win_amd64 cp314-cp314t-win_arm64", ""),
    ("*-*-win_amd64", "cp314-cp314-win_amd64 cp313-cp313-win_arm64 py2.py3-none-any", ""),
    // Other interpreters are other platforms.
    ("*-*-win_amd64", "cp314-cp314-win_amd64 pp311-pypy311_pp73-win_arm64", ""),
    ("*-*-macosx_*_x86_64", "cp313-cp313-macosx_10_13_universal2 cp314-cp314-macosx_10_15_x86_64", ""),
  ])
  func holesAreWhatOtherPythonsHave(pattern: String, tags: String, holes: String) throws {
    #expect(try coverage(pattern, tags).holes.map(\.words).joined(separator: "; ") == holes)
  }

  @Test func aPythonThatIsNotReleasedIsNotExpected() throws {
    let tags = "cp314-cp314-win_amd64 cp314-cp314t-win_arm64"
    #expect(try coverage("*-*-win_amd64", tags, excluding: "cp3*-cp3*t-*").expected.map(\.label) == ["cp314"])
    #expect(try coverage("*-*-win_amd64", tags).expected.map(\.label) == ["cp314", "cp314t"])
  }

  @Test func aPlatformMayBeAPython() throws {
    let found = try coverage("cp3*-cp3*t-*", "cp314-cp314t-win_amd64 cp314-cp314-win_amd64 cp315-cp315t-win_arm64")
    #expect(found.files.count == 2)
    #expect(found.expected.map(\.label) == ["cp314t", "cp315t"])
    #expect(found.holes == [])
  }

  /// What version 1.1 has for Windows, after others in the same listing.
  private func later(_ files: String, pattern: String = "*-*-win_amd64") throws -> PlatformCoverage {
    let names = files.split(separator: " ").map { #"{"filename": "demo-\#($0).whl"}"# }
    let text = #"{"name": "demo", "files": ["# + names.joined(separator: ",") + "]}"
    let listing = try #require(IndexReader.read(SourceFile(path: "index.json", text: text)).listing)
    let target = Target(os: .known("any"), architectures: .known(["any"]), interpreter: .known("cpython"))
    let platform = Platform(id: "own", name: "Own", target: target, wheels: Wheels(tags: [pattern]))
    let release = try #require(listing.newestFinal)
    return ReleaseCoverage(release, after: listing.predecessor(of: release), platforms: [platform]) { _ in false }
      .coverage(of: platform)
  }

  @Test("within a line no Python is dropped, though no platform has it")
  func pythonsOfTheLine() throws {
    let before = "1.1.0-cp313-cp313-win_amd64 1.1.0-cp314-cp314-win_amd64"
    #expect(try later("\(before) 1.1.1-cp313-cp313-win_amd64").holes.map(\.words) == ["no wheel for cp314"])
    #expect(try later("\(before) 1.1.1-cp313-abi3-win_amd64").holes == [])
    #expect(try later("\(before) 1.1.1-cp313-cp313-win_amd64 1.1.1-cp314-cp314-win_amd64").doubt == nil)
    let threads = "1.1.0-cp314-cp314t-win_amd64 1.1.0-cp315-cp315t-win_amd64 1.1.1-cp314-cp314t-win_amd64"
    #expect(try later(threads, pattern: "cp3*-cp3*t-*").holes.map(\.words) == ["no wheel for cp315t"])
  }

  @Test("a new line may drop Pythons, and it is said where they are not the oldest")
  func pythonsOfAnotherLine() throws {
    let before = "1.0.9-cp312-cp312-win_amd64 1.0.9-cp313-cp313-win_amd64 1.0.9-cp314-cp314-win_amd64"
    let next = try later("\(before) 1.1.0-cp313-cp313-win_amd64")
    #expect(next.holes == [])
    #expect(next.doubt == "no platform has wheels for cp314, as 1.0.9 has")
    #expect(try later("\(before) 1.1.0-cp313-cp313-win_amd64 1.1.0-cp314-cp314-win_amd64").doubt == nil)
  }

  @Test("one Python alone is no proof that there should be one")
  func onlyPython() throws {
    #expect(
      try later("1.1.0-cp313-cp313-win_amd64").doubt
        == "no earlier release tells whether it should have others than cp313")
    #expect(try later("1.1.0-cp39-abi3-win_amd64").doubt == nil)
    #expect(try later("1.1.0-py3-none-win_amd64").doubt == nil)
    #expect(try later("1.1.0-cp313-cp313-win_amd64 1.1.0-cp314-cp314-win_amd64").doubt == nil)
  }

  @Test func aWheelForAnySystemServesEveryPlatform() throws {
    let found = try coverage("*-*-win_amd64", "py3-none-any")
    #expect(found.files == [])
    #expect(found.isServedByGeneralWheel)
  }
}
