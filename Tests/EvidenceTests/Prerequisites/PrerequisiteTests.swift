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
    #expect(try builtIn.prerequisites(of: platform("*-*-manylinux*_riscv64")).blas == .known(.unmet))
    let bare = Platform(id: "haiku", name: "Haiku")
    #expect(try builtIn.prerequisites(of: bare) == Prerequisites())
  }

  @Test func faultsOfAGivenTableAreReported() {
    let text =
      "index:\n  date: 2026-13-01\n  supported: [win32, 'WIN 64']\n  sources: [https://example.org/]\nidnex: {}\n"
    let (table, diagnostics) = PrerequisiteFile.read(SourceFile(path: "own.yaml", text: text))
    #expect(table == nil)
    #expect(
      diagnostics.map { "\($0.range.start.line) \($0.rule)" } == [
        "2 invalid-value", "3 invalid-value", "5 unknown-key",
      ])
  }
}
