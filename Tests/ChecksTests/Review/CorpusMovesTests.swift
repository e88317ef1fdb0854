import Checks
import Policy
import Testing
import TestSupport

/// What happened from each published revision of NEP 57 to the next, and nothing else.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct CorpusMovesTests {
  private static let steps: [[String]] = [
    [],
    [
      "contacts-changed Linux x86-64 (musllinux): tier-2 +Ralf Gommers",
      "contacts-changed Linux aarch64 (musllinux): tier-2 +Ralf Gommers",
      "contacts-changed Free-threaded CPython: tier-2 +Nathan Goldbaum +Ralf Gommers",
      "contacts-changed FreeBSD: tier-3 +Ralf Gommers",
      "contacts-changed Linux ppc64le: tier-3 +Sandeep Gupta",
      "contacts-changed Emscripten/Pyodide: tier-3 +Agriya Khetarpal +Gyeongjae Choi",
    ],
    ["contacts-changed Free-threaded CPython: tier-2 +Kumar Aditya"],
    // Lists become tables. Notes that were in brackets stay what they were; these are new, or longer.
    [
      "note-changed Linux ppc64le: tier-3",
      "note-changed Emscripten/Pyodide: tier-3",
      "note-changed PyPy: formerly-supported",
      "note-changed Linux i686: formerly-supported",
      "note-changed Linux on IBM Z (s390x): formerly-supported",
      "note-changed iOS: known-interest",
      "note-changed Android: known-interest",
      "note-changed RISC-V: known-interest",
      "note-changed WASI: known-interest",
    ],
    ["note-changed Emscripten/Pyodide: tier-3", "note-changed PyPy: formerly-supported"],
    ["note-changed PyPy: formerly-supported"],
    ["demoted FreeBSD: tier-3 -> formerly-supported"],
    ["promoted RISC-V: known-interest -> tier-3"],
    ["demoted Windows x86: tier-1 -> tier-3", "wheels-dropped Windows x86: tier-1 -> tier-3"],
    ["promoted iOS: known-interest -> tier-3", "promoted Android: known-interest -> tier-3"],
  ]

  @Test(arguments: 1...10)
  func tellsWhatHappened(from number: Int) throws {
    let today = try #require(CalendarDate("2026-11-23"))
    let review = try Reviewer(base: Corpus.state(number), head: Corpus.state(number + 1), today: today).review()
    #expect(review.moves.map(\.line) == Self.steps[number - 1])
  }

  @Test func aRevisionAgainstItselfMovesNothing() throws {
    let today = try #require(CalendarDate("2026-11-23"))
    for number in [1, 5, 11] {
      let state = try Corpus.state(number)
      #expect(Reviewer(base: state, head: state, today: today).review().moves == [])
    }
  }
}
