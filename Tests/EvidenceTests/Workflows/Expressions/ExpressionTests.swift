import Testing
@testable import Evidence

@Suite("Expressions give what GitHub makes of them, as far as that is known before a run")
struct ExpressionTests {
  static var context: ExpressionContext {
    var context = ExpressionContext(repository: "numpy/numpy", event: "pull_request")
    context["matrix"] = .object([
      "os": .string("macos-14"), "build": .array([.string("ubuntu-22.04"), .string("musllinux_x86_64"), .string("")]),
      "config": .object(["runner": .string("ubuntu-24.04-s390x")]), "bits": .number(64), "debug": .bool(false),
    ])
    return context
  }

  struct Case: CustomTestStringConvertible {
    var text: String
    var value: ExpressionValue
    init(_ text: String, _ value: ExpressionValue) {
      self.text = text
      self.value = value
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("matrix.os", .string("macos-14")), Case("MATRIX.OS", .string("macos-14")),
    Case("matrix['os']", .string("macos-14")),
    Case("matrix.build[0]", .string("ubuntu-22.04")), Case("matrix.build[7]", .null), Case("matrix.nothing", .null),
    Case("matrix.config.runner", .string("ubuntu-24.04-s390x")), Case("github.repository", .string("numpy/numpy")),
    Case("github.event_name", .string("pull_request")), Case("github.ref", .unknown),
    Case("needs.a.outputs.b", .unknown),
    Case("matrix.bits == '64'", .bool(true)), Case("'ABC' == 'abc'", .bool(true)), Case("null == 0", .bool(true)),
    Case("matrix.bits >= 32", .bool(true)), Case("1 < 2 && 2 <= 2 && !(3 > 4)", .bool(true)),
    Case("matrix.debug && 'a' || 'b'", .string("b")), Case("matrix.os && 'a' || 'b'", .string("a")),
    Case("github.ref && 'a' || 'b'", .unknown), Case("(github.ref == 'x' && false) || 'b'", .string("b")),
    Case("startsWith(matrix.os, 'macOS')", .bool(true)), Case("endsWith(matrix.build[1], '_x86_64')", .bool(true)),
    Case("contains(matrix.build, 'ubuntu-22.04')", .bool(true)), Case("contains('abc', 'B')", .bool(true)),
    Case("format('{0}-{1} {{x}}', 'a', 1)", .string("a-1 {x}")),
    Case("join(matrix.build, '+')", .string("ubuntu-22.04+musllinux_x86_64+")),
    Case("fromJSON('[\"a\", 1, true, null]')", .array([.string("a"), .number(1), .bool(true), .null])),
    Case("fromJSON('{\"Os\": [\"x\"]}').os[0]", .string("x")), Case("fromJSON(inputs.x)", .unknown),
    Case("hashFiles('a')", .unknown), Case("'it''s'", .string("it's")), Case("0x10", .number(16)),
    Case("-1.5", .number(-1.5)),
    Case("always()", .bool(true)), Case("failure()", .bool(false)),
    Case("matrix.build.*", .array([.string("ubuntu-22.04"), .string("musllinux_x86_64"), .string("")])),
  ])
  func values(_ test: Case) {
    #expect(Self.context.value(of: "${{ \(test.text) }}") == test.value)
  }

  @Test(
    "what is no expression gives nothing", arguments: ["", "a b", "(", "a.", "a[", "f(", "'a", "1 +", "a.1", "=", "a,"])
  func faults(_ text: String) {
    #expect(ExpressionParser.parse(text) == nil)
  }

  @Test("a text takes in what its expressions give")
  func interpolation() {
    #expect(Self.context.value(of: "py-${{ matrix.bits }}-${{ matrix.build[1] }}") == .string("py-64-musllinux_x86_64"))
    #expect(Self.context.value(of: "py-${{ github.sha }}") == .unknown)
    #expect(Self.context.resolving("a ${{ matrix.os }} b ${{ github.sha }}") == "a macos-14 b ${{ github.sha }}")
    #expect(Self.context.value(of: "${{ '}}' }}") == .string("}}"))
    #expect(Self.context.value(of: "${{ matrix.os") == .string("${{ matrix.os"))
  }

  @Test(
    "conditions have three values",
    arguments: [
      ("false", false), ("${{ false }}", false), ("github.repository == 'numpy/numpy'", true),
      ("github.repository == 'numpy/numpy' && github.ref == 'refs/heads/main'", nil),
      ("github.repository == 'other/x' && github.ref == 'refs/heads/main'", false),
      ("github.repository == 'numpy/numpy' || github.ref == 'x'", true), ("github.event_name != 'push'", true),
      ("!cancelled()", true), ("", true),
      // Text beside an expression is a text that is not empty.
      ("${{ github.event_name }} == 'push'", true),
    ] as [(String, Bool?)])
  func conditions(text: String, value: Bool?) {
    #expect(Self.context.condition(text) == value)
  }
}

@Suite("Expressions made to hurt are refused, or evaluated in time in line with their length")
struct ExpressionPathologyTests {
  private let context = ExpressionContext(repository: "a/b")

  @Test(arguments: [
    String(repeating: "(", count: 20_000), String(repeating: "!", count: 20_000) + "a",
    "a" + String(repeating: ".a", count: 10_000), "a" + String(repeating: "[a", count: 10_000),
    "1" + String(repeating: " == 1", count: 4000), String(repeating: "f(", count: 10_000),
    String(repeating: "a", count: 30_000),
  ])
  func tooDeepOrTooLong(text: String) {
    #expect(ExpressionParser.parse(text) == nil)
    #expect(context.value(of: "${{ \(text) }}") == .unknown)
  }

  @Test func longChainsAreFlat() {
    #expect(context.value(of: "${{ 1\(String(repeating: " && 1", count: 4000)) }}") == .number(1))
  }

  @Test("a format of formats does not grow without end")
  func formats() {
    var text = "'xxxxxxxxxx'"
    for _ in 0..<40 { text = "format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', \(text))" }
    #expect(context.value(of: "${{ \(text) }}") == .unknown)
  }

  @Test("openings without an end cost one walk")
  func openings() {
    let text = String(repeating: "${{", count: 300_000)
    #expect(context.resolving(text) == text)
  }
}
