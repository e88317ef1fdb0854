import Checks
import Policy
import Testing

@Suite struct ReviewTests {
  @Test func twoEmptyStatesHaveNoMoves() throws {
    let today = try #require(CalendarDate("2026-11-23"))
    let state = PolicyState(policy: .nep57)
    #expect(Reviewer(base: state, head: state, today: today).review().moves.isEmpty)
  }
}
