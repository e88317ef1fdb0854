import Testing

@Suite("Time grows with the number of jobs that publish")
struct PublishingGrowthTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What the job with a number waits for.
    var needs: @Sendable (Int) -> String
  }

  private static let shapes = [
    Shape(testDescription: "each with a build of its own") { "needs: [build\($0)], " },
    Shape(testDescription: "each after the one before") { $0 == 0 ? "" : "needs: [publish\($0 - 1)], " },
    Shape(testDescription: "all after one build") { _ in "needs: [build0], " },
  ]

  private func time(_ count: Int, _ shape: Shape) -> Duration {
    let jobs = (0..<count).map { number in
      """
        build\(number): {runs-on: ubuntu-24.04, steps: [{uses: pypa/cibuildwheel@v2}]}
        publish\(number): {\(shape.needs(number))runs-on: ubuntu-24.04, permissions: {id-token: write}, \
      steps: [{uses: pypa/gh-action-pypi-publish@v1}]}

      """
    }.joined()
    let files = (0..<8).map { number in
      """
      --- platforms/p\(number).yaml
      name: P\(number)
      target: {os: linux, arch: \(["x86-64", "aarch64", "riscv64", "s390x"][number % 4]), interpreter: cpython}
      wheels: {tags: ["*-*-p\(number)"], jobs: [{workflow: .github/workflows/w.yml, job: build\(number)}]}
      moves: [{date: 2026-02-09, to: tier-1}]

      """
    }.joined()
    return ContinuousClock().measure {
      _ = auditFindings(files + "--- .github/workflows/w.yml\non: [push]\njobs:\n" + jobs)
    }
  }

  @Test("and ten times as many do not take thirty times as long", arguments: shapes)
  func growth(shape: Shape) {
    let small = (0..<3).map { _ in time(200, shape) }.min() ?? .zero
    #expect(time(2_000, shape) < small * 30)
  }
}
