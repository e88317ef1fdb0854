import PlatformTiersKit
import Testing

/// Work on several elements side by side.
@Suite struct ParallelMapTests {
  @Test("gives results in the elements' order", arguments: [0, 1, 2, 3, 1000])
  func order(count: Int) {
    let elements = Array(0..<count)
    #expect(elements.mappedInParallel { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test func oneSlowElementKeepsNoOtherWaiting() {
    let lengths = [200_000] + Array(repeating: 10, count: 200)
    let sums = lengths.mappedInParallel { length in (0..<length).reduce(0, &+) }
    #expect(sums == lengths.map { length in (0..<length).reduce(0, &+) })
  }
}
