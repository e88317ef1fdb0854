import Diagnostics
import Evidence
import Policy
import Testing

@Suite struct PrerequisiteTests {
  private func platform(_ tag: String) -> Platform {
    Platform(
      id: "haiku", name: "Haiku", wheels: Wheels(tags: [tag]), prerequisites: Prerequisites(blas: .known(.unmet)))
  }

  private var builtIn: PrerequisiteTable {
    get throws { try #require(PrerequisiteFile.read(PrerequisiteFile.builtIn).table) }
  }

  @Test func theBuiltInTableIsSound() throws {
    #expect(PrerequisiteFile.read(PrerequisiteFile.builtIn).diagnostics == [])
    #expect(try builtIn.entries.keys.count == PrerequisiteTable.Kind.allCases.count)
  }

  @Test(arguments: [
    ("*-*-win_amd64", "met", "not-needed"), ("*-*-manylinux*_riscv64", "met", "met"),
    ("*-*-*wasm32", "met", "not-needed"), ("*-*-pyodide_*", "unmet", "not-needed"),
    ("*-*-linux_riscv64", "unmet", "unmet"), ("*-*-manylinux*_loongarch64", "unmet", "unmet"),
    ("cp3*-cp3*t-*", "met", "met"),
  ])
  func tellsWhatTheIndexTakesAndWhichImagesThereAre(tag: String, index: String, manylinux: String) throws {
    let found = try builtIn.prerequisites(of: platform(tag))
    #expect(found.index.value?.rawValue == index)
    #expect(found.manylinux.value?.rawValue == manylinux)
  }

  @Test func whatTheTableDoesNotTellStaysAsRecorded() throws {
    #expect(try builtIn.prerequisites(of: platform("*-*-musllinux*_riscv64")).blas == .known(.unmet))
    let bare = Platform(id: "haiku", name: "Haiku")
    #expect(try builtIn.prerequisites(of: bare) == Prerequisites())
  }

  @Test("facts that hold since a day do not hold before")
  func daysOfFacts() throws {
    let riscv = platform("*-*-manylinux*_riscv64")
    func state(_ day: String) throws -> Prerequisites.State? {
      try builtIn.state(.cpython, of: riscv, on: CalendarDate(day))
    }
    #expect(try state("2026-08-21") == nil)
    #expect(try state("2026-08-22") == .met)
    #expect(try builtIn.state(.cpython, of: platform("*-*-musllinux*_x86_64")) == nil)
  }

  @Test(
    "a BLAS is there wherever one of its wheels is",
    arguments: ["win32", "manylinux*_i686", "manylinux*_s390x", "manylinux*_ppc64le", "android_*_arm64_v8a"])
  func blas(tag: String) throws { #expect(try builtIn.state(.blas, of: platform("*-*-\(tag)")) == .met) }

  @Test(
    "the index takes what its list has, and nothing else",
    arguments: [("android_*_x86", true), ("macosx_*_intel", true), ("win_ia64", true), ("win_arm32", false)])
  func tagsOfTheIndex(tag: String, isTaken: Bool) throws {
    #expect(try builtIn.state(.index, of: platform("*-*-\(tag)")) == (isTaken ? .met : .unmet))
  }

  @Test func faultsOfAGivenTableAreReported() {
    let text =
      "index:\n  date: 2026-13-01\n  supported: [win32, 'WIN 64', {tags: x}]\n  sources: [https://example.org/]\nidnex: {}\n"
    let (table, diagnostics) = PrerequisiteFile.read(SourceFile(path: "own.yaml", text: text))
    #expect(table == nil)
    #expect(
      diagnostics.map { "\($0.range.start.line) \($0.rule)" } == [
        "2 invalid-value", "3 invalid-value", "3 unknown-key", "5 unknown-key",
      ])
  }
}
