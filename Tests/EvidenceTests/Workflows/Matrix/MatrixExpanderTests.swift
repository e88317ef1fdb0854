import Diagnostics
import Policy
import Testing
@testable import Evidence

@Suite("A matrix makes the jobs that GitHub makes of it")
struct MatrixExpanderTests {
  /// One line a combination: `arch=arm64 os=linux`.
  private func expand(_ matrix: String) throws -> (lines: [String], faults: [String], expansion: MatrixExpansion) {
    let lines = matrix.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let job = try job("runs-on: x\nstrategy:\n  matrix:\n\(lines)")
    let log = FaultLog(file: SourceFile(path: "w.yml", text: ""))
    var expander = MatrixExpander(context: ExpressionContext(repository: "a/b", event: nil), faults: log)
    let expansion = expander.expand(job)
    let shown = expansion.combinations.map { combination in
      combination.leaves.map { "\($0.path.joined(separator: "."))=\($0.text)" }.joined(separator: " ")
    }
    return (shown, log.diagnostics.map(\.message), expansion)
  }

  @Test func productInOrder() throws {
    let (lines, _, _) = try expand("os: [linux, mac]\npy: [3.12, '3.10', 3.10]")
    #expect(
      lines == [
        "os=linux py=3.12", "os=linux py=3.10", "os=linux py=3.1", "os=mac py=3.12", "os=mac py=3.10", "os=mac py=3.1",
      ])
  }

  @Test("what is excluded need be a part only, of nested values too")
  func exclusion() throws {
    let (lines, _, expansion) = try expand(
      """
      os: [linux, mac]
      py: [1, 2]
      exclude:
        - os: mac
          py: 2
        - py: 1
          os: LINUX
        - arch: arm
      """)
    #expect(lines == ["os=linux py=2", "os=mac py=1"])
    #expect(expansion.exclusions.map(\.removed.count) == [1, 1, 0])
    let nested = try expand(
      """
      config: [{os: linux, cc: gcc}, {os: linux, cc: clang}, {os: mac, cc: clang}]
      exclude: [{config: {os: linux, cc: clang}}, {config: {os: mac}}]
      """)
    #expect(nested.lines == ["config.cc=gcc config.os=linux"])
  }

  /// The rules of "Expanding or adding matrix configurations", in the order in which they are stated there.
  @Test("what is included joins combinations that it leaves as they are, or makes one of its own")
  func inclusion() throws {
    let (lines, _, _) = try expand(
      """
      os: [linux, mac]
      cc: [gcc, clang]
      include:
        - speed: slow
        - {speed: fast, cc: gcc}
        - {os: linux, cc: clang}
        - {os: linux, bits: 32}
        - os: bsd
        - {os: bsd, cc: gcc}
      """)
    #expect(
      lines == [
        "bits=32 cc=gcc os=linux speed=fast", "bits=32 cc=clang os=linux speed=slow", "cc=gcc os=mac speed=fast",
        "cc=clang os=mac speed=slow", "os=bsd", "cc=gcc os=bsd",
      ])
  }

  @Test func includeAlone() throws {
    let (lines, _, _) = try expand("include:\n  - {os: a}\n  - {os: b, x: 1}")
    #expect(lines == ["os=a", "os=b x=1"])
  }

  @Test("a matrix of literals is made of its JSON")
  func literals() throws {
    #expect(try expand("os: ${{ fromJSON('[\"a\", \"b\"]') }}").lines == ["os=a", "os=b"])
    let job = try job(#"runs-on: x\#nstrategy: {matrix: "${{ fromJSON('{\"os\":[1,2],\"include\":[{\"os\":3}]}') }}"}"#)
    let log = FaultLog(file: SourceFile(path: "w.yml", text: ""))
    var expander = MatrixExpander(context: ExpressionContext(repository: "a/b"), faults: log)
    #expect(expander.expand(job).combinations.flatMap { $0.leaves.map(\.text) } == ["1", "2", "3"])
  }

  @Test("all of 'strategy' may be an expression")
  func strategies() throws {
    func expand(_ strategy: String) throws -> MatrixExpansion {
      var expander = MatrixExpander(
        context: ExpressionContext(repository: "a/b"), faults: FaultLog(file: SourceFile(path: "w.yml", text: "")))
      return expander.expand(try job("runs-on: x\nstrategy: \"${{ \(strategy) }}\""))
    }
    #expect(try expand("fromJSON(needs.setup.outputs.strategy)").unresolved != nil)
    let literal = try expand(#"fromJSON('{\"matrix\": {\"os\": [\"a\", \"b\"]}}')"#)
    #expect(literal.combinations.flatMap { $0.leaves.map(\.text) } == ["a", "b"])
  }

  @Test("what another job makes is not guessed")
  func dynamic() throws {
    let (lines, faults, expansion) = try expand("os: ${{ fromJSON(needs.setup.outputs.os) }}\npy: [1, 2]")
    #expect(lines == ["py=1", "py=2"])
    #expect(faults.isEmpty)
    #expect(expansion.unresolved?.value == "'os' of its matrix is made when the workflow runs")
    let all = try expand("include: ${{ fromJSON(needs.setup.outputs.all) }}")
    #expect(all.expansion.unresolved?.value == "a part of its matrix is made when the workflow runs")
  }

  @Test("what 'exclude' takes away may be known only when the workflow runs")
  func dynamicExclusion() throws {
    for exclusion in ["${{ fromJSON(needs.setup.outputs.no) }}", "[{os: '${{ inputs.no }}'}]", "['${{ inputs.no }}']"] {
      let expansion = try expand("os: [a, b]\nexclude: \(exclusion)").expansion
      #expect(
        expansion.openExclusion?.value == "what 'exclude' takes from its matrix is known only when the workflow runs")
      #expect(expansion.unresolved == nil)
    }
    #expect(try expand("os: [a, b]\nexclude: [{os: a}]").expansion.openExclusion == nil)
  }

  @Test("one value that is known only when the workflow runs may be any")
  func dynamicValue() throws {
    #expect(
      try expand("os: [a, '${{ inputs.os }}']").expansion.unresolved?.value
        == "'os' of its matrix is made when the workflow runs")
    #expect(try expand("os: a").expansion.unresolved?.value == "'os' of its matrix is no list")
  }

  @Test("a matrix of a thousand million combinations is a fault, and not made")
  func tooManyCombinations() throws {
    let values = "[\((0..<32).map(String.init).joined(separator: ", "))]"
    let (_, faults, expansion) = try expand((0..<6).map { "k\($0): \(values)" }.joined(separator: "\n"))
    #expect(
      faults == [
        "the matrix of 'test' has 1073741824 combinations to look at, and GitHub runs at most 256 jobs; list fewer"
      ])
    #expect(expansion.unresolved?.value == "its matrix is too large")
    let overflowing = try expand((0..<14).map { "k\($0): \(values)" }.joined(separator: "\n"))
    #expect(overflowing.faults.first?.contains("more than 9223372036854775807 combinations") ?? false)
  }

  @Test("GitHub runs 256 jobs, of a matrix that may be larger before 'exclude'")
  func jobLimit() throws {
    let values = "[\((0..<20).map(String.init).joined(separator: ", "))]"
    let (lines, faults, _) = try expand("a: \(values)\nb: \(values)")
    #expect(lines.count == 256)
    #expect(faults == ["the matrix of 'test' makes 400 jobs, and GitHub runs at most 256; list fewer"])
    let excluded = try expand(
      "a: \(values)\nb: \(values)\nexclude: [\((0..<10).map { "{a: \($0)}" }.joined(separator: ", "))]")
    #expect(excluded.lines.count == 200)
    #expect(excluded.faults.isEmpty)
  }

  @Test("thousands of exclusions of thousands of combinations are refused")
  func workLimit() throws {
    let values = "[\((0..<64).map(String.init).joined(separator: ", "))]"
    let exclusions = (0..<5000).map { "{a: x\($0)}" }.joined(separator: ", ")
    let (_, faults, _) = try expand("a: \(values)\nb: \(values)\nexclude: [\(exclusions)]")
    #expect(faults.count == 1)
  }
}

@Suite("The words of a registry choose runs of a matrix")
struct MatrixSelectionTests {
  private func combination(_ values: [String: ExpressionValue]) -> MatrixCombination {
    MatrixCombination(values: values)
  }

  private var combinations: [MatrixCombination] {
    ["ubuntu manylinux_x86_64", "macos macosx_arm64", "macos macosx_x86_64"].flatMap { words in
      ["cp313", "cp314", "cp314t"].map { python in
        let parts = words.split(separator: " ").map { ExpressionValue.string(String($0)) }
        return combination(["build": .array(parts), "python": .string(python)])
      }
    }
  }

  private func chosen(_ words: String...) -> [String] {
    let selection = MatrixSelection(words, in: combinations)
    return combinations.filter(selection.contains).map { $0.leaves.map(\.text).joined(separator: " ") }
  }

  @Test func wordsOfOnePlaceAreAlternatives() {
    #expect(chosen("cp314t", "cp313", "macosx_arm64") == ["macos macosx_arm64 cp313", "macos macosx_arm64 cp314t"])
  }

  @Test func wordsOfSeveralPlacesBelongTogether() {
    #expect(chosen("macos", "cp314") == ["macos macosx_arm64 cp314", "macos macosx_x86_64 cp314"])
  }

  @Test func noWordsAreAllRuns() {
    #expect(chosen().count == 9)
  }

  @Test func strangersAreNamed() {
    #expect(MatrixSelection(["macos", "cp399"], in: combinations).strangers == ["cp399"])
  }
}
