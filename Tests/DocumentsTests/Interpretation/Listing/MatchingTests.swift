import Diagnostics
import Documents
import Policy
import Testing

/// The contract of `Matching`: for what reasons two listings are one platform's, and which of them counts first.
@Suite struct MatchingTests {
  // MARK: Reasons

  @Test func theSameIdentityIsOnePlatformWhereverItStands() {
    let matching = Matching(
      from: Side("tier-1: Haiku | old", "tier-2: Plan 9 | note | Ada").listings,
      to: Side("tier-3: plan  9 | note | Ada", "tier-1: haiku | new").listings)
    #expect(matching.told == ["0-1 identity", "1-0 identity"])
  }

  @Test func identityIsWhatThePolicySaysItIs() {
    let matching = Matching(
      from: Side("tier-1: Haiku | gcc", "tier-2: Haiku | clang", policy: .byNotes).listings,
      to: Side("tier-1: Haiku | clang", "tier-2: Haiku | gcc", policy: .byNotes).listings)
    #expect(matching.told == ["0-1 identity", "1-0 identity"])
  }

  @Test func theTargetTellsMoreThanIdAndName() throws {
    let matching = Matching(
      from: [
        try registered("Windows x86", id: "windows", os: "windows", arch: "x86"),
        try registered("Windows x86-64", id: "windows-64", os: "windows", arch: "x86-64"),
      ],
      to: [
        try registered("Win 64", id: "windows", os: "windows", arch: "x86-64"),
        try registered("Win 32", id: "win-32", os: "windows", arch: "x86"),
      ])
    #expect(matching.told == ["0-1 target", "1-0 target"])
  }

  @Test(arguments: [
    ("x86_64-unknown-linux-gnu", "linux", "x86-64", "glibc"), ("aarch64-apple-darwin", "macos", "arm64", nil),
    ("riscv64-unknown-linux-musl", "linux", "riscv64", "musl"), ("x86_64-pc-windows-msvc", "windows", "x86-64", nil),
    ("wasm32-wasi", "wasi", "wasm32", nil),
  ])
  func aRowMayNameTheTargetOfTheRegistry(triple: String, os: String, arch: String, libc: String?) throws {
    let platform = try registered("The one", id: "the-one", os: os, arch: arch, libc: libc)
    let rows = Side("tier-1: \(triple)").listings
    #expect(Matching(from: rows, to: [platform]).told == ["0-0 target"])
    #expect(Matching(from: [platform], to: rows).told == ["0-0 target"])
  }

  @Test(arguments: [
    ("x86_64-unknown-linux-musl", "linux", "x86-64", "glibc"),
    ("aarch64-unknown-linux-gnu", "linux", "x86-64", "glibc"),
    ("x86_64-unknown-linux-gnux32", "linux", "x86-64", "glibc"), ("x86_64-unknown-linux-gnu", "linux", "x86-64", nil),
  ])
  func anotherTargetIsNone(triple: String, os: String, arch: String, libc: String?) throws {
    let platform = try registered("The one", id: "the-one", os: os, arch: arch, libc: libc)
    #expect(Matching(from: Side("tier-1: \(triple)").listings, to: [platform]).told == ["0 only", "only 0"])
  }

  @Test func aTripleThatSeveralPlatformsHaveTellsNothing() throws {
    let platforms = try ["CPython", "PyPy"].map {
      try registered($0, id: $0.lowercased(), os: "linux", arch: "x86-64", libc: "glibc", interpreter: $0.lowercased())
    }
    let matching = Matching(from: Side("tier-1: x86_64-unknown-linux-gnu").listings, to: platforms)
    #expect(matching.told == ["0 only", "only 0", "only 1"])
  }

  @Test func theIdStaysWhereNameAndTargetChange() throws {
    let matching = Matching(
      from: [try registered("Haiku", id: "haiku", os: "haiku", arch: "x86")],
      to: [try registered("BeOS", id: "haiku", os: "beos", arch: "x86-64")])
    #expect(matching.told == ["0-0 id"])
  }

  @Test func aRowMayWriteTheIdOfTheRegistry() throws {
    let matching = Matching(
      from: Side("tier-1: Windows x86").listings, to: [try registered("Win 32", id: "windows-x86", os: nil, arch: nil)])
    #expect(matching.told == ["0-0 id"])
  }

  @Test func aNameCountsMoreThanAnIdThatReadsLikeIt() throws {
    let matching = Matching(
      from: Side("tier-1: Windows x86").listings,
      to: [
        try registered("Old one", id: "windows-x86", os: nil, arch: nil),
        try registered("Windows x86", id: "new-one", os: nil, arch: nil),
      ])
    #expect(matching.told == ["0-1 identity", "only 0"])
  }

  @Test func theNameIsEnoughWhereTheIdentityIsAnother() {
    let matching = Matching(
      from: Side("tier-1: Haiku | gcc", policy: .byNotes).listings,
      to: Side("tier-2: haiku | clang", policy: .byNotes).listings)
    #expect(matching.told == ["0-0 name"])
  }

  @Test(arguments: [
    ("Linux x86_64", "Linux x86-64"), ("Linux aarch64", "Linux arm64"), ("Linux i686", "Linux x86"),
    ("LINUX AMD64", "linux x64"), ("macOS (arm64)", "OS X aarch64"), ("RISC-V", "riscv64"),
    ("Linux ppc64le", "powerpc64le Linux"),
  ])
  func spellingsOfOneNameAreOnePlatform(name: String, other: String) {
    let matching = Matching(from: Side("tier-1: \(name)").listings, to: Side("tier-3: \(other)").listings)
    #expect(matching.told == ["0-0 spelling"])
  }

  // MARK: Likeness

  @Test(arguments: [
    ("Emscripten/Pyodide", "Pyodide"), ("Windows x86", "Windows 32-bit"), ("RISC-V", "Linux riscv64"),
    ("powerpcle-unknown-linux-gnu", "powerpc64le-unknown-linux-gnu"), ("wasm32-unknown-wasi", "wasm32-wasip1"),
  ])
  func aRowThatSaysTheSameUnderALikeNameIsRenamed(name: String, other: String) {
    let matching = Matching(
      from: Side("tier-3: \(name) | nightly builds | Ada", "tier-3: Haiku | | Grace").listings,
      to: Side("tier-3: Haiku | | Grace", "tier-3: \(other) | nightly builds | Ada").listings)
    #expect(matching.told.first == "0-1 likeness")
    #expect(matching.told.count == 2)
  }

  @Test(arguments: [
    ("RISC-V", "Linux riscv64"), ("Free-threaded CPython", "Free-threaded CPyhton"),
    ("powerpcle-unknown-linux-gnu", "powerpc64le-unknown-linux-gnu"),
    ("x86_64-unknownlinux-gnu", "x86_64-unknown-linux-gnu"),
  ])
  func aNameThatIsMuchAlikeIsEnough(name: String, other: String) {
    let matching = Matching(from: Side("tier-3: \(name)").listings, to: Side("tier-3: \(other)").listings)
    #expect(matching.told == ["0-0 likeness"])
  }

  /// Two platforms, whatever else their rows have in common.
  @Test(arguments: [
    ("Windows x86", "Windows arm64"), ("Linux x86-64 (manylinux)", "Linux x86-64 (musllinux)"),
    ("NetBSD", "FreeBSD"), ("Windows 32-bit", "Windows x86-64"), ("macOS x86-64", "macOS arm64"),
    ("i686-pc-windows-msvc", "x86_64-pc-windows-msvc"), ("sparc-unknown-linux-gnu", "riscv64-unknown-linux-gnu"),
    ("x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu"), ("CPython on Haiku", "PyPy on Haiku"),
    ("Haiku", "Plan 9"), ("ppc64-linux", "ppc64le-linux"),
  ])
  func anotherPlatformIsNone(name: String, other: String) {
    for rest in ["", " | donated | Ada", " | | Ada", " | donated"] {
      let matching = Matching(
        from: Side("tier-3: \(name)\(rest)").listings, to: Side("tier-3: \(other)\(rest)").listings)
      #expect(matching.told == ["0 only", "only 0"], "\(name)\(rest) and \(other)")
    }
  }

  /// What the names leave open, the rest has to tell.
  @Test(arguments: ["", " | other | Ada", " | nightly builds | Grace"])
  func namesThatAreSomewhatAlikeAreNotEnough(rest: String) {
    let matching = Matching(
      from: Side("tier-3: Windows x86 | nightly builds | Ada").listings,
      to: Side("tier-3: Windows 32-bit\(rest)").listings)
    #expect(matching.told == ["0 only", "only 0"])
  }

  @Test func anEmptyNoteIsNothingInCommon() {
    let matching = Matching(from: Side("tier-1: Windows x86").listings, to: Side("tier-1: Windows 32-bit").listings)
    #expect(matching.told == ["0 only", "only 0"])
  }

  @Test func whatOtherRowsSayAsWellTellsNothing() {
    let matching = Matching(
      from: Side("tier-1: Windows x86 | glibc | Ada", "tier-1: Haiku | glibc | Ada").listings,
      to: Side("tier-1: Windows 32-bit | glibc | Ada", "tier-1: Haiku | glibc | Ada").listings)
    #expect(matching.told == ["0 only", "1-1 identity", "only 0"])
  }

  @Test func theTargetOfTheRegistryTellsPlatformsApartAsNamesDo() throws {
    let matching = Matching(
      from: Side("tier-1: Windows 64-bit | note | Ada").listings,
      to: [try registered("Windows", id: "w", os: "windows", arch: "x86", notes: "note")])
    #expect(matching.told == ["0 only", "only 0"])
  }

  @Test func theMostAlikeComeFirst() {
    let matching = Matching(
      from: Side("tier-1: Linux riscv64 musl", "tier-1: Linux riscv64").listings,
      to: Side("tier-1: RISC-V", "tier-1: riscv64-musl").listings)
    #expect(matching.told == ["0-1 likeness", "1-0 likeness"])
  }

  /// The rest decides between names that are equally alike.
  @Test func theRestCountsMoreThanTheName() {
    let matching = Matching(
      from: Side("tier-1: Linux riscv64 | a | Ada").listings,
      to: Side("tier-1: Linux riscv64 new | b | Bo", "tier-1: Riscv | a | Ada").listings)
    #expect(matching.told == ["0-1 likeness", "only 0"])
  }

  // MARK: Order

  @Test func whatStandsInTheSamePlaceComesFirst() {
    let matching = Matching(
      from: Side("tier-1: Haiku | a", "tier-2: Haiku | b", policy: .byNothing).listings,
      to: Side("tier-2: Haiku | a", "tier-1: Haiku | b", policy: .byNothing).listings)
    #expect(matching.told == ["0-1 name", "1-0 name"])
  }

  @Test func thenWhatSaysTheSame() {
    let matching = Matching(
      from: Side("tier-1: Haiku | a", "tier-1: Haiku | b", "tier-1: Haiku | c", policy: .byNothing).listings,
      to: Side("tier-1: Haiku | c", "tier-1: Haiku | a", policy: .byNothing).listings)
    #expect(matching.told == ["0-1 name", "1 only", "2-0 name"])
  }

  @Test func thenTheOrder() {
    let matching = Matching(
      from: Side("tier-1: Haiku", "tier-1: Haiku", policy: .byNothing).listings,
      to: Side("tier-2: Haiku", "tier-3: Haiku", "tier-3: Haiku", policy: .byNothing).listings)
    #expect(matching.told == ["0-0 name", "1-1 name", "only 2"])
  }

  @Test func anEarlierReasonTakesTheListing() {
    let matching = Matching(
      from: Side("tier-1: Linux amd64", "tier-3: Linux x86-64").listings,
      to: Side("tier-1: Linux x86-64").listings)
    #expect(matching.told == ["0 only", "1-0 identity"])
  }

  @Test func aPlatformThatIsListedTwiceIsRepeated() {
    let matching = Matching(
      from: Side("tier-1: Haiku", "tier-2: Plan 9").listings,
      to: Side("tier-3: Haiku", "tier-2: Plan 9", "tier-1: Haiku", "tier-2: haiku").listings)
    #expect(matching.told == ["0-2 identity", "1-1 identity", "repeated 0 of 0-2", "repeated 3 of 0-2"])
    let other = Matching(from: Side("tier-1: Haiku", "tier-2: Haiku").listings, to: Side("tier-2: Haiku").listings)
    #expect(other.told == ["1-0 identity", "0 repeats 1-0"])
  }

  @Test func aRepeatedPlatformIsNotTakenForAnother() {
    let matching = Matching(
      from: Side("tier-1: Haiku", "tier-1: Haiku OS").listings,
      to: Side("tier-1: Haiku", "tier-3: Haiku").listings)
    #expect(matching.told == ["0-0 identity", "1 only", "repeated 1 of 0-0"])
  }
}
