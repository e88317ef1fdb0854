import Checks
import Policy
import Testing
import TestSupport

@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct PlatformHistoryTests {
  private func history() throws -> PlatformHistory {
    PlatformHistory(
      try Corpus.names.indices.map { index in
        let parts = Corpus.names[index].split(separator: "-")
        return PlatformHistory.Revision(
          date: try #require(CalendarDate(parts[1...3].joined(separator: "-"))), name: String(parts[4]),
          state: try Corpus.state(index + 1))
      })
  }

  private func places(of platform: String, in history: PlatformHistory) throws -> [String] {
    let track = try #require(history.tracks.first { $0.platform == platform })
    return track.places.map { "\($0.date) \($0.revision) \($0.place ?? "nowhere")" }
  }

  @Test func platformsHaveDatedPlaces() throws {
    let history = try history()
    #expect(history.steps.count == 11)
    #expect(
      try places(of: "FreeBSD", in: history) == [
        "2026-01-30 b0a3e7435 tier-3", "2026-05-04 27b26e9e3 formerly-supported",
      ])
    #expect(
      try places(of: "Windows x86", in: history) == ["2026-01-30 b0a3e7435 tier-1", "2026-06-16 d1ba21b72 tier-3"])
    #expect(
      try places(of: "iOS", in: history) == ["2026-01-30 b0a3e7435 known-interest", "2026-07-17 b0401b6f8 tier-3"])
    #expect(try places(of: "PyPy", in: history) == ["2026-01-30 b0a3e7435 formerly-supported"])
  }

  @Test func aPlaceKeepsWhatWasSaidLast() throws {
    let history = try history()
    let track = try #require(history.tracks.first { $0.platform == "FreeBSD" })
    #expect(track.places.map(\.note) == ["Runs on Cirrus CI", "Was Tier 3, ran on Cirrus CI"])
    #expect(track.places.map(\.contacts) == [["Ralf Gommers"], []])
    let threads = try #require(history.tracks.first { $0.platform == "Free-threaded CPython" })
    #expect(threads.places.map(\.contacts) == [["Nathan Goldbaum", "Kumar Aditya", "Ralf Gommers"]])
  }

  @Test func everyPlatformHasOneTrack() throws {
    let history = try history()
    #expect(history.tracks.count == 21)
    #expect(history.steps[0].moves.allSatisfy { $0.kind == .added || $0.kind == .wheelsGained })
    #expect(history.steps[0].moves.filter { $0.kind == .added }.count == 21)
  }
}
